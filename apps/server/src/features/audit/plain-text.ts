import { roles } from '@guatu/access'
import { unitKinds } from '@guatu/contract'
import type { Language, Title } from '@guatu/kernel'
import type { Names } from '../../store/events/names.ts'

/** Words of the program's own that stand in the data of events. */
const known: Readonly<Record<string, Title>> = {
  ...unitKinds,
  ...roles,
  demonstration: { zh: '从演示名单进入', en: 'from the demonstration’s list' },
  password: { zh: '用密码', en: 'with a password' },
  openId: { zh: '用统一身份认证', en: 'by single sign-on' },
  link: { zh: '用一次性链接', en: 'by a one-time link' },
}

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)

/** At most so much is spelt out; the event's data holds all. */
const spelt = 4

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an event says beside its verb where that has no sentence of its own: the names, posts and days of its data. */
export function plainText(data: Readonly<Record<string, unknown>>, names: Names): Title {
  const values = Object.values(data).flatMap((value) => (isRecord(value) ? Object.values(value) : [value]))
  const texts = values.filter((value): value is string => typeof value === 'string' && value !== '')
  const said = (language: Language) => {
    const words = texts.flatMap((text) => (isId(text) ? (names.get(text) ?? []) : (known[text]?.[language] ?? text)))
    return [...new Set(words)].slice(0, spelt).join(language === 'zh' ? '，' : ', ')
  }
  return { zh: said('zh'), en: said('en') }
}
