import { phases } from '@guatu/kernel'
import { moveEffects } from '../loop.ts'
import type { Playbook } from '../playbook.ts'
import { type Check, type Mistake, repeated, unknown } from './mistake.ts'

/** Every stage can be reached and left, every move goes the way it says, and start lies before finish. */
export const checkStages: Check = (playbook) => {
  if (playbook.stages.length === 0) return [{ path: 'stages', message: 'no stages' }]
  const keys = playbook.stages.map((stage) => stage.key)
  return [
    ...repeated(
      keys.map((key, index) => [`stages/${index}/key`, key]),
      'stage',
    ),
    ...playbook.stages.flatMap(({ phase }, index) =>
      phase === undefined ? [] : unknown(`stages/${index}/phase`, 'phase', phase, phases),
    ),
    ...moveMistakes(playbook, keys),
    ...reachMistakes(playbook),
    ...milestoneMistakes(playbook),
  ]
}

function moveMistakes(playbook: Playbook, keys: readonly string[]): Mistake[] {
  const mistakes = repeated(
    playbook.moves.map((move, index) => [`moves/${index}`, `${move.from} -> ${move.to} ${move.key ?? ''}`.trim()]),
    'move',
  )
  for (const [index, move] of playbook.moves.entries()) {
    const path = `moves/${index}`
    const ends = [
      ...unknown(`${path}/from`, 'stage', move.from, keys),
      ...unknown(`${path}/to`, 'stage', move.to, keys),
    ]
    mistakes.push(...ends)
    if (move.effect) mistakes.push(...unknown(`${path}/effect`, 'effect', move.effect, moveEffects))
    if (ends.length > 0) continue
    const forward = keys.indexOf(move.to) - keys.indexOf(move.from)
    if (forward === 0 && !move.asks?.length) mistakes.push({ path, message: 'goes nowhere' })
    else if (forward >= 0 && move.back) mistakes.push({ path: `${path}/back`, message: 'says back and goes on' })
    else if (forward < 0 && !move.back) mistakes.push({ path, message: 'goes back without saying back' })
  }
  return mistakes
}

function reachMistakes(playbook: Playbook): Mistake[] {
  const onward = playbook.moves.filter((move) => !move.back && move.from !== move.to)
  const reached = new Set([playbook.stages[0]!.key])
  for (let grown = true; grown; ) {
    const next = onward.filter((move) => reached.has(move.from) && !reached.has(move.to))
    for (const move of next) reached.add(move.to)
    grown = next.length > 0
  }
  return playbook.stages.flatMap((stage, index) => {
    const path = `stages/${index}`
    const leaves = onward.some((move) => move.from === stage.key)
    const mistakes: Mistake[] = []
    if (!reached.has(stage.key))
      mistakes.push({ path, message: `no move leads from the first stage to '${stage.key}'` })
    if (stage.final && leaves)
      mistakes.push({ path: `${path}/final`, message: `'${stage.key}' is final and has a move on` })
    if (!stage.final && !leaves) mistakes.push({ path, message: `'${stage.key}' has no move on and is not final` })
    return mistakes
  })
}

function milestoneMistakes(playbook: Playbook): Mistake[] {
  const marks = playbook.stages.flatMap((stage, index) => (stage.reaches ? [{ index, reaches: stage.reaches }] : []))
  const mistakes = repeated(
    marks.map((mark) => [`stages/${mark.index}/reaches`, mark.reaches]),
    'milestone',
  )
  const start = marks.find((mark) => mark.reaches === 'start')
  const finish = marks.find((mark) => mark.reaches === 'finish')
  if (start && finish && finish.index < start.index) {
    mistakes.push({ path: `stages/${finish.index}/reaches`, message: 'finishes before it starts' })
  }
  return mistakes
}
