import { loopPhases, type Phase, phases, projectPhases, type Title } from '@guatu/kernel'

/** What people call each phase. */
export const phaseTitles = {
  negotiation: { zh: '洽谈', en: 'talks' },
  delivery: { zh: '实施', en: 'delivery' },
  performance: { zh: '履约', en: 'performance' },
  ended: { zh: '办结', en: 'ended' },
  problem: { zh: '难题', en: 'problems' },
  supervision: { zh: '督导', en: 'supervision' },
  application: { zh: '申请', en: 'applications' },
} as const satisfies Record<Phase, Title>

export const everyPhase: Title = { zh: '各阶段', en: 'every phase' }

const groups: readonly (readonly [Title, readonly Phase[]])[] = [
  [{ zh: '项目', en: 'projects' }, projectPhases],
  [{ zh: '洽谈后项目', en: 'projects after talks' }, projectPhases.filter((phase) => phase !== 'negotiation')],
  [{ zh: '难题督导申请', en: 'problems, supervision, applications' }, loopPhases],
]

/** Phases as people speak of them: all of a kind by the kind's name, the others one by one. */
export function phaseWords(granted: readonly Phase[]): readonly Title[] {
  if (granted.length === phases.length) return [everyPhase]
  const words: Title[] = []
  let left = granted
  for (const [word, group] of groups) {
    if (!group.every((phase) => left.includes(phase))) continue
    words.push(word)
    left = left.filter((phase) => !group.includes(phase))
  }
  return [...words, ...left.map((phase) => phaseTitles[phase])]
}
