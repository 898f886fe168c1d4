import type { StoredEvent } from '@guatu/kernel'
import { type ChainAlgorithm, linkHash } from '../digest.ts'
import type { Tx } from '../store.ts'

/** What a walk reads through: no more of a transaction. */
export type ChainReader = Pick<Tx, 'districtId' | 'db' | 'client'>

/** What a walk along the chain has to know besides the events. */
export interface Walk {
  readonly districtId: string
  /** From which event on which algorithm is used, ascending; the first from the chain's beginning. */
  readonly algorithms: readonly { readonly fromSeq: number; readonly algorithm: ChainAlgorithm }[]
}

/** A place in the chain: the event of this number, with its stored hash. */
export interface Place {
  readonly seq: number
  readonly hash: string
}

/** The columns that {@link readLine} expects, in their order. */
export const lineColumns = `seq, hash, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, verb, data, actor_id, post, origin,
  item_id, reason`

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** A value in COPY's text format (PostgreSQL documentation, COPY, "Text Format"). */
function textOf(value: string): string {
  return value.includes('\\') ? value.replace(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign) : value
}
const maybe = (value: string) => (value === '\\N' ? null : textOf(value))

/** Events carry milliseconds; what is finer was not written by the program and stays visible. */
const instantOf = (text: string) => `${text.endsWith('000') ? text.slice(0, -3) : text}Z`

/** One event as COPY writes it. */
export function readLine(line: string): StoredEvent {
  const [seq, hash, at, actor, verb, data, actorId, post, origin, itemId, reason] = line.split('\t') as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return {
    seq: Number(seq),
    hash,
    at: instantOf(at),
    actor: textOf(actor),
    verb: textOf(verb),
    data: JSON.parse(textOf(data)),
    actorId: maybe(actorId),
    post: maybe(post),
    origin: maybe(origin),
    itemId: maybe(itemId),
    reason: maybe(reason),
  }
}

export function algorithmAt({ algorithms }: Walk, seq: number): ChainAlgorithm {
  let found: ChainAlgorithm = 'sha256'
  for (const { fromSeq, algorithm } of algorithms) if (fromSeq <= seq) found = algorithm
  return found
}

/** Whether an event follows a hash at its place. A number that no program of ours writes does not. */
export function follows(walk: Walk, previousHash: string, { hash, ...event }: StoredEvent): boolean {
  try {
    return linkHash(algorithmAt(walk, event.seq), previousHash, walk.districtId, event) === hash
  } catch {
    return false
  }
}

/** The number of the first event that does not follow the one before it; null: all lines do. */
export function firstBreak(walk: Walk, before: Place, lines: readonly string[]): number | null {
  let { seq, hash } = before
  for (const line of lines) {
    const event = readLine(line)
    if (event.seq !== seq + 1 || !follows(walk, hash, event)) return seq + 1
    seq = event.seq
    hash = event.hash
  }
  return null
}
