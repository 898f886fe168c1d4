import type { Fact, PlanNode, Title } from '@guatu/kernel'
import { isEmpty } from '../document/field-value.ts'
import { expressionCompiler, type ScopeValues, soundTest } from '../expression.ts'
import type { FiguredItem } from '../lamp/item-figures.ts'
import { oncePer } from '../once.ts'
import type { EvidenceNeed, LinkNeed, Playbook, Requirement } from '../playbook.ts'
import { gateScope, gateValues } from '../scopes.ts'

/** What a file that stands is evidence of. */
export interface GateEvidence {
  readonly nodeKey: string | null
  readonly metric: string | null
}

/** A link from the item to another, with the document of that one. */
export interface GateLink {
  readonly kind: string
  readonly fields: Readonly<Record<string, unknown>>
}

export interface GateInput {
  readonly playbook: Playbook
  readonly item: FiguredItem
  readonly nodes: readonly PlanNode[]
  readonly facts: readonly Pick<Fact, 'metric' | 'state'>[]
  /** Absent: none. */
  readonly evidence?: readonly GateEvidence[]
  /** Links from the item to others; absent: none. */
  readonly links?: readonly GateLink[]
  readonly to: string
}

/** One requirement that is not met: what it is, where it is mended, and the words for it. */
export interface Missing {
  readonly requirement: Requirement
  /** Stage whose gate asks for it. */
  readonly stage: string
  /** A field's key, `nodes/<key>/done`, `facts/<metric>`, `evidence/nodes/<key>`, `evidence/facts/<metric>`, `links/<kind>` or `gates/<stage>`. */
  readonly path: string
  readonly text: Title
}

export interface GateStatus {
  readonly to: string
  /** Whether the playbook knows the move at all. */
  readonly legal: boolean
  readonly back: boolean
  readonly allowed: boolean
  readonly missing: readonly Missing[]
}

/** Whether an item may move, and everything that still stands in the way. Going back passes no gate. */
export function gateStatus(input: GateInput): GateStatus {
  const { playbook, item, to } = input
  const move = playbook.moves.find((candidate) => candidate.from === item.stage && candidate.to === to)
  const back = move?.back === true
  const missing = move && !back ? missingOnTheWay(input) : []
  return { to, legal: move !== undefined, back, allowed: move !== undefined && missing.length === 0, missing }
}

/** The state of every gate that the item stands before: one entry per move of its stage. */
export function gateStatuses(input: Omit<GateInput, 'to'>): readonly GateStatus[] {
  return input.playbook.moves
    .filter((move) => move.from === input.item.stage)
    .map((move) => gateStatus({ ...input, to: move.to }))
}

/** A move over several stages passes the gate of each of them; stages beside the way have theirs to themselves. */
export function missingOnTheWay(input: GateInput): Missing[] {
  const { playbook, item, to } = input
  const place = (stage: string) => playbook.stages.findIndex((candidate) => candidate.key === stage)
  const isAside = (stage: string) => playbook.stages[place(stage)]?.aside === true
  const values = gateValues(playbook, item.fields)
  const missing: Missing[] = []
  const gates = playbook.gates.toSorted((a, b) => place(a.to) - place(b.to))
  for (const gate of gates) {
    if (place(gate.to) <= place(item.stage) || place(gate.to) > place(to)) continue
    if (gate.to !== to && (isAside(gate.to) || isAside(to))) continue
    for (const need of gate.needs) {
      if (isMet(need, input, values)) continue
      missing.push({ requirement: need, stage: gate.to, ...tell(need, playbook, gate.to) })
    }
  }
  return missing
}

