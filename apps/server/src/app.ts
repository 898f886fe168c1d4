import multipart from '@fastify/multipart'
import { type FastifyInstance, fastify } from 'fastify'
import { features } from './features/index.ts'
import { compressText } from './http/compress.ts'
import type { Deps } from './http/deps.ts'
import { handleFaults } from './http/faults.ts'
import type { Feature } from './http/feature.ts'
import { refuseForeign } from './http/guard.ts'
import { securityHeaders } from './http/headers.ts'
import type { Identify } from './http/identify.ts'
import { refusal, refuse } from './http/refuse.ts'
import { register } from './http/register.ts'
import { serveWeb } from './http/web.ts'

/** The longest list that a request carries: the cells an import leaves alone. */
const maxBodyBytes = 16 * 1024 * 1024
const maxUploadBytes = 64 * 1024 * 1024

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
}

/** The whole server, ready to listen. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { deps, identify, webFolder, say } = options
  const app = fastify({ forceCloseConnections: true, bodyLimit: maxBodyBytes, exposeHeadRoutes: false })
  app.setSerializerCompiler(() => JSON.stringify)
  handleFaults(app, say)
  app.addHook('onRequest', refuseForeign)
  app.addHook('onRequest', async (_request, reply) => void reply.headers(securityHeaders))
  app.addHook('onSend', compressText)
  await app.register(multipart, { limits: { fileSize: maxUploadBytes, files: 1, fields: 0 } })
  for (const feature of options.features ?? features) register(app, { deps, identify }, feature)
  const sendPage = await serveWeb(app, webFolder)
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && clientRoute.test(request.url)
    return isPage ? sendPage(reply) : refuse(reply, [refusal('NOT_FOUND')])
  })
  return app
}
