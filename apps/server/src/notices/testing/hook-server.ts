import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as it was posted. */
export interface Posted {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface HookServer {
  readonly host: string
  readonly url: string
  readonly posted: Posted[]
  /** What it answers from here on; `silent`: nothing at all. */
  answer(status: number | 'silent', body?: string, headers?: Readonly<Record<string, string>>): void
  close(): Promise<void>
}

/** A real receiver of webhooks on this machine. */
export async function startHookServer(): Promise<HookServer> {
  const posted: Posted[] = []
  let reply: { status: number | 'silent'; body: string; headers: Readonly<Record<string, string>> } = {
    status: 200,
    body: '{}',
    headers: {},
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      posted.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
      if (reply.status === 'silent') return
      response.writeHead(reply.status, reply.headers).end(reply.body)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    url: `http://${host}`,
    posted,
    answer: (status, body = '{}', headers = {}) => {
      reply = { status, body, headers }
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