function isMet(need: Requirement, input: Omit<GateInput, 'to'>, values: ScopeValues): boolean {
  if (need.kind === 'condition') return holds(input.playbook, need.test, values)
  if (need.when !== undefined && !holds(input.playbook, need.when, values)) return true
  switch (need.kind) {
    case 'field':
      return !isEmpty(input.item.fields[need.field])
    case 'nodeDone':
      return input.nodes.some((node) => node.nodeKey === need.node && node.done)
    case 'verifiedFact':
      return input.facts.some((fact) => fact.metric === need.metric && fact.state === 'verified')
    case 'evidence': {
      const { evidence = [] } = input
      if ('node' in need) return evidence.some(({ nodeKey }) => nodeKey === need.node)
      return evidence.some(({ metric }) => metric === need.metric)
    }
    case 'link':
      return (input.links ?? []).some(({ kind, fields }) => kind === need.link && isAmong(need, fields))
  }
}

const isAmong = ({ among, filled }: LinkNeed, fields: Readonly<Record<string, unknown>>): boolean =>
  (among === undefined || among.values.some((value) => fields[among.field] === value)) &&
  (filled === undefined || !isEmpty(fields[filled]))

function tell(need: Requirement, playbook: Playbook, stage: string): Pick<Missing, 'path' | 'text'> {
  switch (need.kind) {
    case 'field': {
      const { zh, en } = playbook.fields[need.field]!.title
      return { path: need.field, text: { zh: `填写“${zh}”`, en: `Fill in '${en}'` } }
    }
    case 'nodeDone': {
      const { zh, en } = playbook.nodes.find((node) => node.key === need.node)!.title
      return { path: `nodes/${need.node}/done`, text: { zh: `完成节点“${zh}”`, en: `Finish the node '${en}'` } }
    }
    case 'verifiedFact': {
      const { zh, en } = playbook.metrics[need.metric]!.title
      return {
        path: `facts/${need.metric}`,
        text: { zh: `“${zh}”要有已核实的数据`, en: `'${en}' needs a verified figure` },
      }
    }
    case 'evidence':
      return tellEvidence(need, playbook)
    case 'link':
      return { path: `links/${need.link}`, text: linkNeedText(need, playbook) }
    case 'condition':
      return { path: `gates/${stage}`, text: need.message }
  }
}

function tellEvidence(need: EvidenceNeed, playbook: Playbook): Pick<Missing, 'path' | 'text'> {
  const isOfNode = 'node' in need
  const path = isOfNode ? `evidence/nodes/${need.node}` : `evidence/facts/${need.metric}`
  const { zh, en } = evidenceSubject(need, playbook)
  return { path, text: { zh: `上传“${zh}”的佐证`, en: `Add evidence of '${en}'` } }
}

/** What has to be linked, in words; choices by the names that this list has for them. */
export function linkNeedText({ link, among }: LinkNeed, playbook: Playbook): Title {
  const { zh, en } = playbook.linkKinds![link]!.title
  const field = among && playbook.fields[among.field]
  if (field?.kind !== 'choice') return { zh: `关联“${zh}”`, en: `Link '${en}'` }
  const titles = among!.values.map((value) => field.choices[value]!.title)
  const names = (language: 'zh' | 'en', by: string) => titles.map((title) => title[language]).join(by)
  return { zh: `关联“${zh}”：${names('zh', '或')}`, en: `Link '${en}': ${names('en', ' or ')}` }
}

/** What the evidence is asked for: the node's or the metric's name. */
export function evidenceSubject(need: EvidenceNeed, playbook: Playbook): Title {
  if (!('node' in need)) return playbook.metrics[need.metric]!.title
  return playbook.nodes.find((node) => node.key === need.node)!.title
}

/** Gate expressions are compiled once per playbook, all of them: there are few. */
const gateTests = oncePer((playbook: Playbook) => {
  const compile = expressionCompiler(gateScope(playbook))
  const needs = playbook.gates.flatMap((gate) => gate.needs)
  const sources = needs.flatMap((need) => (need.kind === 'condition' ? need.test : (need.when ?? [])))
  return new Map(sources.map((source) => [source, soundTest(compile(source))]))
})

const holds = (playbook: Playbook, source: string, values: ScopeValues): boolean =>
  gateTests(playbook).get(source)!(values)
