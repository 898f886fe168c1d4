import type { Refusal } from '@guatu/kernel'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { faultLine } from './fault-line.ts'
import { refusal, refuse } from './refuse.ts'

const tooLarge = new Set(['FST_ERR_CTP_BODY_TOO_LARGE', 'FST_REQ_FILE_TOO_LARGE'])

/** What the framework itself finds wrong with a request; undefined for a fault of ours. */
function requestProblem(error: FastifyError): Refusal | undefined {
  if (tooLarge.has(error.code)) return refusal('FILE_TOO_LARGE')
  if (error.statusCode === 429) return refusal('TOO_MANY_REQUESTS')
  // What the checks before a write let through and the database's policies do not.
  if (error.code === '42501') return refusal('FORBIDDEN')
  if (error.statusCode === undefined || error.statusCode >= 500) return undefined
  return refusal('INPUT_INVALID', { zh: '请求读不懂', en: 'The request cannot be understood' })
}

/** Unknown errors are told to the terminal, without anything that a user sent, and as one sentence to the client. */
export function handleFaults(app: FastifyInstance, say: (line: string) => void): void {
  app.setErrorHandler((error: FastifyError, request, reply): FastifyReply => {
    const problem = requestProblem(error)
    if (problem) return refuse(reply, [problem])
    say(faultLine(request.method, request.routeOptions.url, error))
    return refuse(reply, [refusal('SERVER_FAULT')])
  })
}
