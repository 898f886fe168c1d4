import type { EvidenceKind } from '@guatu/contract'
import type { DoneBasis, LampLevel, LampReason, NodeLink, Phase, Source } from '@guatu/kernel'
import type { DistrictPlan, Playbook, RungLevel, WorkingHours } from '@guatu/playbook'
import type { AccessRuleRow, ChargeRow, ItemPartyRow, PostRow } from './access-rows.ts'
import type { BaselineNodeRow, BaselineRow, ChangeNodeRow, ChangeRequestRow } from './changes/rows.ts'
import type { ChainAlgorithm } from './digest.ts'
import type { ClockRow, ItemLinkRow, PauseRow, StayRow } from './loop-rows.ts'
import type { ReportRow, ReportStateRow } from './report-rows.ts'
import type { EventSecretRow, ItemSecretRow } from './secret-rows.ts'
import type { ExemptionRow, LampMonthRow, SignContestRow } from './sign-rows.ts'

/**
 * The tables as the program sees them: days are ISO text, instants ISO text in UTC, amounts decimal text. Columns carry
 * the same names in snake case.
 */
export interface DistrictRow {
  districtId: string
  name: string
  shortName: string
  demonstration: boolean
  day: string
  areaMap: unknown
  /** Offices' hours where they differ from the usual ones. */
  workingHours: WorkingHours | null
  createdAt: string
}

export interface OrgRow {
  districtId: string
  orgId: string
  parentId: string | null
  kind: string
  name: string
  shortName: string | null
  areaCode: string | null
  assessed: boolean
  position: number
  searchText: string
  demonstration: boolean
  /** Names that it bore before, the latest first. */
  formerNames: readonly { readonly name: string; readonly shortName: string | null; readonly until: string }[]
  openedOn: string | null
  /** Last day in being; a unit is closed, never deleted. */
  closedOn: string | null
  revision: number
}

export interface PersonRow {
  districtId: string
  personId: string
  orgId: string | null
  name: string
  post: string | null
  searchText: string
  demonstration: boolean
  revision: number
}

/** How to reach a person: readable by whoever keeps the directory, and by the person. */
export interface PersonContactRow {
  districtId: string
  personId: string
  phone: string | null
  email: string | null
}

export interface PlaybookVersionRow {
  districtId: string
  playbookKey: string
  version: number
  definition: Playbook
}

export interface DistrictPlanRow {
  districtId: string
  playbookKey: string
  revision: number
  plan: DistrictPlan
  savedAt: string
}

export interface ItemRow {
  districtId: string
  itemId: string
  playbookKey: string
  playbookVersion: number
  planRevision: number
  revision: number
  stageIndex: number
  lampRank: number
  figuresYear: number
  litOn: string
  /** Nothing that the passing of days can change: never lit again. */
  settled: boolean
  hasBlockers: boolean
  feasible: boolean
  shortfallWorkdays: number
  plannedStart: string | null
  deadline: string | null
  leadOrgId: string | null
  ownerId: string | null
  createdAt: string
  updatedAt: string
  /** Since when the row says what it says, but for what every passing day moves. */
  knownFrom: string
  /** The day that it was lit by then. */
  litFrom: string
  amountCny: string | null
  planCny: string | null
  doneCny: string | null
  verifiedCny: string | null
  /** Two decimals, as text: `12.40`. */
  behindPoints: string | null
  /** Null where nothing is planned. */
  maturityPercent: number | null
  landAreaMu: string | null
  stage: string
  /** What the rules of access take the stage for. */
  phase: Phase
  lamp: LampLevel
  areaCode: string | null
  industryCode: string | null
  title: string
  /** Pinyin of the title, to sort by. */
  titleKey: string
  /** Keys of the lit rules. */
  rules: string[]
  searchText: string
  lampReasons: readonly LampReason[]
  /** Without what is kept apart: `item_secret` holds that. */
  fields: Readonly<Record<string, unknown>>
  /** What is shown of secret fields that hold a value. */
  masks: Readonly<Record<string, string>>
  /** Opened to the oversight of the People's Congress. */
  opened: boolean
  /** The rung of the ladder that it has climbed to by itself. */
  escalatedTo: RungLevel | null
  links: readonly NodeLink[] | null
  source: Source
}

export interface NodeRow {
  districtId: string
  itemId: string
  nodeKey: string
  position: number
  durationWorkdays: number
  floatWorkdays: number | null
  plannedStart: string | null
  plannedFinish: string | null
  baselineStart: string | null
  baselineFinish: string | null
  actualStart: string | null
  actualFinish: string | null
  notBefore: string | null
  ownerId: string | null
  leadOrgId: string | null
  leaderId: string | null
  critical: boolean
  doneBasis: DoneBasis | null
  percentDone: number | null
  lamp: LampLevel
  stage: string
  title: string | null
  standard: string | null
}

