import type { Route } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { accessFor, refusalsFor } from '../store/access/access-of.ts'
import type { Actor } from '../store/actor.ts'
import type { Store } from '../store/store.ts'
import type { Deps } from './deps.ts'
import type { Feature, FileReply, RedirectReply, Upload } from './feature.ts'
import type { Identify } from './identify.ts'
import { type Limits, signInLimit } from './rate-limit.ts'
import { refusal, refuse } from './refuse.ts'
import { sendFile } from './send-file.ts'
import { compileSchema, type Place, schemaRefusals, textRefusals } from './validator.ts'
import { visitOf } from './visit.ts'

/** What a body of JSON and an uploaded file may weigh where the route says nothing. */
const maxBodyBytes = 256 * 1024
const maxUploadBytes = 64 * 1024 * 1024

type Check = (request: FastifyRequest) => Refusal[]

function checkPart(place: Place, part: 'params' | 'query' | 'body', schema: object | undefined): Check {
  if (!schema) return () => []
  const validate = compileSchema(place, schema)
  return (request) => (validate(request[part] ?? null) ? [] : schemaRefusals(validate.errors))
}

/** A misspelt filter would silently show everything: keys of the address that no route knows are refused. */
function checkQueryKeys(route: Route): Check {
  const known = Object.keys(route.query?.properties ?? {})
  return (request) =>
    Object.keys(request.query as object)
      .filter((key) => !known.includes(key))
      .map((key) => ({
        code: 'INPUT_INVALID',
        path: key,
        message: { zh: `${key}：没有这个参数`, en: `${key} is no parameter of this request` },
        accepted: known,
      }))
}

function checksOf(route: Route): readonly Check[] {
  return [
    checkPart('address', 'params', route.params),
    checkPart('address', 'query', route.query),
    checkQueryKeys(route),
    checkPart('body', 'body', route.body),
    (request) => textRefusals({ ...(request.query as object), body: request.body }),
  ]
}

/** A form that breaks off, or is none, is the sender's fault and not ours. */
function asSendersFault(error: Error & { statusCode?: number }): Error {
  error.statusCode ??= 400
  return error
}

async function uploadOf(request: FastifyRequest, { maxBytes }: Route): Promise<Upload | undefined> {
  const limits = { fileSize: maxBytes ?? maxUploadBytes }
  const part = await request.file({ limits }).catch((error: Error) => {
    throw asSendersFault(error)
  })
  part?.file.on('error', asSendersFault)
  return part && { fileName: part.filename ?? '', mediaType: part.mimetype ?? '', stream: part.file }
}

const noFile: Refusal = { code: 'INPUT_INVALID', path: 'file', message: { zh: '没有收到文件', en: 'No file arrived' } }

const reads = new Set(['GET', 'HEAD'])

/** A token narrows what its person may do: to its actions, and to reading what any session may read. */
function tokenRefusal({ scope }: Actor, { needs, method }: Route): Refusal | undefined {
  if (!scope || needs === 'public') return undefined
  if (needs === 'session' ? reads.has(method) : scope.includes(needs)) return undefined
  return refusal('FORBIDDEN', { zh: '这个令牌的范围不包括该操作', en: 'The token’s scope does not cover this' })
}

/** Whoever has no post that grants the action anywhere is told so before anything is read of the request. */
async function postRefusals(actor: Actor, store: Store, { needs }: Route, day: string): Promise<Refusal[]> {
  if (actor.personId === null || needs === 'public' || needs === 'session') return []
  return refusalsFor(await accessFor(store, actor, day), [needs], null)
}

/** What a feature stands on, acting for whoever asks; a list: why not. */
async function depsFor(request: FastifyRequest, route: Route, { deps, identify }: Register): Promise<Deps | Refusal[]> {
  if (route.needs === 'public') return deps
  const found = await identify(request)
  if (!found) return [refusal('SIGN_IN_REQUIRED')]
  if ('barred' in found) return [...found.barred]
  const outOfScope = tokenRefusal(found, route)
  if (outOfScope) return [outOfScope]
  const store = deps.store.as(found)
  const forbidden = await postRefusals(found, store, route, deps.today())
  return forbidden.length > 0 ? forbidden : { ...deps, actor: found, store }
}

/** Routes that take a password, a code or a link name it among their refusals. */
const isGuessable = ({ refusals }: Route) => refusals.includes('TOO_MANY_REQUESTS')

export interface Register {
  readonly deps: Deps
  readonly identify: Identify
  /** Absent: nobody counts. */
  readonly limits?: Limits | undefined
}

/** Puts one feature on the server: its checks, its handler, its reply or refusal. */
export function register(app: FastifyInstance, registered: Register, { route, handle }: Feature): void {
  const checks = checksOf(route)
  app.route({
    method: route.method,
    url: route.path,
    config: isGuessable(route) ? signInLimit(registered.limits) : {},
    bodyLimit: route.upload ? undefined : (route.maxBytes ?? maxBodyBytes),
    handler: async (request, reply) => {
      const deps = await depsFor(request, route, registered)
      if (Array.isArray(deps)) return refuse(reply, deps)
      const wrong = checks.flatMap((check) => check(request))
      if (wrong.length > 0) return refuse(reply, wrong)
      const upload = route.upload ? await uploadOf(request, route) : undefined
      if (route.upload && !upload) return refuse(reply, [noFile])
      const { params, query, body } = request
      const visit = visitOf(request, reply)
      const outcome = await handle(deps, { params, query, body, upload, visit } as never)
      if (outcome.kind === 'refused') return refuse(reply, outcome.refusals)
      if (route.replyRedirect) return reply.redirect((outcome.value as RedirectReply).location, 303)
      if (route.replyFile) return sendFile(reply, route.replyFile, outcome.value as FileReply)
      return reply.send(outcome.value)
    },
  })
}
