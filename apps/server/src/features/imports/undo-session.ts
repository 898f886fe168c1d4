import { done, type Outcome, type Refusal, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { accessOf } from '../../store/access/access-of.ts'
import { itemRefusals } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { isReason, unexplainedUndo } from '../../store/items/reasons.ts'
import type { ImportRecordRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { inTurn, type LockedItem, lockAll } from './in-turn.ts'
import { type TracedEvent, tracedEvents } from './trace.ts'
import { restoreChanged } from './undo-changed.ts'
import type { UndoContext } from './undo-context.ts'
import { removeCreated } from './undo-created.ts'
import { CommitRefused } from './write-created.ts'

export interface Undone {
  readonly removed: number
  readonly restored: number
}

/** Takes an import back as long as nobody has touched its items: what it made goes, what it changed is as before. */
export async function undoImportOf(deps: Deps, importId: string, reason: string | undefined): Promise<Outcome<Undone>> {
  if (!isReason(reason)) return refused(unexplainedUndo)
  try {
    return done(await deps.store.write((tx) => undo(tx, deps, importId, reason as string)))
  } catch (error) {
    if (error instanceof CommitRefused) return refused(...error.refusals)
    throw error
  }
}

async function undo(tx: Tx, deps: Deps, importId: string, why: string): Promise<Undone> {
  await inTurn(tx)
  const record = await importRecord(tx, importId)
  if (!record) throw new CommitRefused(refusal('NOT_FOUND'))
  if (record.undoneAt !== null) throw new CommitRefused(refusal('IMPORT_CLOSED'))
  const events = await tracedEvents(tx, record)
  const left = new Map(events.map(({ itemId, data }) => [itemId, data.revision]))
  const isMade = ({ verb }: TracedEvent): boolean => verb === 'item.created'
  const made = events.filter(isMade).map(({ itemId }) => itemId)
  await refuseForbidden(
    tx,
    made,
    events.filter((event) => !isMade(event)).map(({ itemId }) => itemId),
  )
  const touched = touchedSince(left, await lockAll(tx, [...left.keys()]))
  if (touched.length > 0) throw new CommitRefused(...touched)
  const now = deps.now()
  const reason = `撤回导入“${record.fileName}”（import taken back）：${why}`
  const context: UndoContext = { record, deps, now, reason }
  const removed = await removeCreated(tx, made, context)
  const changed = events.filter((event) => !isMade(event))
  const restored = await restoreChanged(tx, changed, playbookOf(deps, record.playbookKey), context)
  const told = { importId, fileName: record.fileName, removed, restored }
  await append(tx, { at: now, events: [{ verb: 'import.undone', itemId: null, data: told, reason: why }] })
  await tx.db
    .updateTable('importRecord')
    .set({ undoneAt: now })
    .where('districtId', '=', tx.districtId)
    .where('importId', '=', importId)
    .execute()
  return { removed, restored }
}

async function importRecord(tx: Tx, importId: string): Promise<ImportRecordRow | undefined> {
  const query = tx.db.selectFrom('importRecord').selectAll().where('districtId', '=', tx.districtId)
  return await query.where('importId', '=', importId).executeTakeFirst()
}

/** Whoever takes an import back has to be free to make what it made and to change what it changed. */
async function refuseForbidden(tx: Tx, made: readonly string[], changed: readonly string[]): Promise<void> {
  if (!(await accessOf(tx))) return
  const barred = [
    ...(await itemRefusals(tx, made, ['item.create'])),
    ...(await itemRefusals(tx, changed, ['item.edit'])),
  ]
  const refusals = barred.slice(0, namedItems).flatMap(([path, why]) => why.map((one) => ({ ...one, path })))
  if (refusals.length > 0) throw new CommitRefused(...refusals)
}

/** Refusals name so many items at most; the first says how many there are. */
const namedItems = 20

/** Every item that somebody changed after the import left it, or that is gone. */
function touchedSince(left: ReadonlyMap<string, number>, locked: ReadonlyMap<string, LockedItem>): Refusal[] {
  const touched = [...left].filter(([itemId, revision]) => locked.get(itemId)?.revision !== revision)
  return touched.slice(0, namedItems).map(([itemId]) => {
    const title = locked.get(itemId)?.title
    const zh = title === undefined ? '导入的一个项目已不在清单中' : `“${title}”在导入之后又有改动`
    const en = title === undefined ? 'An imported item is gone' : `'${title}' was changed after the import`
    const all = {
      zh: `（共 ${touched.length} 个），不能撤回`,
      en: ` (${touched.length} in all): it cannot be taken back`,
    }
    return { ...refusal('IMPORT_CHANGED', { zh: zh + all.zh, en: en + all.en }), path: itemId }
  })
}
