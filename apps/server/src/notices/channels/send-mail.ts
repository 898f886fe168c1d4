import { createTransport } from 'nodemailer'
import type { MailMessage } from '../mail-text.ts'
import type { MailSettings } from '../settings.ts'

const waitMs = 20_000

/**
 * The mark by which a mail is known wherever it turns up: a server that has taken one and was not heard to say so gets it
 * again under the same mark (RFC 5322, 3.6.4), and mailboxes show it once.
 */
export function messageIdOf(deliveryId: string, from: string): string {
  const [, domain = 'guatu.invalid'] = /@([A-Za-z0-9.-]+)/.exec(from) ?? []
  return `<${deliveryId}@${domain}>`
}

/** Hands one mail to the operator's server; throws what the server said against it. */
export async function sendMail(message: MailMessage, deliveryId: string, { url, from }: MailSettings): Promise<void> {
  const transport = createTransport({
    url,
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
  })
  try {
    const { to, subject, text, html } = message
    await transport.sendMail({
      // A message is what it says: nothing is fetched for it from files or addresses.
      disableFileAccess: true,
      disableUrlAccess: true,
      from,
      to: { name: '', address: to },
      subject,
      text,
      html,
      messageId: messageIdOf(deliveryId, from),
      // Vacations and lists do not answer what a program sends (RFC 3834, 5).
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } finally {
    transport.close()
  }
}
