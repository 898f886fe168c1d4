export { kernelColumns } from './check/fields.ts'
export type { Mistake } from './check/mistake.ts'
export { type ClockState, clockStates, dateOf, type ItemClocks } from './clock/clock-state.ts'
export { loopFromEvents, type ToldEvent, type ToldItem } from './clock/from-events.ts'
export {
  type ChargedUnits,
  historyAt,
  type LoopHistory,
  noHistory,
  type Pause,
  type Stay,
} from './clock/history.ts'
export { rungReached } from './clock/ladder.ts'
export { nextChangeAt } from './clock/next-change.ts'
export { stepped, unitsOf } from './clock/steps.ts'
export { minuteOf, usualHours, type WorkingHours, type WorkTime, workTime } from './clock/work-time.ts'
export { type HoursProblem, workingHoursProblems } from './clock/working-hours.ts'
export {
  comparePlans,
  type DifferenceCounts,
  type ItemDifference,
  type PlanComparison,
  type UnitDifferences,
} from './compare/compare-plans.ts'
export type { NodeDifference } from './compare/node-difference.ts'
export type { ComparedItem, ComparedNode, PlanSide } from './compare/sides.ts'
export { checkPlaybook, definePlaybook } from './define.ts'
export * from './dictionary.ts'
export { type CheckFieldsOptions, checkField, checkFields } from './document/check-fields.ts'
export { bad, type Checked, good } from './document/checked.ts'
export { type FieldValues, isEmpty } from './document/field-value.ts'
export { refuseForeign } from './document/written-by.ts'
export * from './field.ts'
export * from './figures.ts'
export { type FixedNode, fiveFixGaps } from './five-fix.ts'
export { deepFreeze } from './freeze.ts'
export {
  type Advance,
  type AdvanceInput,
  decideAdvance,
  missingForMove,
  moveKey,
  movesFrom,
  needsReason,
} from './gate/decide-advance.ts'
export {
  evidenceSubject,
  type GateEvidence,
  type GateInput,
  type GateLink,
  type GateStatus,
  gateStatus,
  gateStatuses,
  linkNeedText,
  type Missing,
} from './gate/gate-status.ts'
export { elapsedPercent } from './lamp/elapsed-percent.ts'
export { type Exemption, isInForce } from './lamp/exempt.ts'
export type { MonthEnd, MonthHistory } from './lamp/history.ts'
export { type FiguredItem, itemFigures, type Surroundings } from './lamp/item-figures.ts'
export { type LightLampsInput, type LitLamps, lightLamps } from './lamp/light.ts'
export { lastDayOf, monthBefore, monthOf } from './lamp/months.ts'
export { nodeFigures } from './lamp/node-figures.ts'
export * from './loop.ts'
export { type MaturityState, maturityOf } from './maturity.ts'
export type { Maturity, MaturitySign } from './maturity-signs.ts'
export { numberedFields, numberText, refuseRenumbering, type Series, seriesFor } from './numbering.ts'
export { type DocumentTemplate, filledText } from './official.ts'
export { type EffectNode, type PlanEffect, planEffect } from './plan/effect.ts'
export { type Hold, type HoldCost, holdCost } from './plan/hold-cost.ts'
export { type LaidOut, type LayPlanInput, layPlan } from './plan/lay-plan.ts'
export type { NodeChange } from './plan/node-changes.ts'
export { type Overrun, overruns, type Promises } from './plan/overrun.ts'
export { type MovedNode, type ReplanInput, type Replanned, replan } from './plan/replan.ts'
export * from './plan-template.ts'
export * from './playbook.ts'
export { type PledgedProject, type PromiseState, promiseState } from './pledge/promise.ts'
export type { PledgeMeasure, PledgeSense } from './pledge/sense.ts'
export { type Projection, type ProjectionInput, projectionOf } from './projection.ts'
export {
  hasChangedSince,
  type ReportDraft,
  type ReportGround,
  refuseReport,
  type SeenNode,
} from './report/check-report.ts'
export {
  expectedSum,
  figureCourse,
  figuresTold,
  isReportable,
  metricPeriod,
  type ReportMetric,
  reportMetrics,
  type StandingFigure,
  saysTheSame,
  sumBefore,
} from './report/metrics.ts'
export { wanOfYuan, yuanOfWan } from './report/wan.ts'
export { isMask, joinFields, maskOf, type PartedFields, partFields, wholeMask } from './secret.ts'
export { deriveSign, type SignKind, type SignRecord, type SignRow, signThresholds } from './sign/derive-signs.ts'
export { type DutyNode, type ItemTie, phaseOf, tiesOf } from './standing.ts'
export * from './terms.ts'
export { plainWord } from './word.ts'
