import type { Route } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from './deps.ts'
import type { Feature, FileReply, Upload } from './feature.ts'
import type { Identify } from './identify.ts'
import { refusal, refuse } from './refuse.ts'
import { compileSchema, type Place, schemaRefusals, textRefusals } from './validator.ts'

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

async function uploadOf(request: FastifyRequest): Promise<Upload | undefined> {
  const part = await request.file()
  return part && { fileName: part.filename, stream: part.file }
}

function sendFile(reply: FastifyReply, type: string, file: FileReply): FastifyReply {
  const name = encodeURIComponent(file.fileName)
  return reply
    .header('content-disposition', `attachment; filename="download"; filename*=UTF-8''${name}`)
    .type(type)
    .send(file.content)
}

const noFile: Refusal = { code: 'INPUT_INVALID', path: 'file', message: { zh: '没有收到文件', en: 'No file arrived' } }

/** What a feature stands on, acting for whoever asks; null: it needs somebody who is signed in. */
async function depsFor(request: FastifyRequest, { needs }: Route, { deps, identify }: Register): Promise<Deps | null> {
  if (needs === 'public') return deps
  const actor = await identify(request)
  return actor && { ...deps, actor, store: deps.store.as(actor) }
}

export interface Register {
  readonly deps: Deps
  readonly identify: Identify
}

/** Puts one feature on the server: its checks, its handler, its reply or refusal. */
export function register(app: FastifyInstance, registered: Register, { route, handle }: Feature): void {
  const checks = checksOf(route)
  app.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const deps = await depsFor(request, route, registered)
      if (!deps) return refuse(reply, [refusal('SIGN_IN_REQUIRED')])
      const wrong = checks.flatMap((check) => check(request))
      if (wrong.length > 0) return refuse(reply, wrong)
      const upload = route.upload ? await uploadOf(request) : undefined
      if (route.upload && !upload) return refuse(reply, [noFile])
      const { params, query, body } = request
      const outcome = await handle(deps, { params, query, body, upload } as never)
      if (outcome.kind === 'refused') return refuse(reply, outcome.refusals)
      if (route.replyFile) return sendFile(reply, route.replyFile, outcome.value as FileReply)
      return reply.send(outcome.value)
    },
  })
}
