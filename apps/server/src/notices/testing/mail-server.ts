import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export interface Arrived {
  readonly messageId: string
  readonly to: string
  readonly raw: string
}

export interface MailServer {
  readonly url: string
  readonly arrived: readonly Arrived[]
  /** From here on every mail is answered with this refusal; null: taken again. */
  refuse(answer: string | null): void
  close(): Promise<void>
}

/** A real mail server on this machine that keeps what it is handed. */
export async function startMailServer({ delayMs = 0 } = {}): Promise<MailServer> {
  const arrived: Arrived[] = []
  let refusal: string | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (refusal !== null) return callback(Object.assign(new Error(refusal), { responseCode: 451 }))
        const raw = Buffer.concat(parts).toString('utf8')
        const messageId = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? ''
        arrived.push({ messageId, to: session.envelope.rcptTo.map(({ address }) => address).join(), raw })
        // The mail is taken: whoever is killed before the answer comes does not know it.
        setTimeout(() => callback(), delayMs)
      })
    },
  })
  // Connections that a killed client leaves behind are no fault of the server's.
  server.on('error', () => undefined)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    refuse: (answer) => {
      refusal = answer
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
}
