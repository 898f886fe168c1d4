import type { Random } from '../../demo/random.ts'
import { hostileNumber, hostileText, hostileValue } from './hostile.ts'

/** As much of JSON Schema as the interface's own description uses. */
export interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema | readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly patternProperties?: Readonly<Record<string, Schema>>
}

/** Ids and words that exist, so that a request comes past the first look. */
export interface Known {
  readonly ids: readonly string[]
  readonly words: readonly string[]
}

const patterned: readonly (readonly [RegExp, string])[] = [
  [/\\d\{4\}-\\d\{2\}-\\d\{2\}\$/, '2026-02-30'],
  [/\\d\{4\}\(-/, '2026-05'],
  [/-\?\\d\+/, '99999999999999999999999999.999'],
  [/T\\d\{2\}/, '2026-13-45T99:99Z'],
]

function textOf({ format, pattern }: Schema, random: Random, known: Known): string {
  if (format === 'uuid') return random.pick(known.ids)
  if (pattern && random.chance(0.7)) return patterned.find(([like]) => like.test(pattern))?.[1] ?? hostileText(random)
  return random.chance(0.3) ? random.pick(known.words) : hostileText(random)
}

function objectOf(schema: Schema, random: Random, known: Known): Record<string, unknown> {
  const required = new Set(schema.required)
  const listed = Object.entries(schema.properties ?? {}).filter(([key]) => required.has(key) || random.chance(0.5))
  const free = schema.patternProperties
    ? [0, 1].map(
        () => [random.chance(0.5) ? random.pick(known.words) : hostileText(random), hostileValue(random)] as const,
      )
    : []
  return Object.fromEntries([...listed.map(([key, part]) => [key, hostileOf(part, random, known)] as const), ...free])
}

/** A value that has the schema's shape and hostile content. */
export function hostileOf(schema: Schema, random: Random, known: Known): unknown {
  if ('const' in schema) return schema.const
  if (schema.anyOf) return hostileOf(random.pick(schema.anyOf), random, known)
  switch (schema.type) {
    case 'string':
      return textOf(schema, random, known)
    case 'integer':
      return random.chance(0.5) ? random.between(schema.minimum ?? -5, schema.maximum ?? 5_000) : 999_999
    case 'number':
      return hostileNumber(random)
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    case 'array': {
      const part = Array.isArray(schema.items) ? (schema.items[0] as Schema) : ((schema.items ?? {}) as Schema)
      return Array.from({ length: random.between(0, 3) }, () => hostileOf(part, random, known))
    }
    case 'object':
      return objectOf(schema, random, known)
    default:
      return hostileValue(random)
  }
}

/** The same value with one part of it, however deep, replaced, removed or added to. */
export function broken(value: unknown, random: Random): unknown {
  const isInner = typeof value === 'object' && value !== null && Object.keys(value).length > 0
  if (!isInner || random.chance(0.2)) return hostileValue(random)
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) }
  const key = random.pick(Object.keys(copy))
  const changes: readonly (() => void)[] = [
    () => delete copy[key],
    () => Object.assign(copy, { [hostileText(random)]: hostileValue(random) }),
    () => Object.assign(copy, { [key]: broken(copy[key], random) }),
  ]
  random.pick(changes)()
  return Array.isArray(value) ? Object.values(copy) : copy
}
