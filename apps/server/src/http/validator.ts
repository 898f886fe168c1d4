import type { Refusal, Title } from '@guatu/kernel'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

const common = { allErrors: true, useDefaults: true, strict: false, verbose: true } as const
/** Addresses carry text only: numbers and flags are read from it. A body says what it means. */
const readers = {
  address: new Ajv({ ...common, coerceTypes: true }),
  body: new Ajv({ ...common, coerceTypes: false }),
}
for (const reader of Object.values(readers)) addFormats.default(reader, ['uuid', 'date'])

export type Place = keyof typeof readers

export function compileSchema(place: Place, schema: object): ValidateFunction {
  return readers[place].compile(schema)
}

const number = (error: ErrorObject) => String(error.params.limit)

/** The words for what a schema finds; anything else is told as 'not valid here'. */
const words: Readonly<Record<string, (error: ErrorObject) => Title>> = {
  required: () => ({ zh: '必填', en: 'is required' }),
  type: (error) => ({
    zh: `应为${typeNames[String(error.params.type)] ?? error.params.type}`,
    en: `must be ${error.params.type}`,
  }),
  format: ({ params }) =>
    params.format === 'date'
      ? { zh: '没有这一天', en: 'is no day of the calendar' }
      : { zh: '编号格式不对', en: 'is not an id' },
  pattern: () => ({ zh: '格式不对', en: 'has a wrong form' }),
  minimum: (error) => ({ zh: `不能小于 ${number(error)}`, en: `must be at least ${number(error)}` }),
  maximum: (error) => ({ zh: `不能大于 ${number(error)}`, en: `must be at most ${number(error)}` }),
  minLength: (error) => ({ zh: `至少 ${number(error)} 个字`, en: `needs at least ${number(error)} characters` }),
  maxLength: (error) => ({ zh: `最多 ${number(error)} 个字`, en: `takes at most ${number(error)} characters` }),
  minItems: (error) => ({ zh: `至少 ${number(error)} 项`, en: `needs at least ${number(error)} entries` }),
  maxItems: (error) => ({ zh: `最多 ${number(error)} 项`, en: `takes at most ${number(error)} entries` }),
}
const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '是或否',
  object: '对象',
  array: '列表',
}

function pathOf(error: ErrorObject): string {
  const path = error.instancePath.slice(1).replace(/~1/g, '/').replace(/~0/g, '~')
  const missing = error.keyword === 'required' ? String(error.params.missingProperty) : ''
  return [path, missing].filter(Boolean).join('/')
}

/** Every problem that a schema found, one for each place. */
export function schemaRefusals(errors: readonly ErrorObject[] | null | undefined): Refusal[] {
  const byPath = new Map<string, Refusal>()
  for (const error of errors ?? []) {
    const path = pathOf(error)
    // The members of a union are told as one: none of them fits.
    const inUnion = error.schemaPath.includes('/anyOf/')
    const word = inUnion ? undefined : words[error.keyword]
    const told = word?.(error) ?? { zh: '填写的值不可用', en: 'is not valid here' }
    if (byPath.has(path)) continue
    const message = { zh: `${path || '请求'}：${told.zh}`, en: `${path || 'the request'} ${told.en}` }
    byPath.set(path, { code: 'INPUT_INVALID', path, message })
  }
  return [...byPath.values()]
}

/** A NUL, or half of a surrogate pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the NUL is what is looked for
const unkeepable = /\u0000|\p{Surrogate}/u

/** No document of the contract comes near it; what is nested deeper is there to exhaust whoever walks it. */
const deepest = 40

const tooDeep: Refusal = {
  code: 'INPUT_INVALID',
  path: '',
  message: { zh: '内容嵌套过深', en: 'The content is nested too deeply' },
}

/** Characters that no text may hold: the database cannot keep a NUL, a hash needs whole characters. */
export function textRefusals(value: unknown, path = '', depth = 0): Refusal[] {
  if (typeof value === 'string') {
    if (!unkeepable.test(value)) return []
    const message = { zh: `${path}：含有不可用的字符`, en: `${path} holds characters that cannot be kept` }
    return [{ code: 'INPUT_INVALID', path, message }]
  }
  if (typeof value !== 'object' || value === null) return []
  if (depth === deepest) return [tooDeep]
  return Object.entries(value).flatMap(([key, part]) => [
    ...textRefusals(key, path),
    ...textRefusals(part, path ? `${path}/${key}` : key, depth + 1),
  ])
}
