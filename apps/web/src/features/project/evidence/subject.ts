import type { EvidenceReply, FactReply, NodeReply } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { nodeTitle } from '../../../api/playbook.ts'
import type { Project } from '../project.ts'
import { evidenceTexts } from './texts.ts'

/** What files are evidence of, as it stands in the address: empty for the project as a whole, `node:KEY`, `fact:ID`. */
export type SubjectKey = '' | `node:${string}` | `fact:${string}`

export interface Subject {
  readonly key: SubjectKey
  readonly title: Title
}

export const subjectOf = ({ nodeKey, factId }: Pick<EvidenceReply, 'nodeKey' | 'factId'>): SubjectKey =>
  nodeKey !== null ? `node:${nodeKey}` : factId !== null ? `fact:${factId}` : ''

/** The address's own words as a subject of this project; anything else is the project as a whole. */
export const readSubject = (text: string | undefined, subjects: readonly Subject[]): SubjectKey =>
  subjects.find(({ key }) => key === text)?.key ?? ''

/** What an upload's address says of its subject. */
export function subjectQuery(key: SubjectKey): { node?: string; fact?: string } {
  const [kind, ...rest] = key.split(':')
  const name = rest.join(':')
  if (kind === 'node') return { node: name }
  return kind === 'fact' ? { fact: name } : {}
}

const nodeSubject = (playbook: Playbook, node: NodeReply): Subject => ({
  key: `node:${node.nodeKey}`,
  title: nodeTitle(playbook, node),
})

function factSubject(playbook: Playbook, { factId, metric, period }: FactReply): Subject {
  const title = playbook.metrics[metric]?.title ?? { zh: metric, en: metric }
  return { key: `fact:${factId}`, title: { zh: `${title.zh} ${period}`, en: `${title.en} ${period}` } }
}

/** Everything of a project that files can be evidence of; of figures those that stand. */
export const subjectsOf = ({ reply, playbook }: Project): readonly Subject[] => [
  { key: '', title: evidenceTexts.whole },
  ...reply.plan.nodes.map((node) => nodeSubject(playbook, node)),
  ...reply.facts.filter(({ superseded }) => !superseded).map((fact) => factSubject(playbook, fact)),
]

export interface SubjectFiles extends Subject {
  readonly files: readonly EvidenceReply[]
}

/** Files by what they are evidence of, in the project's own order; those of figures that were replaced come last. */
export function filesBySubject(files: readonly EvidenceReply[], subjects: readonly Subject[]): SubjectFiles[] {
  const known = new Set(subjects.map(({ key }) => key))
  const groups = subjects.map((subject) => ({
    ...subject,
    files: files.filter((file) => subjectOf(file) === subject.key),
  }))
  const replaced = files.filter((file) => !known.has(subjectOf(file)))
  const last: SubjectFiles = { key: 'fact:', title: evidenceTexts.replaced, files: replaced }
  return [...groups, last].filter((group) => group.files.length > 0)
}
