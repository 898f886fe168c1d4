import { amountOfCents, centsOf } from '@guatu/kernel'
import { upsertRows } from './rows.ts'
import type { ItemRow, RollupRow, RollupRuleRow } from './schema.ts'
import type { Tx } from './store.ts'
import { nilId } from './uuid.ts'

/** What one item adds to the roll-up; amounts in cents. */
interface Share {
  items: number
  amountCny: bigint
  planCny: bigint
  doneCny: bigint
  verifiedCny: bigint
  unplannedDoneCny: bigint
  unplannedItems: number
  largeItems: number
  withBlockers: number
  noLeadOrg: number
  noDeadline: number
  noPlan: number
  noOwner: number
}

/** The columns that a share of an item needs. */
export type RolledItem = Pick<
  ItemRow,
  | 'districtId'
  | 'playbookKey'
  | 'figuresYear'
  | 'areaCode'
  | 'stage'
  | 'lamp'
  | 'leadOrgId'
  | 'amountCny'
  | 'planCny'
  | 'doneCny'
  | 'verifiedCny'
  | 'hasBlockers'
  | 'deadline'
  | 'ownerId'
  | 'lampReasons'
>
export interface ItemChange {
  readonly before: RolledItem | null
  readonly after: RolledItem | null
}

/** 亿元项目: 100 million yuan or more. */
const largeCents = 10_000_000_000n
const cents = (amount: string | null) => (amount === null ? 0n : centsOf(amount))
const count = (condition: boolean) => (condition ? 1 : 0)

function shareOf(item: RolledItem): Share {
  const amountCny = cents(item.amountCny)
  const planCny = cents(item.planCny)
  const doneCny = cents(item.doneCny)
  const unplannedDoneCny = planCny === 0n ? doneCny : 0n
  return {
    items: 1,
    amountCny,
    planCny,
    doneCny,
    verifiedCny: cents(item.verifiedCny),
    unplannedDoneCny,
    unplannedItems: count(unplannedDoneCny !== 0n),
    largeItems: count(amountCny >= largeCents),
    withBlockers: count(item.hasBlockers),
    noLeadOrg: count(item.leadOrgId === null),
    noDeadline: count(item.deadline === null),
    noPlan: count(item.planCny === null),
    noOwner: count(item.ownerId === null),
  }
}

/** Rules that the lamp stands on: those lit as gravely as the lamp itself. */
const groundsOf = ({ lamp, lampReasons }: RolledItem) =>
  new Set(lampReasons.filter((reason) => reason.level === lamp && !reason.exempted).map((reason) => reason.rule))

const rollupKey = ['districtId', 'playbookKey', 'year', 'areaCode', 'stage', 'lamp', 'leadOrgId'] as const
const ruleKey = ['districtId', 'playbookKey', 'areaCode', 'lamp', 'rule'] as const
const addedColumns = [
  'items',
  'amountCny',
  'planCny',
  'doneCny',
  'verifiedCny',
  'unplannedDoneCny',
  'unplannedItems',
  'largeItems',
  'withBlockers',
  'noLeadOrg',
  'noDeadline',
  'noPlan',
  'noOwner',
] as const satisfies readonly (keyof Share)[]

const place = (item: RolledItem) => ({
  districtId: item.districtId,
  playbookKey: item.playbookKey,
  year: item.figuresYear,
  areaCode: item.areaCode ?? '',
  stage: item.stage,
  lamp: item.lamp,
  leadOrgId: item.leadOrgId ?? nilId,
})

class Sums<Place extends object> {
  readonly #sums = new Map<string, { place: Place; share: Share }>()

  add(place: Place, share: Share, sign: 1 | -1): void {
    const key = Object.values(place).join('\u0001')
    const sum = this.#sums.get(key)
    if (!sum) {
      const signed = Object.entries(share).map(([name, value]) => [name, sign === 1 ? value : -value])
      this.#sums.set(key, { place, share: Object.fromEntries(signed) })
      return
    }
    for (const name of addedColumns) {
      const part = share[name]
      if (typeof part === 'bigint') (sum.share[name] as bigint) += sign === 1 ? part : -part
      else (sum.share[name] as number) += sign * part
    }
  }

  /** Sums that are not nothing, in the order of their keys. */
  entries(): { place: Place; share: Share }[] {
    return [...this.#sums.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, sum]) => sum)
      .filter(({ share }) => addedColumns.some((name) => share[name] !== 0 && share[name] !== 0n))
  }
}

const amounts = (share: Share) => ({
  amountCny: amountOfCents(share.amountCny),
  planCny: amountOfCents(share.planCny),
  doneCny: amountOfCents(share.doneCny),
  verifiedCny: amountOfCents(share.verifiedCny),
  unplannedDoneCny: amountOfCents(share.unplannedDoneCny),
})

/** What changes of items change in the roll-up: nothing where an item stays in its place with its figures. */
export function rollupDeltas(changes: Iterable<ItemChange>): { rollup: RollupRow[]; rules: RollupRuleRow[] } {
  const sums = new Sums<ReturnType<typeof place>>()
  const rules = new Map<string, RollupRuleRow>()
  const addRules = (item: RolledItem, sign: 1 | -1) => {
    const { districtId, playbookKey, areaCode, lamp } = item
    for (const rule of groundsOf(item)) {
      const key = [playbookKey, areaCode ?? '', lamp, rule].join('\u0001')
      const row = rules.get(key) ?? { districtId, playbookKey, areaCode: areaCode ?? '', lamp, rule, items: 0 }
      row.items += sign
      rules.set(key, row)
    }
  }
  for (const { before, after } of changes) {
    for (const [item, sign] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (!item) continue
      sums.add(place(item), shareOf(item), sign)
      addRules(item, sign)
    }
  }
  return {
    rollup: sums.entries().map(({ place: at, share }) => ({ ...at, ...share, ...amounts(share) })),
    rules: [...rules.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => row)
      .filter((row) => row.items !== 0),
  }
}

/** Writes the deltas; rows that have come down to no item go. */
export async function rollUp(tx: Tx, changes: Iterable<ItemChange>): Promise<void> {
  const { rollup, rules } = rollupDeltas(changes)
  await upsertRows(tx, 'rollup', rollup, { key: rollupKey, added: addedColumns })
  await upsertRows(tx, 'rollupRule', rules, { key: ruleKey, added: ['items'] })
  if (rollup.some((row) => row.items < 0)) {
    await tx.db.deleteFrom('rollup').where('districtId', '=', tx.districtId).where('items', '=', 0).execute()
  }
  if (rules.some((row) => row.items < 0)) {
    await tx.db.deleteFrom('rollupRule').where('districtId', '=', tx.districtId).where('items', '=', 0).execute()
  }
}
