import { noticeKinds } from '@guatu/contract'
import type { Language, Title } from '@guatu/kernel'
import type { NoticeDraft } from './gather.ts'
import type { Reader } from './preference.ts'
import type { NoticeSettings } from './settings.ts'

/** A mail as it goes out: the plain text says all that the page does. */
export interface MailMessage {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!)

/** A header holds one line. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

export interface MailLine {
  readonly text: string
  readonly link?: string
}

export interface MailPart {
  readonly title: string
  readonly lines: readonly MailLine[]
}

interface MailFrame {
  readonly reader: Reader
  readonly settings: NoticeSettings
  readonly subject: string
  readonly parts: readonly MailPart[]
}

const footer: Title = {
  zh: '这封邮件由系统自动发出，请勿回复。想收哪些、什么时候收，在“我的账号—通知”里改：',
  en: 'Sent by a program: please do not answer. What comes and when is set under My account, Notices:',
}

/** Plain text and the same as simple HTML, with nothing to load from anywhere. */
export function framedMail({ reader, settings, subject, parts }: MailFrame): MailMessage {
  const { language } = reader.preference
  const account = `${settings.origin}/account`
  const text = [
    ...parts.flatMap(({ title, lines }) => [
      title,
      ...lines.map((line) => `  ${line.text}${line.link ? `\n  ${line.link}` : ''}`),
      '',
    ]),
    `${footer[language]} ${account}`,
  ].join('\n')
  const listed = ({ text: words, link }: MailLine) =>
    `<li>${link ? `<a href="${escapeHtml(link)}">${escapeHtml(words)}</a>` : escapeHtml(words)}</li>`
  const html = [
    `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><body style="font:15px/1.6 sans-serif">`,
    ...parts.map(({ title, lines }) => `<h3>${escapeHtml(title)}</h3><ul>${lines.map(listed).join('')}</ul>`),
    `<p style="color:#666">${escapeHtml(footer[language])} <a href="${escapeHtml(account)}">${escapeHtml(account)}</a></p>`,
    '</body></html>',
  ].join('')
  return { to: reader.address ?? '', subject: oneLine(`[${settings.product}] ${subject}`), text, html }
}

export const itemLink = ({ origin }: NoticeSettings, itemId: string | null) =>
  itemId === null ? `${origin}/inbox` : `${origin}/item/${itemId}`

const by: Record<Language, (actor: string) => string> = { zh: (actor) => `（${actor}）`, en: (actor) => ` (${actor})` }
const because: Title = { zh: '理由：', en: 'Reason: ' }

/** One notice as a mail of its own. */
export function noticeMail(notice: NoticeDraft, reader: Reader, settings: NoticeSettings): MailMessage {
  const { language } = reader.preference
  const { kind, itemTitle, itemId, text, actor, reason } = notice
  const title = noticeKinds[kind][language]
  const lines: MailLine[] = [
    { text: `${text[language]}${actor ? by[language](actor) : ''}`, link: itemLink(settings, itemId) },
    ...(reason ? [{ text: `${because[language]}${reason}` }] : []),
  ]
  const subject = itemTitle ? `${title}${language === 'zh' ? '：' : ': '}${itemTitle}` : `${title} ${text[language]}`
  return framedMail({ reader, settings, subject, parts: [{ title: itemTitle ?? title, lines }] })
}
