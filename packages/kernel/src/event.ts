/** 留痕: who did what, when and why; append-only, written in the same transaction as what it tells of. */
export interface EventBody {
  readonly actor: string
  /** The person; null: the system, the operator, or somebody known by name only. */
  readonly actorId: string | null
  /** The post acted from, in words. */
  readonly post: string | null
  /** From where: the way in and the address. */
  readonly origin: string | null
  /** What was done: `<noun>.<verb>`, past participle: `item.created`, `node.planned`, `fact.reported`. */
  readonly verb: string
  readonly itemId: string | null
  /** JSON of strings, integers, booleans, null, arrays and objects only: its canonical text is what is hashed. */
  readonly data: Readonly<Record<string, unknown>>
  readonly reason: string | null
}

export interface StoredEvent extends EventBody {
  readonly seq: number
  /** ISO instant in UTC with milliseconds. */
  readonly at: string
  readonly hash: string
}

/**
 * The one text of a JSON value: keys sorted by code unit, no spaces. Fractional numbers are refused, because two
 * runtimes may print them differently and a chain must be recomputable anywhere.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`not an integer, write it as a string: ${value}`)
    return String(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new Error(`not JSON: ${typeof value}`)
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
}

/** What a link of the chain hashes: the previous hash, the place in the chain and the whole event, in one text. */
export function chainText(previousHash: string, districtId: string, event: Omit<StoredEvent, 'hash'>): string {
  const { seq, at, actor, actorId, post, origin, verb, itemId, data, reason } = event
  // A key that says nothing is left out, so that a chain keeps its hashes when events learn to say more.
  const whose = { actorId: actorId ?? undefined, post: post ?? undefined, origin: origin ?? undefined }
  return `${previousHash}\n${canonicalJson({ districtId, seq, at, actor, ...whose, verb, itemId, data, reason })}`
}
