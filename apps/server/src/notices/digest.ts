import { noticeKinds } from '@guatu/contract'
import type { Language, Title } from '@guatu/kernel'
import type { Deps } from '../http/deps.ts'
import type { Store, Tx } from '../store/store.ts'
import { uuidv7 } from '../store/uuid.ts'
import { framedMail, itemLink, type MailLine, type MailPart } from './mail-text.ts'
import { type OwnDate, ownDates } from './own-dates.ts'
import { type Reader, readersOf } from './preference.ts'
import { isWorkday, nextAllowed, shanghaiDay, shanghaiHour, workdaysOn } from './quiet.ts'
import { type NoticeSettings, noticeSettingsOf } from './settings.ts'
import { type Announce, addDeliveries, type NewDelivery, type NoticeData } from './write.ts'

/** A digest looks so far ahead. */
const aheadWorkdays = 3
const mostLines = 15

interface Fresh {
  readonly kind: keyof typeof noticeKinds
  readonly itemId: string | null
  readonly data: NoticeData
}

/** Unread, and in no earlier digest. */
async function freshFor({ client, districtId }: Tx, personId: string, since: string): Promise<Fresh[]> {
  const { rows } = await client.query<Fresh>(
    `select kind, item_id as "itemId", data from notice
     where district_id = $1 and person_id = $2 and read_at is null and created_at > $3
     order by notice_id desc limit 200`,
    [districtId, personId, since],
  )
  return rows
}

const titles: Readonly<Record<'fresh' | 'overdue' | 'due' | 'more', Title>> = {
  fresh: { zh: '新通知', en: 'New' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  due: { zh: '三个工作日内到期', en: 'Due within three workdays' },
  more: { zh: '…等 {count} 项', en: '… {count} in all' },
}

function partOf(title: string, lines: readonly MailLine[], language: Language, link: string): MailPart[] {
  if (lines.length === 0) return []
  const more = { text: titles.more[language].replace('{count}', String(lines.length)), link }
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines), more] : lines
  return [{ title: `${title} ${lines.length}`, lines: shown }]
}

interface DigestInput {
  readonly reader: Reader
  readonly settings: NoticeSettings
  readonly day: string
  readonly fresh: readonly Fresh[]
  readonly due: readonly OwnDate[]
}

/** The day's mail of one person; null where there is nothing to say. */
export function digestMail({ reader, settings, day, fresh, due }: DigestInput) {
  const { language } = reader.preference
  const colon = language === 'zh' ? '：' : ': '
  const inbox = itemLink(settings, null)
  const freshLines = fresh.map(({ kind, itemId, data }): MailLine => {
    const head = [noticeKinds[kind][language], data.itemTitle].filter(Boolean).join(language === 'zh' ? '·' : ', ')
    return { text: `${head}${colon}${data.text[language]}`, link: itemLink(settings, itemId) }
  })
  const dueLines = (list: readonly OwnDate[]) =>
    list.map(({ itemId, title, node, day: on }): MailLine => {
      return { text: `${on} ${title}${node ? `${colon}${node}` : ''}`, link: itemLink(settings, itemId) }
    })
  const overdue = due.filter((one) => one.day < day)
  const soon = due.filter((one) => one.day >= day)
  const parts = [
    ...partOf(titles.overdue[language], dueLines(overdue), language, inbox),
    ...partOf(titles.due[language], dueLines(soon), language, inbox),
    ...partOf(titles.fresh[language], freshLines, language, inbox),
  ]
  if (parts.length === 0) return null
  const counts = [
    [overdue.length, { zh: '项逾期', en: 'overdue' }],
    [soon.length, { zh: '项将到期', en: 'due' }],
    [fresh.length, { zh: '条新通知', en: 'new' }],
  ] as const
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words[language]}`)
  const subject = `${day} ${said.join(language === 'zh' ? '，' : ', ')}`
  return framedMail({ reader, settings, subject, parts })
}

/** Somebody reads as himself: what the rules let him see, no more. */
const asPerson = (store: Store, { personId, name }: Reader): Store =>
  store.as({ personId, name, post: null, origin: 'digest' })

const weekMs = 7 * 86_400_000

/** When a person's last digest was made; what came before it was told by it. */
async function lastDigests({ client, districtId }: Tx): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; at: string }>(
    `select person_id as id, max(created_at) as at from notice_delivery
     where district_id = $1 and purpose = 'digest' group by person_id`,
    [districtId],
  )
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** Everybody's mail of the day whose hour has come and who has none yet. Answers how many are new. */
export async function makeDigests(deps: Deps, announce: Announce = async () => undefined): Promise<number> {
  const { store } = deps
  const settings = noticeSettingsOf(store)
  if (!settings.mail) return 0
  const now = deps.now()
  const [day, hour] = [shanghaiDay(now), shanghaiHour(now)]
  const waiting = await store.read(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>(
      `select distinct p.person_id as id from post p
       where p.district_id = $1 and p.from_day <= $2::date and (p.to_day is null or p.to_day >= $2::date)
         and not exists (select from notice_delivery d
           where d.district_id = $1 and d.once = 'digest ' || p.person_id || ' ' || $2)`,
      [tx.districtId, day],
    )
    return await readersOf(
      tx,
      rows.map(({ id }) => id),
    )
  })
  const wanted = [...waiting.values()].filter(({ address, preference: { digest, digestHour, workdaysOnly } }) => {
    return address && digest && hour >= digestHour && (!workdaysOnly || isWorkday(day))
  })
  const before = await store.read(lastDigests)
  const aWeekAgo = new Date(Date.parse(now) - weekMs).toISOString()
  const until = workdaysOn(day, aheadWorkdays)
  let made = 0
  for (const reader of wanted) {
    const { personId } = reader
    const found = await asPerson(store, reader).read(async (tx) => {
      const fresh = await freshFor(tx, personId, before.get(personId) ?? aWeekAgo)
      return { fresh, due: await ownDates(tx, personId, until, deps.shelf.playbooks) }
    })
    const message = digestMail({ reader, settings, day, ...found })
    if (!message) continue
    const delivery: NewDelivery = {
      ...{ deliveryId: uuidv7(), channel: 'mail', purpose: 'digest', personId, webhookId: null, kind: null, message },
      once: `digest ${personId} ${day}`,
      createdAt: now,
      nextAt: nextAllowed(now, reader.preference),
    }
    made += await store.write(async (tx) => {
      const added = await addDeliveries(tx, [delivery])
      await announce(tx, added)
      return added.length
    })
  }
  return made
}
