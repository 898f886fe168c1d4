import fastify, { type FastifyInstance } from 'fastify'

export function buildStubApp(): FastifyInstance {
  const app = fastify({ forceCloseConnections: true })
  app.get('/', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send('<!doctype html><title>挂图</title><h1>挂图</h1>'),
  )
  return app
}
