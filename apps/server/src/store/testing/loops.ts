import { clockStates, loopFromEvents, type Playbook } from '@guatu/playbook'
import { expect } from 'vitest'
import { workTimeOf } from '../items/list-context.ts'
import { loopsOf } from '../loop/state.ts'
import type { EventRow } from '../schema.ts'
import type { Tx } from '../store.ts'

function byItem<Row extends { readonly itemId: string | null }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    if (row.itemId !== null) groups.set(row.itemId, [...(groups.get(row.itemId) ?? []), row])
  }
  return groups
}

/**
 * Stays, pauses, clocks and rungs of every item are what its events alone come to; clocks as of the instant at which they
 * were last judged. Answers how many items were looked at.
 */
export async function expectLoops(tx: Tx, playbooks: readonly Playbook[]): Promise<number> {
  const { db, districtId } = tx
  const items = await db.selectFrom('item').selectAll().where('districtId', '=', districtId).execute()
  const events = byItem<EventRow>(await db.selectFrom('event').selectAll().orderBy('seq').execute())
  const clocks = byItem(await db.selectFrom('clock').selectAll().execute())
  const loops = await loopsOf(
    tx,
    items.map(({ itemId }) => itemId),
  )
  const time = await workTimeOf(tx)
  for (const { itemId, playbookKey, stage, escalatedTo } of items) {
    const playbook = playbooks.find(({ key }) => key === playbookKey)!
    const told = loopFromEvents(playbook, events.get(itemId) ?? [])
    const { stays, pauses } = loops(itemId)
    expect({ stage, escalatedTo }, itemId).toEqual({ stage: told.stage, escalatedTo: told.escalatedTo })
    expect(
      stays.map(({ stage, units, enteredAt, leftAt, entered }) => ({ stage, units, enteredAt, leftAt, entered })),
      `the way of ${itemId}`,
    ).toEqual(told.history.stays)
    const own = pauses.map(({ clock, ground, fromAt, toAt, untilDay }) => ({ clock, ground, fromAt, toAt, untilDay }))
    expect(own, `the pauses of ${itemId}`).toEqual(told.history.pauses)
    for (const row of clocks.get(itemId) ?? []) {
      const states = clockStates({ playbook, history: told.history, fields: told.fields, time, now: row.judgedAt })
      const { districtId: _district, itemId: _item, judgedAt: _at, nextChangeAt: _next, ...standing } = row
      expect(
        states.find(({ key }) => key === row.key),
        `${row.key} of ${itemId}`,
      ).toMatchObject(standing)
    }
    expect(clocks.get(itemId)?.length ?? 0).toBe(playbook.clocks?.length ?? 0)
  }
  return items.length
}
