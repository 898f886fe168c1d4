import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { contentSecurityPolicy, newNonce, workerPolicy } from './headers.ts'

const nonceMark = '__CSP_NONCE__'
const year = 365 * 24 * 3600

const unbuilt = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>挂图</title><h1>挂图</h1>'

/** The page with a nonce of its own: never kept by a cache. */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = newNonce()
  return reply
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(nonceMark, nonce))
}

/** Serves the built web client; every path that is no file is the client's own route. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<(reply: FastifyReply) => FastifyReply> {
  const pageFile = join(folder, 'index.html')
  if (!existsSync(pageFile)) return (reply) => sendPage(reply, unbuilt)
  const page = readFileSync(pageFile, 'utf8')
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: true,
    preCompressed: true,
    allowedPath: (path) => path !== '/index.html',
    cacheControl: false,
    setHeaders: (response, path) => {
      // Names of built assets carry their hash.
      const hashed = path.includes('/assets/')
      response.header('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache')
      // A worker is bound by the policy of its own file, and by no page's.
      if (path.includes('/service-worker.js')) response.header('content-security-policy', workerPolicy)
    },
  })
  app.route({ method: ['GET', 'HEAD'], url: '/', handler: (_request, reply) => sendPage(reply, page) })
  return (reply) => sendPage(reply, page)
}
