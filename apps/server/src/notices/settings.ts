import type { Store } from '../store/store.ts'

/** How the operator lets this server send mail. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string
  readonly from: string
}

/** What telling people beyond the inbox stands on; all of it is the operator's to say. */
export interface NoticeSettings {
  readonly mail: MailSettings | null
  /** Hosts, with a port where it is not the usual one, that webhooks may go to. */
  readonly webhookHosts: readonly string[]
  /** Whether such a host may lie in the site's own network, and be spoken to without TLS. */
  readonly privateHosts: boolean
  /** Encrypts addresses and secrets of webhooks. */
  readonly secret: string
  /** Where people's browsers find the server; links in messages begin with it. */
  readonly origin: string
  /** How messages name the sender. */
  readonly product: string
}

const key = 'noticeSettings'

export function useNoticeSettings(store: Store, settings: NoticeSettings): void {
  store.kept.set(key, settings)
}

/** Those of this store; nothing goes out where nobody has said otherwise. */
export function noticeSettingsOf(store: Pick<Store, 'kept'>): NoticeSettings {
  const known = store.kept.get(key) as NoticeSettings | undefined
  return (
    known ?? {
      mail: null,
      webhookHosts: [],
      privateHosts: false,
      secret: '',
      origin: 'http://localhost',
      product: '挂图',
    }
  )
}
