import type { LampLevel, NodeLinkType, Phase, Title } from '@guatu/kernel'
import type { Field } from './field.ts'
import type { ClosedLoop, ItemRelation, Move } from './loop.ts'
import type { Maturity } from './maturity-signs.ts'
import type { DocumentTemplate } from './official.ts'
import type { PledgeSense } from './pledge/sense.ts'
import type { Capability, Expression } from './terms.ts'

/**
 * Which field plays a part that the kernel knows of, so that every list has title, dates and amounts in the same
 * columns of the store whatever its fields are called.
 */
export type FieldRole =
  | 'title'
  | 'leadOrg'
  | 'owner'
  | 'leader'
  | 'area'
  | 'location'
  | 'industry'
  | 'start'
  | 'finish'
  | 'actualStart'
  | 'inStatistics'
  | 'amount'
  | 'annualPlan'
  | 'annualDone'
  | 'monthDone'
  | 'landAreaMu'
  | 'progress'
  | 'blockers'
  | 'urgency'
  | 'matterType'
  | 'asked'
  | 'raiser'
  | 'raiserOrg'
  | 'raisedOn'
  /** Of an application for a change of plan: the deadline asked for, and the shift of the finish that it comes to. */
  | 'askedFinish'
  | 'askedWorkdays'

export interface Stage {
  readonly key: string
  readonly title: Title
  /** How ledgers call it. */
  readonly words: readonly string[]
  /** Final stages have no way on. */
  readonly final?: boolean
  /** Beside the way: its gate is asked only of what goes to it, and what goes to it passes no other gate. */
  readonly aside?: boolean
  /** Whoever stands here, or further, has started, or has finished: the item's own start or finish date is behind it. */
  readonly reaches?: 'start' | 'finish'
  /** What the rules of access take the stage for; absent: `delivery`. */
  readonly phase?: Phase
}

export type Requirement =
  | { readonly kind: 'field'; readonly field: string; readonly when?: Expression }
  | { readonly kind: 'nodeDone'; readonly node: string; readonly when?: Expression }
  | { readonly kind: 'verifiedFact'; readonly metric: string; readonly when?: Expression }
  | EvidenceNeed
  | LinkNeed
  | { readonly kind: 'condition'; readonly test: Expression; readonly message: Title }

/** At least one file that stands: of a node, or of any figure of a metric. */
export type EvidenceNeed = { readonly kind: 'evidence'; readonly when?: Expression } & (
  | { readonly node: string }
  | { readonly metric: string }
)

/** At least one link of a kind that the list knows; `among`: to an item whose choice is one of these. */
export interface LinkNeed {
  readonly kind: 'link'
  readonly link: string
  readonly among?: { readonly field: string; readonly values: readonly string[] }
  /** A field that the linked item has to have filled. */
  readonly filled?: string
  readonly when?: Expression
}

/** What a move into `to` needs, and with it every stage on the way to it. */
export interface Gate {
  readonly to: string
  readonly needs: readonly Requirement[]
}

export interface NodeTemplate {
  readonly key: string
  readonly title: Title
  readonly stage: string
  readonly durationWorkdays: number
  /** How short it can be made where time is scarce; absent: the duration is fixed by law or nature. */
  readonly shortestWorkdays?: number
  /** Grows and shrinks with the item's own span from start to finish, as building work does. */
  readonly elastic?: boolean
  /** The node that the item's own start date, or finish date, is the date of. At most one node each. */
  readonly anchor?: 'start' | 'finish'
  /** Acceptance standard: what must be seen for the node to count as done. */
  readonly standard: Title
  /** What must be shown for it: the document or record that proves the standard; absent: none is named. */
  readonly evidence?: Title
  /** Unit that answers for it by default: a name or short name in the directory; `lead` is the item's lead unit. */
  readonly leadOrg: string
  /** Where the duration comes from when a law or rule sets it. */
  readonly basis?: string
}

export interface LinkTemplate {
  readonly from: string
  readonly to: string
  readonly type: NodeLinkType
  readonly lagWorkdays: number
  readonly soft: boolean
}

export type LitLevel = Exclude<LampLevel, 'green' | 'none'>

export type LampSubject = 'node' | 'item' | 'clock'

/**
 * A lamp rule. Its expressions see `node`, `item` or `clock` figures and the thresholds as `t`. Where `when` holds, the
 * gravest level whose expression holds is lit. A rule of subject `node` never sees nodes that are done, one of subject
 * `clock` only clocks that run or are paused. `figures` names what the lit lamp shows, each a numeric key of the subject or
 * of the thresholds; `text` may quote them as `{key}`.
 */
export interface LampRule {
  readonly key: string
  readonly title: Title
  readonly subject: LampSubject
  /** Of subject `clock`: the clocks that it looks at; absent: each. */
  readonly clocks?: readonly string[]
  readonly when: Expression
  readonly levels: Readonly<Partial<Record<LitLevel, Expression>>>
  readonly figures: readonly string[]
  readonly text: Title
  /** Who is told when a level lights, by how they stand to the item; absent: nobody is told for it alone. */
  readonly tells?: Readonly<Partial<Record<LitLevel, readonly ItemRelation[]>>>
  /** What follows when a level lights, beside the lamp: a talk (约谈). */
  readonly consequence?: Readonly<Partial<Record<LitLevel, Title>>>
  /** Published rule or practice that the levels follow. */
  readonly basis?: string
}

export interface Metric {
  readonly title: Title
  readonly period: 'month' | 'year'
  readonly unit: 'CNY' | 'count'
  /** `latest`: the period's last fact stands for the year so far (cumulative). `sum`: periods add up. */
  readonly aggregation: 'latest' | 'sum'
}

/** A list's whole definition: frozen, serialisable data. Items pin its version. */
export interface Playbook extends ClosedLoop {
  readonly key: string
  readonly version: number
  readonly title: Title
  /** One item: 项目. */
  readonly itemTitle: Title
  readonly capabilities: readonly Capability[]
  readonly groups: Readonly<Record<string, Title>>
  readonly fields: Readonly<Record<string, Field>>
  readonly roles: Readonly<Partial<Record<FieldRole, string>>>
  /** The ledger column that names the stage: its title, and the headers that ledgers use for it. */
  readonly stageColumn: { readonly title: Title; readonly words: readonly string[] }
  readonly stages: readonly Stage[]
  readonly moves: readonly Move[]
  readonly gates: readonly Gate[]
  readonly nodes: readonly NodeTemplate[]
  readonly links: readonly LinkTemplate[]
  readonly metrics: Readonly<Record<string, Metric>>
  readonly lamps: { readonly thresholds: Readonly<Record<string, number>>; readonly rules: readonly LampRule[] }
  /** What makes its planned items ripe; absent: nothing is planned here. */
  readonly maturity?: Maturity
  /** Of a list of pledges: what its fields promise. */
  readonly pledge?: PledgeSense
  /** Fields of the short form that puts an item on the list from the phone, in order. */
  readonly raiseForm?: readonly string[]
  /** What its items come out as on paper, by key. */
  readonly documents?: Readonly<Record<string, DocumentTemplate>>
  /** Ledger columns shown at first, in order: field keys and the kernel's own (`stage`, `lamp`, `deadline`, `behindPoints`, `maturity`). */
  readonly columns: readonly string[]
}
