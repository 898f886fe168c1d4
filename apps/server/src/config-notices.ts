/** What the environment says about telling people beyond the inbox. */
export interface NoticesConfig {
  readonly mail: { readonly url: string; readonly from: string } | null
  /** Hosts that webhooks may go to, each with its port where it is not the usual one. */
  readonly webhookHosts: readonly string[]
  /** Such a host may lie in the site's own network, and be spoken to without TLS. */
  readonly privateHosts: boolean
}

type Read = (name: string) => string | undefined

const isSmtp = (text: string) => /^smtps?:\/\/[^/]/.test(text) && URL.canParse(text)
/** `name@host`, or `words <name@host>`. */
const isSender = (text: string) => /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(text)

function mailProblems(url: string | undefined, from: string | undefined): (string | undefined)[] {
  if (!url && !from) return []
  if (!url || !from) return ['GUATU_SMTP_URL 与 GUATU_MAIL_FROM 须一起设置 (must be set together)']
  return [
    // The value may hold a password: it is never repeated.
    isSmtp(url)
      ? undefined
      : 'GUATU_SMTP_URL 应形如 smtp://mail.example.cn:587 (must be like smtp://mail.example.cn:587 or smtps://)',
    isSender(from) ? undefined : `GUATU_MAIL_FROM=${from} 应是邮件地址 (must be a mail address)`,
  ]
}

const hostForm = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/

/** Reads what the environment says about mail and webhooks; all problems at once. */
export function readNotices(read: Read): { readonly notices: NoticesConfig; readonly problems: readonly string[] } {
  const [url, from] = [read('GUATU_SMTP_URL'), read('GUATU_MAIL_FROM')]
  const hosts = (read('GUATU_WEBHOOK_HOSTS') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  const own = read('GUATU_WEBHOOK_PRIVATE') ?? '0'
  const wrongHosts = hosts.filter((host) => !hostForm.test(host))
  const problems = [
    ...mailProblems(url, from),
    wrongHosts.length > 0
      ? `GUATU_WEBHOOK_HOSTS 应是以逗号分开的主机名，不是 ${wrongHosts.join('、')} (must be names of hosts, separated by commas)`
      : undefined,
    own === '0' || own === '1' ? undefined : `GUATU_WEBHOOK_PRIVATE=${own} 应为 0 或 1 (must be 0 or 1)`,
  ].filter((problem): problem is string => problem !== undefined)
  const mail = url && from ? { url, from } : null
  return { notices: { mail, webhookHosts: hosts, privateHosts: own === '1' }, problems }
}
