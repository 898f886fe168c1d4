import type { Money, PartialDate } from '@guatu/kernel'
import { isEmpty } from './document/field-value.ts'
import type { Scope, ScopeType, ScopeValue, ScopeValues } from './expression.ts'
import type { Field, FieldKind } from './field.ts'
import type { ClockFigures, ItemFigures, NodeFigures } from './figures.ts'
import type { LampSubject, Playbook } from './playbook.ts'

const nodeScope: Record<keyof NodeFigures, ScopeType> = {
  dated: 'bool',
  started: 'bool',
  lateDays: 'double',
  lateWorkdays: 'double',
  dueInDays: 'double',
  dueInWorkdays: 'double',
  startLateDays: 'double',
  floatWorkdays: 'double',
  critical: 'bool',
}

const itemScope: Record<keyof ItemFigures, ScopeType> = {
  stageIndex: 'double',
  started: 'bool',
  finished: 'bool',
  hasPlan: 'bool',
  reported: 'bool',
  donePercent: 'double',
  elapsedPercent: 'double',
  behindPoints: 'double',
  startLateDays: 'double',
  overdueDays: 'double',
  dated: 'bool',
  dueInDays: 'double',
  schedulePercent: 'double',
  startMissedMonths: 'double',
  notInStatisticsMonths: 'double',
  dayOfMonth: 'double',
  reportedThisMonth: 'bool',
  monthsWithoutReport: 'double',
  sameAsLastMonth: 'bool',
  yellowMonthsRunning: 'double',
  overdueOrders: 'double',
  pledgesAtRisk: 'double',
  pledgesBroken: 'double',
  promiseKnown: 'bool',
  promiseKept: 'bool',
  promisePercent: 'double',
}

const clockScope: Record<keyof ClockFigures, ScopeType> = {
  running: 'bool',
  paused: 'bool',
  limited: 'bool',
  overdue: 'bool',
  warns: 'bool',
  spentHours: 'double',
  leftHours: 'double',
  leftPercent: 'double',
  overdueHours: 'double',
  overdueWorkdays: 'double',
}

const subjectScopes = { node: nodeScope, item: itemScope, clock: clockScope }

/** What a lamp rule sees: its subject's figures, and the thresholds as `t`. */
export function lampScope(subject: LampSubject, thresholds: Readonly<Record<string, number>>): Scope {
  const t = Object.fromEntries(Object.keys(thresholds).map((key) => [key, 'double' as const]))
  return { [subject]: subjectScopes[subject], t }
}

/** Names of the figures of a subject that are numbers, which a lit lamp can show. */
export function numericFigures(subject: LampSubject): readonly string[] {
  return Object.entries(subjectScopes[subject]).flatMap(([key, type]) => (type === 'double' ? [key] : []))
}

interface Exposure {
  readonly type: ScopeType
  /** What an expression sees of a value; called with checked, non-empty values only. */
  readonly see: (value: never) => ScopeValue
}

const text: Exposure = { type: 'string', see: (value: string) => value }
const figure: Exposure = { type: 'double', see: (value: number) => value }

/**
 * How a gate's condition sees a field. Money is seen as a float of yuan, enough to compare with a limit; a foreign
 * amount is seen as 0, since no rate is at hand. A date is seen as its ISO day, which compares as text.
 */
const exposures: Record<FieldKind, Exposure> = {
  text,
  longText: text,
  integer: figure,
  number: figure,
  percent: figure,
  money: { type: 'double', see: (value: Money) => (value.currency === 'CNY' ? Number(value.amount) : 0) },
  date: { type: 'string', see: (value: PartialDate) => value.date },
  choice: text,
  flag: { type: 'bool', see: (value: boolean) => value },
  org: text,
  // "id" in fields.x, size(fields.x)
  orgs: { type: 'list<string>', see: (value: readonly string[]) => value },
  person: text,
  area: text,
  industry: text,
  districtIndustry: text,
  uscc: text,
  phone: text,
}

const emptyValues: Record<ScopeType, ScopeValue> = { double: 0, bool: false, string: '', 'list<string>': [] }

/** What a gate's expressions see: `fields.<key>`, and `filled.<key>` which tells an empty field from a zero. */
export const gateScope = (playbook: Playbook): Scope => fieldScope(Object.entries(playbook.fields))

/**
 * What the limit of a clock sees of an item: what a gate sees but for secrets and reported figures. Clocks are recomputed
 * from the record of the item's own document, which holds neither.
 */
export const limitScope = (playbook: Playbook): Scope =>
  fieldScope(Object.entries(playbook.fields).filter(([, { secret, metric }]) => !secret && !metric))

function fieldScope(entries: readonly (readonly [string, Field])[]): Scope {
  const fields: Record<string, ScopeType> = {}
  const filled: Record<string, ScopeType> = {}
  for (const [key, field] of entries) {
    fields[key] = exposures[field.kind].type
    filled[key] = 'bool'
  }
  return { fields, filled }
}

export function gateValues(playbook: Playbook, document: Readonly<Record<string, unknown>>): ScopeValues {
  const fields: Record<string, ScopeValue> = {}
  const filled: Record<string, boolean> = {}
  for (const [key, field] of Object.entries(playbook.fields)) {
    const value = document[key]
    const { type, see } = exposures[field.kind]
    filled[key] = !isEmpty(value)
    fields[key] = isEmpty(value) ? emptyValues[type] : see(value as never)
  }
  return { fields, filled }
}
