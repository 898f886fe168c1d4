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

const [firstPlain, quote, backslash, firstSurrogate, lastSurrogate] = [0x20, 0x22, 0x5c, 0xd800, 0xdfff]

/** A text as JSON; what needs no escape, which is nearly everything, is found out faster than it is escaped. */
function quoted(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const special = code < firstPlain || code === quote || code === backslash
    if (special || (code >= firstSurrogate && code <= lastSurrogate)) return JSON.stringify(text)
  }
  return `"${text}"`
}

/** Sorted in place by code unit: objects of events have few keys, mostly in order already. */
function sorted(keys: string[]): string[] {
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] as string
    let place = at
    while (place > 0 && (keys[place - 1] as string) > key) {
      keys[place] = keys[place - 1] as string
      place -= 1
    }
    keys[place] = key
  }
  return keys
}

/** From here on the runtime's own sort is faster. */
const manyKeys = 24

function objectText(value: Readonly<Record<string, unknown>>): string {
  const keys = Object.keys(value)
  let text = ''
  for (const key of keys.length < manyKeys ? sorted(keys) : keys.sort()) {
    const part = value[key]
    if (part !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(part)}`
  }
  return `{${text}}`
}

/**
 * The one text of a JSON value: keys sorted by code unit, no spaces. Fractional numbers are refused, because two
 * runtimes may print them differently and a chain must be recomputable anywhere.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`not an integer, write it as a string: ${value}`)
    return String(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new Error(`not JSON: ${typeof value}`)
  return objectText(value as Readonly<Record<string, unknown>>)
}

/**
 * What a link of the chain hashes: the previous hash, the place in the chain and the whole event as canonical JSON. Laid
 * out by hand in the order of its keys: long chains are walked event by event.
 */
export function chainText(previousHash: string, districtId: string, event: Omit<StoredEvent, 'hash'>): string {
  const { seq, at, actor, actorId, post, origin, verb, itemId, data, reason } = event
  // A key that says nothing is left out, so that a chain keeps its hashes when events learn to say more.
  const said = (key: string, value: string | null | undefined) => (value == null ? '' : `"${key}":${quoted(value)},`)
  const whole = (value: string | null) => (value === null ? 'null' : quoted(value))
  return (
    `${previousHash}\n{"actor":${quoted(actor)},${said('actorId', actorId)}"at":${quoted(at)},"data":${objectText(data)},` +
    `"districtId":${quoted(districtId)},"itemId":${whole(itemId)},${said('origin', origin)}${said('post', post)}` +
    `"reason":${whole(reason)},"seq":${canonicalJson(seq)},"verb":${quoted(verb)}}`
  )
}
