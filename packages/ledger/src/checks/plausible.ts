import { centsOf, type Money, type PartialDate } from '@guatu/kernel'
import type { FieldRole, Playbook } from '@guatu/playbook'
import type { CellRemark, LedgerValue } from '../report.ts'
import type { ReadyColumn, RowDraft } from '../rows/row-input.ts'
import { halfWidth } from '../text/normalise.ts'
import { moneyUnitOf } from '../values/units.ts'

const yi = 10_000_000_000n

/** Above these nobody builds: per mu of land, per square metre of building, per project. In cents. */
const highestPerMu = 50_000_000n * 100n
const highestPerM2 = 100_000n * 100n
const highestAmount = 1000n * yi

interface Roles {
  value(draft: RowDraft, role: FieldRole): LedgerValue | undefined
  column(role: FieldRole): string | null
}

type Lettered = readonly Pick<ReadyColumn, 'field' | 'letter'>[]

function rolesOf(playbook: Playbook, columns: Lettered): Roles {
  return {
    value: (draft, role) => draft.fields[playbook.roles[role] ?? ''],
    column: (role) => columns.find(({ field }) => field === playbook.roles[role])?.letter ?? null,
  }
}

/** What makes a row impossible: no name, or a finish before the start. */
export function rowErrors(draft: RowDraft, columns: Lettered, playbook: Playbook): CellRemark[] {
  const roles = rolesOf(playbook, columns)
  const errors: CellRemark[] = []
  const titled = draft.errors.some((error) => error.column === roles.column('title'))
  if (!titled && !roles.value(draft, 'title')) {
    errors.push({ row: draft.row, column: roles.column('title'), value: null, message: '缺项目名称' })
  }
  const start = roles.value(draft, 'start') as PartialDate | undefined
  const finish = roles.value(draft, 'finish') as PartialDate | undefined
  if (start && finish && finish.date < start.date) {
    const message = `竣工早于开工：${finish.raw ?? finish.date} 在 ${start.raw ?? start.date} 之前`
    errors.push({
      row: draft.row,
      column: roles.column('finish') ?? roles.column('start'),
      value: finish.raw ?? finish.date,
      message,
    })
  }
  return errors
}

/** What is possible yet odd: pointed out, never changed. Amounts are held against `all` projects of the sheet. */
export function itemWarnings(
  drafts: readonly RowDraft[],
  columns: readonly ReadyColumn[],
  playbook: Playbook,
  all = drafts,
): CellRemark[] {
  const roles = rolesOf(playbook, columns)
  const median = medianCents(all.map((draft) => yuanCents(roles.value(draft, 'amount'))))
  return drafts.flatMap((draft) => [
    ...amountWarnings(draft, roles, median),
    ...orderWarnings(draft, roles),
    ...unitWarnings(draft, columns, playbook),
  ])
}

function yuanCents(value: LedgerValue | undefined): bigint | null {
  if (typeof value === 'string') return centsOf(value)
  const money = value as Money | undefined
  return money && typeof money === 'object' && money.currency === 'CNY' ? centsOf(money.amount) : null
}

function medianCents(amounts: readonly (bigint | null)[]): bigint | null {
  const known = amounts
    .filter((amount): amount is bigint => amount !== null && amount > 0n)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return known.length >= 5 ? known[Math.floor(known.length / 2)]! : null
}

function amountWarnings(draft: RowDraft, roles: Roles, median: bigint | null): CellRemark[] {
  const cents = yuanCents(roles.value(draft, 'amount'))
  if (cents === null || cents === 0n) return []
  const warn = (message: string): CellRemark => ({
    row: draft.row,
    column: roles.column('amount'),
    value: yuanText(cents),
    message,
  })
  const warnings: CellRemark[] = []
  const mu = roles.value(draft, 'landAreaMu')
  if (typeof mu === 'number' && mu > 0 && perUnit(cents, mu) > highestPerMu)
    warnings.push(warn(`总投资${yuanText(cents)}对用地${mu}亩偏大，请核对单位`))
  const floor = floorAreaM2(draft)
  if (floor && perUnit(cents, floor.m2) > highestPerM2)
    warnings.push(warn(`总投资${yuanText(cents)}对“${floor.text}”偏大，请核对单位`))
  if (cents > highestAmount) warnings.push(warn(`总投资${yuanText(cents)}超过1000亿元，请核对单位`))
  else if (median && cents > median * 1000n)
    warnings.push(warn(`总投资${yuanText(cents)}是同表项目中位数的1000倍以上，请核对单位`))
  if (median && cents * 1000n < median)
    warnings.push(warn(`总投资${yuanText(cents)}不到同表项目中位数的千分之一，请核对单位`))
  return warnings
}

