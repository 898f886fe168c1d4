import { availableParallelism } from 'node:os'
import { to as copyTo } from 'pg-copy-streams'
import { type ChainAlgorithm, firstHash } from '../digest.ts'
import { type Fault, nameFault } from './name-fault.ts'
import { type ChainReader, lineColumns, type Place, type Walk } from './walk.ts'
import { startWalkers, type Walkers, walkHere } from './walkers.ts'

export type ChainVerdict = { readonly kind: 'whole'; readonly events: number } | ({ readonly kind: 'broken' } & Fault)

export interface VerifyOptions {
  /** Told after every stretch: events read so far, events in all. */
  readonly onProgress?: (events: number, total: number) => void
  /** Ends the walk with an AbortError. */
  readonly signal?: AbortSignal
}

/** Events of one stretch: a few megabytes of text. */
const stretchEvents = 10_000
/** From here on threads are worth their start. */
const longChain = 40_000
const mostThreads = 4

interface Head extends Place {
  readonly algorithm: ChainAlgorithm
}

async function headOf({ client, districtId }: ChainReader): Promise<Head | undefined> {
  const { rows } = await client.query('select seq, hash, algorithm from chain_head where district_id = $1', [
    districtId,
  ])
  const head = rows[0]
  return head && { ...head, seq: Number(head.seq) }
}

/** The highest number: the end of what there is to read. */
async function lastSeq({ client, districtId }: ChainReader): Promise<number> {
  const { rows } = await client.query('select max(seq) as seq from event where district_id = $1', [districtId])
  return Number(rows[0]?.seq ?? 0)
}

/** Which digest the chain is made with from where on: an event of its own tells of each change. */
async function walkOf({ client, districtId }: ChainReader, head: Head | undefined): Promise<Walk> {
  const { rows } = await client.query<{ seq: string; from: ChainAlgorithm; to: ChainAlgorithm }>(
    `select seq, data ->> 'from' as "from", data ->> 'to' as "to" from event
     where district_id = $1 and verb = 'chain.switched' order by seq`,
    [districtId],
  )
  const first = { fromSeq: 1, algorithm: rows[0]?.from ?? head?.algorithm ?? 'sha256' }
  return {
    districtId,
    algorithms: [first, ...rows.map(({ seq, to }) => ({ fromSeq: Number(seq) + 1, algorithm: to }))],
  }
}

async function readStretch({ client, districtId }: ChainReader, from: number, to: number): Promise<Buffer> {
  const range = `district_id = '${districtId}' and seq > ${from} and seq <= ${to}`
  const source = client.query(copyTo(`copy (select ${lineColumns} from event where ${range} order by seq) to stdout`))
  const parts: Buffer[] = []
  for await (const part of source) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const newline = 10
const tab = 9

/** Where a stretch ends: the number and hash at the head of its last line. */
function endOf(text: Buffer): Place {
  const line = text.lastIndexOf(newline, text.length - 2) + 1
  const afterSeq = text.indexOf(tab, line)
  const afterHash = text.indexOf(tab, afterSeq + 1)
  return {
    seq: Number(text.toString('latin1', line, afterSeq)),
    hash: text.toString('latin1', afterSeq + 1, afterHash),
  }
}

interface WalkedChain {
  readonly end: Place
  /** The first event that does not follow the one before it. */
  readonly broken: number | null
}

/** Reads stretch after stretch while walkers check those before; answers the first break in the chain's order. */
async function walkAll(
  tx: ChainReader,
  walkers: Walkers,
  total: number,
  ahead: number,
  options: VerifyOptions,
): Promise<WalkedChain> {
  let end: Place = { seq: 0, hash: firstHash }
  let broken: number | null = null
  const pending: Promise<number | null>[] = []
  const settleOne = async () => {
    const found = await pending.shift()
    broken ??= found ?? null
  }
  for (let from = 0; from < total && broken === null; from += stretchEvents) {
    options.signal?.throwIfAborted()
    const text = await readStretch(tx, from, from + stretchEvents)
    if (text.length > 0) {
      const next = endOf(text)
      const found = walkers.walk(end, text.subarray(0, -1))
      // Awaited in turn; a thread that fails meanwhile must not count as nobody's.
      found.catch(() => undefined)
      pending.push(found)
      end = next
    }
    if (pending.length > ahead) await settleOne()
    options.onProgress?.(Math.min(from + stretchEvents, total), total)
  }
  while (pending.length > 0) await settleOne()
  return { end, broken }
}

function headFault(head: Head | undefined, end: Place): Fault | null {
  if (!head) return end.seq === 0 ? null : { seq: 1, problem: 'headDiffers' }
  if (head.seq > end.seq) return { seq: end.seq + 1, problem: 'missing' }
  if (head.seq < end.seq) return { seq: head.seq + 1, problem: 'inserted' }
  return head.hash === end.hash ? null : { seq: end.seq, problem: 'headDiffers' }
}

/**
 * Recomputes every link of the district's chain from the first and names the first that does not hold. Reads by COPY,
 * stretch by stretch, and hands long chains to threads. Who calls sees every event of the district: the system, the
 * operator, or an audit administrator.
 */
export async function verifyChain(tx: ChainReader, options: VerifyOptions = {}): Promise<ChainVerdict> {
  const head = await headOf(tx)
  const [walk, total] = [await walkOf(tx, head), await lastSeq(tx)]
  const threads = total < longChain ? 0 : Math.min(availableParallelism(), mostThreads)
  const walkers = threads === 0 ? walkHere(walk) : startWalkers(walk, threads)
  try {
    const { end, broken } = await walkAll(tx, walkers, total, threads * 2, options)
    const fault = broken === null ? headFault(head, end) : await nameFault(tx, walk, broken)
    return fault ? { kind: 'broken', ...fault } : { kind: 'whole', events: end.seq }
  } finally {
    await walkers.close()
  }
}
