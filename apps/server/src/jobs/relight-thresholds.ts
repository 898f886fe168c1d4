import { isDeepStrictEqual } from 'node:util'
import type { DistrictPlan, LampRule, Playbook } from '@guatu/playbook'
import { sql } from 'kysely'
import type { Deps } from '../http/deps.ts'
import { isMoved } from '../store/items/relit.ts'
import { nilId } from '../store/uuid.ts'
import { batchSize, relightItems } from './relight.ts'

type Thresholds = DistrictPlan['thresholds']

/** Whose lamps a change of thresholds can move: nobody's, those of items with open nodes, or any item's. */
type Reach = 'none' | 'openNodes' | 'items'

/** A rule reads a threshold where its key stands in one of its expressions or among the figures that it shows. */
function reads({ when, levels, figures }: LampRule, keys: readonly string[]): boolean {
  const words = new Set([when, ...Object.values(levels), ...figures].join(' ').match(/\w+/g))
  return keys.some((key) => words.has(key))
}

export function reachOf({ lamps }: Pick<Playbook, 'lamps'>, before: Thresholds, after: Thresholds): Reach {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => before[key] !== after[key],
  )
  const subjects = new Set(lamps.rules.filter((rule) => reads(rule, changed)).map((rule) => rule.subject))
  if (subjects.has('item') || subjects.has('clock')) return 'items'
  return subjects.has('node') ? 'openNodes' : 'none'
}

/**
 * Lights a list anew after its thresholds were changed; only what moves is written. Items that pin another version of the
 * list have rules of their own, so they are always looked at. Answers how many were.
 */
export async function relightByThresholds(
  deps: Deps,
  playbook: Playbook,
  before: Thresholds,
  after: Thresholds,
): Promise<number> {
  if (isDeepStrictEqual(before, after)) return 0
  const reach = reachOf(playbook, before, after)
  const reached = {
    none: sql<boolean>`false`,
    openNodes: sql<boolean>`exists (select from node where node.district_id = item.district_id
      and node.item_id = item.item_id and node.done_basis is null)`,
    items: sql<boolean>`true`,
  }[reach]
  for (let last = nilId, looked = 0; ; ) {
    const itemIds = await deps.store.write(async (tx) => {
      const rows = await tx.db
        .selectFrom('item')
        .select('itemId')
        .where('districtId', '=', tx.districtId)
        .where('playbookKey', '=', playbook.key)
        .where('itemId', '>', last)
        .where(sql<boolean>`(playbook_version <> ${playbook.version} or ${reached})`)
        .orderBy('itemId')
        .limit(batchSize)
        .execute()
      const ids = rows.map((row) => row.itemId)
      await relightItems(deps, tx, ids, isMoved)
      return ids
    })
    looked += itemIds.length
    if (itemIds.length < batchSize) return looked
    last = itemIds.at(-1) as string
  }
}
