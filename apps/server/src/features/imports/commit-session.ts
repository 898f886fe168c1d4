import { done, type Outcome, refused, type Source } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { refusal } from '../../http/refuse.ts'
import { append } from '../../store/append.ts'
import { listContext } from '../../store/items/list-context.ts'
import type { Tx } from '../../store/store.ts'
import { inTurn, lockAll } from './in-turn.ts'
import { matchStored } from './match.ts'
import { resolveNames } from './names.ts'
import { rememberMapping, shapeOf } from './remembered.ts'
import { enter, type ImportSession } from './session.ts'
import { type MatchedItem, writeChanged } from './write-changed.ts'
import { type CommitContext, CommitRefused, writeCreated } from './write-created.ts'

export interface CommitChoice {
  readonly rows: 'all' | 'valid'
  readonly changes: 'all' | 'none'
  readonly keep?: readonly string[]
  readonly leaveOut?: readonly number[]
}

/** Last day of the month that a ledger reports on; of a year, today where that is the year, else its end. */
function figuresDayOf(period: string, today: string): string {
  const [year, month] = period.split('-')
  if (month === undefined) return today.startsWith(year!) ? today : `${year}-12-31`
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${period}-${last}`
}

/** Writes a checked import whole or not at all. */
export async function commitSession(
  deps: Deps,
  session: ImportSession,
  choice: CommitChoice,
): Promise<Outcome<ImportSession>> {
  const { file, comparison } = session
  if (session.phase !== 'ready' || !file || !comparison) return refused(refusal('IMPORT_CLOSED'))
  if (choice.rows === 'all' && file.report.errors.length > 0) return refused(refusal('IMPORT_HAS_ERRORS'))
  enter(session, 'writing')
  try {
    await deps.store.write((tx) => writeImport(tx, deps, session, choice))
    enter(session, 'done', 1)
    return done(session)
  } catch (error) {
    enter(session, 'ready', 1)
    if (error instanceof CommitRefused) return refused(...error.refusals)
    throw error
  }
}

async function writeImport(tx: Tx, deps: Deps, session: ImportSession, choice: CommitChoice): Promise<void> {
  const { playbook, file, comparison, sha256, fileName } = session
  const { items, sheet, period } = file!.report
  await inTurn(tx)
  await sameItems(tx, session)
  const list = await listContext(tx, playbook, { today: deps.today(), now: deps.now() })
  const out = new Set(choice.leaveOut)
  const wanted = items.filter((item) => !out.has(item.row))
  const names = await resolveNames(tx, playbook, wanted)
  const created = wanted.filter((item) => !comparison!.matched.has(item.row))
  const matched = wanted.flatMap((item): MatchedItem[] => {
    const known = comparison!.matched.get(item.row)
    return known ? [{ item, itemId: known.itemId, revision: known.revision }] : []
  })
  await lockAll(
    tx,
    matched.map(({ itemId }) => itemId),
  )
  const { importId } = session
  const told = { importId, playbook: playbook.key, fileName, sha256, sheet, period, rows: wanted.length }
  await append(tx, {
    at: list.now,
    events: [{ verb: 'import.committed', itemId: null, data: told }],
    orgs: names.orgRows,
    persons: names.personRows,
  })
  const commit: CommitContext = {
    importId,
    list,
    actor: deps.actor.name,
    names,
    sourceOf: (row): Source => ({ kind: 'ledger', sha256, fileName, sheet, row }),
    figuresDay: figuresDayOf(period, deps.today()),
    reason: `导入台账 ${fileName}`,
  }
  let written = 0
  const onWritten = (count: number): void => {
    written += count
    enter(session, 'writing', written / Math.max(1, wanted.length))
  }
  await writeCreated(tx, created, commit, onWritten)
  const keep = new Set(choice.keep)
  const takes = (itemId: string, field: string): boolean => !keep.has(`${itemId}/${field}`)
  const changed = choice.changes === 'none' ? 0 : await writeChanged(tx, matched, { takes }, commit, onWritten)
  await recordImport(tx, session, list.now, created.length, changed)
}

/** Each row is the stored item, or the new one, that the check said: another import may have brought it meanwhile. */
async function sameItems(tx: Tx, { playbook, file, comparison }: ImportSession): Promise<void> {
  const { items } = file!.report
  const matched = await matchStored(tx, playbook, items)
  const moved = items.filter(({ row }) => matched.get(row)?.itemId !== comparison!.matched.get(row)?.itemId)
  if (moved.length === 0) return
  throw new CommitRefused(...moved.map(({ row }) => ({ ...refusal('IMPORT_CHANGED'), path: String(row) })))
}

async function recordImport(
  tx: Tx,
  session: ImportSession,
  at: string,
  createdItems: number,
  changedItems: number,
): Promise<void> {
  const { importId, playbook, fileName, sha256, file } = session
  const { districtId } = tx
  const { name: actor, personId: actorId } = tx.actor
  const { report } = file!
  const record = {
    districtId,
    importId,
    playbookKey: playbook.key,
    fileName,
    sha256,
    sheet: report.sheet,
    actor,
    actorId,
  }
  await tx.db
    .insertInto('importRecord')
    .values({ ...record, committedAt: at, createdItems, changedItems, undoneAt: null })
    .execute()
  const mapping = Object.fromEntries(report.columns.map(({ column, field }) => [column, field]))
  const spans = report.columns.some(({ also }) => also !== undefined)
  // A column that fills two fields is no plain mapping: it is found again by its header.
  if (!spans && report.columns.length > 0) await rememberMapping(tx, playbook.key, shapeOf(report), mapping)
}
