import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { done, type Outcome, refused } from '@guatu/kernel'
import type { ColumnMapping } from '@guatu/ledger'
import type { Playbook } from '@guatu/playbook'
import type { Deps } from '../../http/deps.ts'
import type { Upload } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { fileRefusals } from '../../workbook/file-refusal.ts'
import { fileLimits } from '../../workbook/limits.ts'
import { compareWithStored } from './compare.ts'
import { leavingOf } from './leaving.ts'
import { recallMapping } from './remembered.ts'
import { runReport } from './run-report.ts'
import { enter, type ImportSession } from './session.ts'

/** Imports that are open at once; when another comes, one of whoever has the most goes. */
const maxSessions = 20

/** The imports of one server. Files wait in a temporary folder that ends with the import. */
interface Desk {
  readonly sessions: Map<string, ImportSession>
}

const desks = new WeakMap<object, Desk>()

function deskOf({ store }: Deps): Desk {
  const known = desks.get(store.kept)
  if (known) return known
  const desk: Desk = { sessions: new Map() }
  desks.set(store.kept, desk)
  return desk
}

/** An import that is open is its uploader's alone. */
export function findSession(deps: Deps, importId: string): Outcome<ImportSession> {
  const session = deskOf(deps).sessions.get(importId)
  return session && session.personId === deps.actor.personId ? done(session) : refused(refusal('NOT_FOUND'))
}

/** How a user wants a file read, where the headers do not tell. */
export interface ReadingWish {
  readonly sheet?: string
  readonly mapping?: ColumnMapping
  readonly headerRows?: readonly number[]
}

/** Takes an upload in, measured and hashed on its way to disk; reading goes on in the background. No list: the headers tell it. */
export async function openSession(
  deps: Deps,
  playbook: Playbook | undefined,
  upload: Upload,
  wish: ReadingWish,
): Promise<Outcome<ImportSession>> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-import-'))
  const path = join(folder, 'ledger')
  const hash = createHash('sha256')
  let fileBytes = 0
  const measured = new Transform({
    transform(chunk: Buffer, _, next) {
      hash.update(chunk)
      fileBytes += chunk.length
      next(null, chunk)
    },
  })
  try {
    await pipeline(upload.stream, measured, createWriteStream(path))
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  if (fileBytes > fileLimits.fileBytes || (upload.stream as { truncated?: boolean }).truncated) {
    await rm(folder, { recursive: true, force: true })
    return refused(fileRefusals.tooLarge(fileLimits.fileMegabytes))
  }
  const session: ImportSession = {
    importId: uuidv7(),
    personId: deps.actor.personId,
    playbook: playbook ?? deps.shelf.playbooks[0]!,
    guessed: playbook === undefined,
    fileName: upload.fileName,
    sha256: hash.digest('hex'),
    fileBytes,
    createdAt: deps.now(),
    path,
    sheet: wish.sheet ?? null,
    mapping: wish.mapping ?? null,
    headerRows: wish.headerRows ?? null,
    mappingRemembered: false,
    phase: 'reading',
    fraction: 0,
    phaseStartedMs: Date.now(),
    refusal: null,
    file: null,
    comparison: null,
    running: null,
    reading: Promise.resolve(),
    round: 0,
  }
  const { sessions } = deskOf(deps)
  sessions.set(session.importId, session)
  for (const old of leavingOf([...sessions.values()], maxSessions)) await closeSession(deps, old)
  session.reading = readSession(deps, session)
  return done(session)
}

/** Reads the file anew, with the sheet and the mapping that hold at this moment. Faults become the session's refusal. */
export async function readSession(deps: Deps, session: ImportSession): Promise<void> {
  session.round += 1
  const { round } = session
  const overtaken = (): boolean => session.round !== round || session.phase === 'cancelled'
  // At once, so that nobody commits what is about to be read otherwise.
  enter(session, 'reading')
  Object.assign(session, { refusal: null, file: null, comparison: null })
  await session.running?.cancel()
  try {
    const outcome = await report(deps, session)
    if (overtaken()) return
    if (outcome.kind === 'refused') return refuseSession(session, outcome.refusals[0]!)
    session.file = outcome.value
    session.playbook = playbookOf(deps, outcome.value.playbook)
    if (await recall(deps, session)) return await readSession(deps, session)
    enter(session, 'comparing')
    const { items } = outcome.value.report
    const comparison = await deps.store.read((tx) =>
      compareWithStored(tx, session.playbook, items, (fraction) => enter(session, 'comparing', fraction)),
    )
    if (overtaken()) return
    session.comparison = comparison
    enter(session, 'ready', 1)
  } catch (error) {
    if (!overtaken())
      refuseSession(
        session,
        refusal('SERVER_FAULT', { zh: '读取时出错，请重试', en: `Reading failed: ${(error as Error).message}` }),
      )
  }
}

async function report(deps: Deps, session: ImportSession) {
  const { path, fileName, sheet, mapping, headerRows, playbook, guessed } = session
  session.running = runReport(
    {
      path,
      fileName,
      ...(sheet === null ? {} : { sheet }),
      ...(guessed ? { lists: deps.shelf.playbooks } : {}),
      options: {
        playbook,
        dictionaries: deps.shelf.dictionaries,
        today: deps.today(),
        fileName,
        ...(mapping ? { mapping } : {}),
        ...(headerRows ? { headerRows } : {}),
      },
    },
    (phase, fraction) => enter(session, phase, fraction),
  )
  return await session.running.outcome
}

function refuseSession(session: ImportSession, reason: NonNullable<ImportSession['refusal']>): void {
  session.refusal = reason
  enter(session, 'refused', 1)
}

/** Takes up the mapping that was settled for a file of the same shape. True when it changes how this one is read. */
async function recall(deps: Deps, session: ImportSession): Promise<boolean> {
  if (session.mapping || !session.file) return false
  const { report: read } = session.file
  const known = await deps.store.read((tx) => recallMapping(tx, session.playbook.key, read))
  if (!known) return false
  session.mapping = known.mapping
  session.mappingRemembered = true
  return known.differs
}

/** Ends a session: stops its thread, removes its file. */
export async function closeSession(deps: Deps, importId: string): Promise<void> {
  const { sessions } = deskOf(deps)
  const session = sessions.get(importId)
  if (!session) return
  sessions.delete(importId)
  session.round += 1
  await session.running?.cancel()
  await rm(join(session.path, '..'), { recursive: true, force: true })
}
