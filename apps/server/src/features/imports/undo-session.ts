import { done, type Outcome, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { append } from '../../store/append.ts'
import { appendEvents } from '../../store/chain.ts'
import { type FieldChanges, fieldChanges, updatedEvent } from '../../store/item-events.ts'
import { judge } from '../../store/items/judge.ts'
import { contextOf, type ListContext, listContext } from '../../store/items/list-context.ts'
import { lockItems, statesOf } from '../../store/items/read.ts'
import { rollUp } from '../../store/rollup.ts'
import type { ImportRecordRow, ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { CommitRefused } from './write-created.ts'

export interface Undone {
  readonly removed: number
  readonly restored: number
}

/** Takes an import back as long as nobody has touched its items: what it made goes, what it changed is as before. */
export async function undoImportOf(deps: Deps, importId: string): Promise<Outcome<Undone>> {
  try {
    return done(await deps.store.write((tx) => undo(tx, deps, importId)))
  } catch (error) {
    if (error instanceof CommitRefused) return refused(...error.refusals)
    throw error
  }
}

async function undo(tx: Tx, deps: Deps, importId: string): Promise<Undone> {
  const { districtId } = tx
  const record = await tx.db
    .selectFrom('importRecord')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('importId', '=', importId)
    .forUpdate()
    .executeTakeFirst()
  if (!record) throw new CommitRefused(refusal('NOT_FOUND'))
  if (record.undoneAt !== null) throw new CommitRefused(refusal('IMPORT_CLOSED'))
  const list = await listContext(tx, playbookOf(deps, record.playbookKey), { today: deps.today(), now: deps.now() })
  const removed = await removeCreated(tx, record, list, deps.actor)
  const restored = await restoreChanged(tx, record, list, deps.actor)
  const told = { importId, removed, restored }
  await appendEvents(tx, list.now, deps.actor, [{ verb: 'import.undone', itemId: null, data: told }])
  await tx.db
    .updateTable('importRecord')
    .set({ undoneAt: list.now })
    .where('districtId', '=', districtId)
    .where('importId', '=', importId)
    .execute()
  return { removed, restored }
}

async function removeCreated(tx: Tx, record: ImportRecordRow, list: ListContext, actor: string): Promise<number> {
  const { rows } = await tx.client.query<{ item_id: string }>(
    `select item_id from item where district_id = $1 and playbook_key = $2 and created_at = $3 and source ->> 'sha256' = $4`,
    [tx.districtId, record.playbookKey, record.committedAt, record.sha256],
  )
  const items = await lockItems(
    tx,
    rows.map((row) => row.item_id),
  )
  if (items.length !== record.createdItems || items.some((item) => item.revision !== 1))
    throw new CommitRefused(refusal('IMPORT_CHANGED'))
  const itemIds = items.map((item) => item.itemId)
  const events = items.map(({ itemId, title }) => ({
    verb: 'item.removed',
    itemId,
    data: { title, importId: record.importId },
  }))
  await appendEvents(tx, list.now, actor, events)
  await rollUp(
    tx,
    items.map((before) => ({ before, after: null })),
  )
  for (const table of ['item_link', 'fact_current', 'node', 'item']) {
    const key = table === 'item_link' ? 'from_item_id' : 'item_id'
    await tx.client.query(`delete from ${table} where district_id = $1 and ${key} = any($2::uuid[])`, [
      tx.districtId,
      itemIds,
    ])
  }
  return items.length
}

async function restoreChanged(tx: Tx, record: ImportRecordRow, list: ListContext, actor: string): Promise<number> {
  const events = await tx.db
    .selectFrom('event')
    .select(['itemId', 'data'])
    .where('districtId', '=', tx.districtId)
    .where('at', '=', record.committedAt)
    .where('verb', '=', 'item.updated')
    .execute()
  const changesOf = new Map(
    events.map((event) => [event.itemId!, event.data as unknown as { revision: number; changes: FieldChanges }]),
  )
  const items = await lockItems(tx, [...changesOf.keys()])
  for (const row of items) {
    const { revision, changes } = changesOf.get(row.itemId)!
    if (row.revision !== revision) throw new CommitRefused(refusal('IMPORT_CHANGED'))
    await restoreFigures(tx, row, record.committedAt)
    const context = await contextOf(tx, list, row)
    const state = (await statesOf(tx, context, [row])).get(row.itemId)!
    await restore(tx, row, changes, context, state, actor)
  }
  return items.length
}

type State = Awaited<ReturnType<typeof statesOf>> extends Map<string, infer S> ? S : never

async function restore(
  tx: Tx,
  row: ItemRow,
  changes: FieldChanges,
  list: ListContext,
  state: State,
  actor: string,
): Promise<void> {
  const fields: Record<string, unknown> = { ...row.fields }
  for (const [field, { from }] of Object.entries(changes)) {
    if (field === 'stage') continue
    if (from === null || from === undefined) delete fields[field]
    else fields[field] = typeof row.fields[field] === 'number' && typeof from === 'string' ? Number(from) : from
  }
  const stage = typeof changes.stage?.from === 'string' ? changes.stage.from : row.stage
  const { columns } = judge(list, { ...state, fields, stage })
  const after: ItemRow = { ...row, ...columns, revision: row.revision + 1, updatedAt: list.now }
  const event = updatedEvent(row.itemId, after.revision, fieldChanges(row.fields, after.fields))
  await append(tx, { at: list.now, actor, events: [event], items: [{ before: row, after }] })
}

/** Figures stay in the history; what counts again is the figure that counted before, or none. */
async function restoreFigures(tx: Tx, row: ItemRow, committedAt: string): Promise<void> {
  const scope = [tx.districtId, row.itemId, committedAt]
  await tx.client.query(
    `delete from fact_current c using fact f where c.district_id = $1 and c.item_id = $2
       and f.district_id = $1 and f.fact_id = c.fact_id and f.reported_at = $3`,
    scope,
  )
  await tx.client.query(
    `insert into fact_current (district_id, item_id, metric, period, fact_id, value, currency, verified_fact_id, verified_value)
     select distinct on (f.metric, f.period) f.district_id, f.item_id, f.metric, f.period, f.fact_id, f.value, f.currency, null, null
     from fact f where f.district_id = $1 and f.item_id = $2 and f.reported_at < $3
     order by f.metric, f.period, f.fact_id desc
     on conflict do nothing`,
    scope,
  )
}
