import { createHash } from 'node:crypto'
import { addEvidence } from '@guatu/contract'
import { done, type Outcome, type Refusal, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature, type Upload } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { append } from '../../store/append.ts'
import { findItem } from '../../store/items/read.ts'
import type { EvidenceRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { keepContent } from './content.ts'
import { addedEvent } from './events.ts'
import { wordsOfName } from './file-name.ts'
import { evidenceLimits } from './limits.ts'
import { mayAddEvidence } from './may-add.ts'
import { offeredBy } from './photo.ts'
import { evidenceOf, evidenceReply, findEvidence, usedBytes } from './rows.ts'
import { evidenceRefusals } from './sniff/refusals.ts'
import { sniffEvidence } from './sniff/sniff.ts'

/** The whole file in memory: it is small by its limit, and it is looked at from several sides before it is kept. */
async function receive({ stream }: Upload): Promise<Outcome<Buffer>> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    // The rest is read and dropped, so that the sender hears the answer.
    if (bytes <= evidenceLimits.fileBytes) chunks.push(chunk)
  }
  const isCut = bytes > evidenceLimits.fileBytes || (stream as { truncated?: boolean }).truncated === true
  return isCut ? refused(evidenceRefusals.tooLarge(evidenceLimits.fileMegabytes)) : done(Buffer.concat(chunks))
}

interface Subject {
  readonly itemId: string
  readonly node?: string | undefined
  readonly fact?: string | undefined
}

const problem = (path: string, zh: string, en: string): Refusal => ({
  code: 'INPUT_INVALID',
  path,
  message: { zh, en },
})

/** The node or the figure that the file is of has to be the item's own. */
async function subjectProblems(tx: Tx, { itemId, node, fact }: Subject): Promise<Refusal[]> {
  if (node !== undefined && fact !== undefined)
    return [problem('fact', '节点和数据只能选一个', 'Name a node or a figure, not both')]
  const has = async (table: 'node' | 'fact', column: string, value: string) => {
    const text = `select from ${table} where district_id = $1 and item_id = $2 and ${column} = $3`
    return (await tx.client.query(text, [tx.districtId, itemId, value])).rowCount === 1
  }
  if (node !== undefined && !(await has('node', 'node_key', node)))
    return [problem('node', '项目没有这个节点', 'The item has no such node')]
  if (fact !== undefined && !(await has('fact', 'fact_id', fact)))
    return [problem('fact', '项目没有这条数据', 'The item has no such figure')]
  return []
}

const full = (): Refusal => {
  const megabytes = evidenceLimits.itemBytes / 1024 / 1024
  const [zh, en] = [`每个项目的佐证最多 ${megabytes} MB`, `An item may have ${megabytes} MB of evidence`]
  return refusal('EVIDENCE_FULL', { zh, en }, 'file')
}

/** Thrown to take back what the transaction has written so far. */
class EvidenceFull extends Error {}

/** Event, content and row in one transaction. The event takes the chain's lock: two uploads do not pass the limit together. */
async function keep(tx: Tx, row: EvidenceRow, content: Buffer): Promise<void> {
  await append(tx, { at: row.addedAt, events: [addedEvent(row)] })
  if (usedBytes(await evidenceOf(tx, row.itemId)) + row.bytes > evidenceLimits.itemBytes) throw new EvidenceFull()
  await tx.db.insertInto('evidence').values(row).execute()
  await keepContent(tx, row.sha256, content)
}

/** Everything that stands against keeping more of this item, before a byte is taken in. */
async function problemsOf(deps: Deps, subject: Subject): Promise<Refusal[]> {
  return await deps.store.read(async (tx) => {
    if (!(await findItem(tx, subject.itemId))) return [refusal('NOT_FOUND')]
    if (!(await mayAddEvidence(tx, subject.itemId))) return [refusal('FORBIDDEN')]
    return await subjectProblems(tx, subject)
  })
}

const taken: Refusal = problem('id', '这个编号已用于别的文件', 'This id is that of another file')

/** A file that was kept before under the sender's own id, as over a line that broke before the answer came. */
async function keptBefore(deps: Deps, itemId: string, id: string | undefined): Promise<Outcome<EvidenceRow> | null> {
  if (id === undefined) return null
  const row = await deps.store.read((tx) => findEvidence(tx, id))
  if (!row) return null
  return row.itemId === itemId && row.addedById === deps.actor.personId ? done(row) : refused(taken)
}

export const addEvidenceFeature = feature(addEvidence, async (deps, { params, query, upload }) => {
  const subject = { itemId: params.itemId, ...query }
  const problems = await problemsOf(deps, subject)
  const received = await receive(upload)
  if (problems.length > 0) return refused(...problems)
  if (received.kind === 'refused') return received
  const kept = await keptBefore(deps, params.itemId, query.id)
  if (kept?.kind === 'refused') return kept
  if (kept) return done({ evidence: evidenceReply(kept.value), offered: { takenAt: null, place: null } })
  const content = received.value
  const fileName = wordsOfName(upload.fileName)
  const sniffed = await sniffEvidence(content, { fileName, mediaType: upload.mediaType })
  if (sniffed.kind === 'refused') return sniffed
  const kind = sniffed.value
  const offered = await offeredBy(kind, content)
  const row: EvidenceRow = {
    ...{ districtId: deps.store.districtId, evidenceId: query.id ?? uuidv7(), itemId: params.itemId },
    ...{ nodeKey: query.node ?? null, factId: query.fact ?? null },
    ...{ sha256: createHash('sha256').update(content).digest('hex'), fileName, kind, bytes: content.length },
    ...{ takenAt: null, place: null, note: null },
    ...{ addedBy: deps.actor.name, addedById: deps.actor.personId, addedAt: deps.now() },
    ...{ withdrawnAt: null, withdrawnBy: null, withdrawnById: null, withdrawnReason: null },
  }
  try {
    await deps.store.write((tx) => keep(tx, row, content))
  } catch (error) {
    if (error instanceof EvidenceFull) return refused(full())
    throw error
  }
  return done({ evidence: evidenceReply(row), offered })
})