const perUnit = (cents: bigint, units: number): bigint =>
  (cents * 1000n) / BigInt(Math.max(1, Math.round(units * 1000)))

function yuanText(cents: bigint): string {
  if (cents >= yi) return `${Number((cents * 100n) / yi) / 100}亿元`
  return cents >= 1_000_000n ? `${Number(cents / 10_000n) / 100}万元` : `${Number(cents) / 100}元`
}

/** Floor area that the scope's words name: 建筑面积约7.9万平方米. */
function floorAreaM2(draft: RowDraft): { readonly m2: number; readonly text: string } | null {
  for (const value of Object.values(draft.fields)) {
    if (typeof value !== 'string' || !value.includes('建筑面积')) continue
    const match = /建筑面积(?:共|合计|约|为|:|达)*(\d+(?:\.\d+)?)(万)?(?:平方米|m2|平米)/.exec(
      halfWidth(value).replace(/\s+/g, ''),
    )
    if (match) return { m2: Number(match[1]) * (match[2] ? 10_000 : 1), text: match[0] }
  }
  return null
}

function orderWarnings(draft: RowDraft, roles: Roles): CellRemark[] {
  const warnings: CellRemark[] = []
  const above = (role: FieldRole, limit: FieldRole, message: string): void => {
    const cents = yuanCents(roles.value(draft, role))
    const most = yuanCents(roles.value(draft, limit))
    const bounded = typeof roles.value(draft, limit) === 'object'
    if (cents !== null && most !== null && cents > most && most > 0n && !bounded) {
      warnings.push({
        row: draft.row,
        column: roles.column(role),
        value: yuanText(cents),
        message: `${message}（${yuanText(most)}）`,
      })
    }
  }
  above('annualPlan', 'amount', '今年计划投资大于总投资')
  above('annualDone', 'amount', '今年完成投资大于总投资')
  above('monthDone', 'annualDone', '本月完成投资大于今年累计完成')
  return warnings
}

/** A remark that names another unit than the one read by: 单位亿美元 beside a column of 万美元. */
function unitWarnings(draft: RowDraft, columns: readonly ReadyColumn[], playbook: Playbook): CellRemark[] {
  const texts = [
    ...Object.values(draft.extra),
    ...Object.entries(draft.fields).flatMap(([key, value]) =>
      isProse(playbook, key) && typeof value === 'string' ? [value] : [],
    ),
  ]
  for (const text of texts) {
    if (!text.includes('单位')) continue
    const stated = /单位[:为是]?([百千]?[万亿]?(?:美|欧|日|港)?元)/.exec(halfWidth(text).replace(/\s+/g, ''))?.[1]
    const unit = stated ? moneyUnitOf(stated) : null
    if (!unit) continue
    const odd = columns.filter((column) => {
      const value =
        column.field && playbook.fields[column.field]?.kind === 'money' ? draft.fields[column.field] : undefined
      const currency = typeof value === 'string' ? 'CNY' : (value as Money | undefined)?.currency
      return value !== undefined && currency === unit.currency && column.money.power !== unit.power
    })
    return odd.map((column) => ({
      row: draft.row,
      column: column.letter,
      value: stated!,
      message: `这一行写有“${text}”，而本列按${column.money.label}读入，请核对单位`,
    }))
  }
  return []
}

const isProse = (playbook: Playbook, key: string): boolean =>
  ['text', 'longText'].includes(playbook.fields[key]?.kind ?? '')