export interface FactRow {
  districtId: string
  factId: string
  itemId: string
  metric: string
  period: string
  value: string
  currency: string | null
  source: Source
  evidence: string | null
  reportedBy: string
  /** Who reported it, where a person did: somebody else has to verify it. */
  reportedById: string | null
  reportedAt: string
  /** The report that it came with. */
  reportId: string | null
}

export interface FactVerificationRow {
  districtId: string
  factId: string
  verifiedBy: string
  verifiedById: string | null
  verifiedAt: string
  evidence: string | null
}

export interface FactCurrentRow {
  districtId: string
  itemId: string
  metric: string
  period: string
  factId: string
  value: string
  currency: string | null
  verifiedFactId: string | null
  verifiedValue: string | null
}

export interface ChainHeadRow {
  districtId: string
  seq: number
  hash: string
  /** What the chain is made with. */
  algorithm: ChainAlgorithm
}

/** An item whose sensitive fields somebody read; the event of this number tells who and which. */
export interface SensitiveReadRow {
  districtId: string
  itemId: string
  seq: number
}

export interface EventRow {
  districtId: string
  seq: number
  at: string
  actor: string
  actorId: string | null
  post: string | null
  origin: string | null
  verb: string
  itemId: string | null
  data: Readonly<Record<string, unknown>>
  reason: string | null
  hash: string
}

interface RollupFigures {
  items: number
  amountCny: string
  planCny: string
  doneCny: string
  verifiedCny: string
}

export interface RollupRow extends RollupFigures {
  districtId: string
  playbookKey: string
  year: number
  areaCode: string
  stage: string
  lamp: LampLevel
  leadOrgId: string
  /** Done by items without a plan for the year: outside of what the plan is measured by. */
  unplannedDoneCny: string
  unplannedItems: number
  largeItems: number
  withBlockers: number
  noLeadOrg: number
  noDeadline: number
  noPlan: number
  noOwner: number
}

export interface RollupDayRow extends RollupFigures {
  districtId: string
  day: string
  playbookKey: string
  areaCode: string
  stage: string
  lamp: LampLevel
}

export interface RollupRuleRow {
  districtId: string
  playbookKey: string
  areaCode: string
  lamp: LampLevel
  rule: string
  items: number
}

/** The mapping of columns that a user settled for ledgers of one shape: column letter to field key. */
export interface ImportMappingRow {
  districtId: string
  playbookKey: string
  shape: string
  mapping: Readonly<Record<string, string | null>>
}

export interface ImportRecordRow {
  districtId: string
  importId: string
  playbookKey: string
  fileName: string
  sha256: string
  sheet: string
  actor: string
  actorId: string | null
  committedAt: string
  createdItems: number
  changedItems: number
  undoneAt: string | null
}

export interface EvidenceRow {
  districtId: string
  evidenceId: string
  itemId: string
  nodeKey: string | null
  factId: string | null
  sha256: string
  fileName: string
  kind: EvidenceKind
  bytes: number
  takenAt: string | null
  place: string | null
  note: string | null
  addedBy: string
  addedById: string | null
  addedAt: string
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnById: string | null
  withdrawnReason: string | null
}

export interface Database {
  district: DistrictRow
  org: OrgRow
  person: PersonRow
  playbookVersion: PlaybookVersionRow
  districtPlan: DistrictPlanRow
  item: ItemRow
  itemSecret: ItemSecretRow
  eventSecret: EventSecretRow
  node: NodeRow
  itemLink: ItemLinkRow
  stay: StayRow
  pause: PauseRow
  clock: ClockRow
  fact: FactRow
  factVerification: FactVerificationRow
  factCurrent: FactCurrentRow
  chainHead: ChainHeadRow
  event: EventRow
  sensitiveRead: SensitiveReadRow
  rollup: RollupRow
  rollupDay: RollupDayRow
  rollupRule: RollupRuleRow
  evidence: EvidenceRow
  report: ReportRow
  reportState: ReportStateRow
  baseline: BaselineRow
  baselineNode: BaselineNodeRow
  changeRequest: ChangeRequestRow
  changeNode: ChangeNodeRow
  importMapping: ImportMappingRow
  importRecord: ImportRecordRow
  post: PostRow
  charge: ChargeRow
  personContact: PersonContactRow
  accessRule: AccessRuleRow
  itemParty: ItemPartyRow
  lampMonth: LampMonthRow
  exemption: ExemptionRow
  signContest: SignContestRow
}
