import { type RefusalCode, type RefusedReply, refusalCodes } from '@guatu/contract'
import type { Refusal, Title } from '@guatu/kernel'
import type { FastifyReply } from 'fastify'

const codes = Object.keys(refusalCodes)
const isCode = (code: string): code is RefusalCode => Object.hasOwn(refusalCodes, code)

/** The status of a list of refusals is that of its first by the table's order; the list goes along whole. */
function refusedReply(refusals: readonly Refusal[]): { status: number; body: RefusedReply } {
  const known = refusals.map((refusal) => refusal.code).filter(isCode)
  const code = known.sort((a, b) => codes.indexOf(a) - codes.indexOf(b))[0]
  if (!code) throw new Error(`refused with a code that is in no table: ${refusals.map((refusal) => refusal.code)}`)
  const { status, title } = refusalCodes[code]
  const list = refusals.map(({ code: name, path, message, accepted }) => ({
    code: name,
    message: { ...message },
    ...(path === undefined ? {} : { path }),
    ...(accepted ? { accepted: [...accepted] } : {}),
  }))
  return { status, body: { code, message: { ...title }, refusals: list } }
}

export function refuse(reply: FastifyReply, refusals: readonly Refusal[]): FastifyReply {
  const { status, body } = refusedReply(refusals)
  return reply.code(status).send(body)
}

/** A refusal whose words are the table's own, or words of its own. */
export function refusal(code: RefusalCode, message: Title = refusalCodes[code].title, path?: string): Refusal {
  return { code, message, ...(path === undefined ? {} : { path }) }
}
