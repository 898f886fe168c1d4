import type { FastifyReply } from 'fastify'
import type { FileReply } from './feature.ts'

/** RFC 8187, 3.2.1: what encodeURIComponent leaves and an extended value may not hold. */
const extended = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

/** A receiver that takes nothing for so long is gone: what its file is read with is given back. */
const stalledAfter = 60_000

/** Sends a file to be saved; only what is marked as an image is shown, under that very type. */
export function sendFile(reply: FastifyReply, type: string, { fileName, content, bytes, shownAs }: FileReply) {
  const disposition = shownAs ? 'inline' : `attachment; filename="download"; filename*=UTF-8''${extended(fileName)}`
  const { socket } = reply.raw
  if (socket && 'setTimeout' in socket) reply.raw.setTimeout(stalledAfter, () => void reply.raw.destroy())
  if (bytes !== undefined) reply.header('content-length', bytes)
  return reply
    .header('content-disposition', disposition)
    .type(shownAs ?? type)
    .send(content)
}
