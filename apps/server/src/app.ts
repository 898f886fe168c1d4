import multipart from '@fastify/multipart'
import { type FastifyInstance, fastify } from 'fastify'
import { features } from './features/index.ts'
import { compressText } from './http/compress.ts'
import type { Deps } from './http/deps.ts'
import { handleFaults } from './http/faults.ts'
import type { Feature } from './http/feature.ts'
import { refuseForeign } from './http/guard.ts'
import { headersFor } from './http/headers.ts'
import type { Identify } from './http/identify.ts'
import { serverOptions, uploadLimits } from './http/limits.ts'
import { type Limits, limitRate } from './http/rate-limit.ts'
import { refusal, refuse } from './http/refuse.ts'
import { register } from './http/register.ts'
import { serveWeb } from './http/web.ts'

/** An address of the client's own: neither the interface's nor a file's, whose last part has an ending. */
const clientRoute = /^(?!\/(?:api|assets)\/)[^?]*\/[^./?]*(?:\?|$)/

export interface AppOptions {
  readonly deps: Deps
  readonly identify: Identify
  /** Folder of the built web client. */
  readonly webFolder: string
  /** Where faults are told. */
  readonly say: (line: string) => void
  readonly features?: readonly Feature[]
  /** Where other machines find this server, such as `https://guatu.example.cn`; a proxy on this machine is believed then. */
  readonly published?: string | undefined
  /** How often one address may ask; absent: nobody counts. */
  readonly limits?: Limits
}

/** The whole server, ready to listen. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { deps, identify, webFolder, say, published, limits } = options
  const app = fastify({ ...serverOptions, trustProxy: published ? 'loopback' : false })
  app.setSerializerCompiler(() => JSON.stringify)
  handleFaults(app, say)
  const headers = headersFor(published)
  app.addHook('onRequest', async (_request, reply) => void reply.headers(headers))
  app.addHook('onRequest', refuseForeign(published ? [published] : []))
  app.addHook('onSend', compressText)
  if (limits) await limitRate(app, limits)
  await app.register(multipart, { limits: uploadLimits })
  for (const feature of options.features ?? features) register(app, { deps, identify, limits }, feature)
  const sendPage = await serveWeb(app, webFolder)
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && clientRoute.test(request.url)
    return isPage ? sendPage(reply) : refuse(reply, [refusal('NOT_FOUND')])
  })
  return app
}
