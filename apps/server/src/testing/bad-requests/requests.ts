import type { InjectOptions } from 'fastify'
import type { Random } from '../../demo/random.ts'
import { multipart } from '../multipart.ts'
import { broken, hostileOf, type Known, type Schema } from './from-schema.ts'
import { hostileText, hostileValue } from './hostile.ts'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly schema: Schema
}

/** One operation of the interface, as its OpenAPI document describes it. */
export interface Operation {
  readonly method: NonNullable<InjectOptions['method']>
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: Schema | undefined
  readonly upload: boolean
}

interface Described {
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

/** Every operation of an OpenAPI document. */
export function operationsOf(document: object): Operation[] {
  const { paths } = document as { paths: Record<string, Record<string, Described>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody }]) => ({
      method: method.toUpperCase() as Operation['method'] & string,
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema,
      upload: requestBody?.content['multipart/form-data'] !== undefined,
    })),
  )
}

const isWrite = ({ method }: Operation) => method !== 'GET'
/** Its address names something: an item, a list, a unit. */
const isOfSome = ({ path }: Operation) => path.includes('{')
const nowhere = '018f0000-0000-7000-8000-00000000dead'

function addressOf(operation: Operation, random: Random, known: Known): string {
  const { path, parameters } = operation
  const text = (value: unknown) => encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, '?'))
  const place = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((parameter) => parameter.name === name)?.schema ?? {}
    // What would change something is sent to nobody, or to an id that is none.
    if (isWrite(operation)) return random.chance(0.5) ? nowhere : text(hostileText(random)) || 'x'
    return text(random.chance(0.6) ? hostileOf(schema, random, known) : hostileText(random)) || 'x'
  })
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && random.chance(0.6))
    .map(
      ({ name, schema }) =>
        `${name}=${text(random.chance(0.6) ? hostileOf(schema, random, known) : hostileText(random))}`,
    )
  if (random.chance(0.1)) query.push(`${text(hostileText(random))}=${text(hostileText(random))}`)
  if (random.chance(0.03)) query.push('a=%ff%fe')
  return query.length > 0 ? `${place}?${query.join('&')}` : place
}

const otherTypes = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'json',
  '',
]

/** Ways to break a request that is otherwise as the interface describes it. */
const tricks: readonly ((request: InjectOptions, random: Random) => InjectOptions)[] = [
  (request) => ({ ...request, headers: { 'content-type': 'application/json' }, payload: '{"a":' }),
  (request) => ({ ...request, headers: { 'content-type': 'application/json' }, payload: '{"__proto__":{"x":1}}' }),
  (request) => ({ ...request, headers: { 'content-type': 'application/json' }, payload: '['.repeat(20_000) }),
  (request) => ({ ...request, headers: { 'content-type': 'application/json' }, payload: `"${'x'.repeat(300_000)}"` }),
  (request) => ({
    ...request,
    headers: { 'content-type': 'application/json' },
    payload: Buffer.from([0xff, 0xfe, 0x00]),
  }),
  (request, random) => ({ ...request, headers: { 'content-type': random.pick(otherTypes) }, payload: 'a=b' }),
  (request) => ({
    ...request,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: '--x\r\nbroken',
  }),
  (request, random) => ({
    ...request,
    method: random.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']),
    url: '/api/items',
  }),
  (request, random) => ({
    ...request,
    ...multipart({ fileName: 'a.xlsx', content: Buffer.from(hostileText(random)), field: 'other' }),
  }),
  (request, random) => ({ ...request, headers: { cookie: hostileText(random).replace(/[\r\n\0]|[^\x20-\x7e]/g, '') } }),
  (request) => ({ ...request, url: `${request.url as string}/../../x%00` }),
]

function uploadOf(random: Random): Partial<InjectOptions> {
  const content = random.chance(0.5) ? Buffer.from(hostileText(random)) : Buffer.from('PK\x03\x04broken')
  const fileName = hostileText(random)
    .replace(/[\r\n"\0]/g, '')
    .replace(/\p{Surrogate}/gu, '?')
  return multipart({ fileName: random.chance(0.5) ? `${fileName}.xlsx` : fileName, content })
}

/** A request that is wrong somewhere: nothing that it asks for may happen, and nothing may break. */
export function badRequest(operations: readonly Operation[], random: Random, known: Known): InjectOptions {
  const operation = random.pick(operations)
  const request: InjectOptions = { method: operation.method, url: addressOf(operation, random, known) }
  if (random.chance(0.2)) return random.pick(tricks)(request, random)
  // A ledger is read in a thread of its own, which takes seconds to start here: few of those come through.
  const isRead = operation.upload && (isOfSome(operation) || random.chance(0.05))
  if (isRead) return { ...request, ...uploadOf(random) }
  if (operation.upload) return random.pick(tricks)(request, random)
  if (!operation.body) return isWrite(operation) && !isOfSome(operation) ? withNonsense(request) : request
  const shaped = hostileOf(operation.body, random, known)
  // Sent to nobody a well-shaped body does nothing; elsewhere it has to be wrong in itself.
  const body = isOfSome(operation) && random.chance(0.5) ? shaped : certainlyBroken(shaped, operation.body, random)
  return { ...request, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) ?? 'null' }
}

/** A write that takes nothing is refused for a parameter that it does not know. */
function withNonsense(request: InjectOptions): InjectOptions {
  const url = String(request.url)
  return { ...request, url: `${url}${url.includes('?') ? '&' : '?'}nonsense=1` }
}

/** Broken somewhere, and without something that it must have. */
function certainlyBroken(shaped: unknown, { required = [] }: Schema, random: Random): unknown {
  const worse = broken(shaped, random)
  const isObject = typeof worse === 'object' && worse !== null && !Array.isArray(worse)
  if (!isObject || required.length === 0) return random.pick([null, [], 'x', 7, [hostileValue(random)]])
  const gone = random.pick(required)
  return Object.fromEntries(Object.entries(worse).filter(([key]) => key !== gone))
}
