import { countNotices, listNotices, markNotices, type NoticeEntry } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import type { NoticeData } from '../../notices/write.ts'
import type { Tx } from '../../store/store.ts'

const usualLimit = 50
/** As many as one act marks can be marked back. */
const mostMarked = 1_000

interface Row extends Omit<NoticeEntry, 'itemTitle' | 'text' | 'actor' | 'reason'> {
  readonly data: NoticeData
  readonly readable: boolean
}

/** Nobody in particular, such as the operator, has an inbox. */
const unread = async ({ client, districtId, actor }: Tx): Promise<number> => {
  const { rows } = await client.query<{ unread: number }>(
    'select count(*)::int as unread from notice where district_id = $1 and person_id = $2 and read_at is null',
    [districtId, actor.personId],
  )
  return rows[0]?.unread ?? 0
}

/** Titles of items that the reader may no longer read are left out: what he was told once is not told again. */
const shown = ({ data, readable, ...row }: Row): NoticeEntry => ({
  ...row,
  itemTitle: readable ? data.itemTitle : null,
  text: data.text,
  actor: data.actor,
  reason: readable || row.itemId === null ? data.reason : null,
})

export const listNoticesFeature = feature(listNotices, async ({ store }, { query }) => {
  const { show = 'all', kind, itemId, after, limit = usualLimit } = query
  return await store.read(async (tx) => {
    const { client, districtId, actor } = tx
    const { rows } = await client.query<Row>(
      `select n.notice_id as "noticeId", n.kind, n.item_id as "itemId", n.data, n.created_at as at, n.read_at as "readAt",
         exists (select from item i where i.district_id = n.district_id and i.item_id = n.item_id) as readable
       from notice n
       where n.district_id = $1 and n.person_id = $2 and ($3 = 'all' or n.read_at is null)
         and ($4::text is null or n.kind = $4) and ($5::uuid is null or n.item_id = $5)
         and ($6::uuid is null or n.notice_id < $6)
       order by n.notice_id desc limit $7`,
      [districtId, actor.personId, show, kind ?? null, itemId ?? null, after ?? null, limit + 1],
    )
    const page = rows.slice(0, limit)
    const next = rows.length > limit ? page[page.length - 1]!.noticeId : null
    return done({ notices: page.map(shown), next, unread: await unread(tx) })
  })
})

export const countNoticesFeature = feature(countNotices, async ({ store }) =>
  done({ unread: await store.read(unread) }),
)

export const markNoticesFeature = feature(markNotices, async ({ store, now }, { body }) => {
  const { read, noticeIds, itemId, upTo } = body
  return await store.write(async (tx) => {
    const { client, districtId, actor } = tx
    const { rows } = await client.query<{ id: string }>(
      `update notice n set read_at = case when $3 then $4::timestamptz end
       where n.district_id = $1 and n.person_id = $2 and (n.read_at is null) = $3
         and ($5::uuid[] is null or n.notice_id = any($5::uuid[])) and ($6::uuid is null or n.item_id = $6)
         and ($7::uuid is null or n.notice_id <= $7)
         and n.notice_id in (select m.notice_id from notice m where m.district_id = $1 and m.person_id = $2
           and (m.read_at is null) = $3 and ($5::uuid[] is null or m.notice_id = any($5::uuid[]))
           and ($6::uuid is null or m.item_id = $6) order by m.notice_id desc limit ${mostMarked})
       returning n.notice_id as id`,
      [districtId, actor.personId, read, now(), noticeIds ?? null, itemId ?? null, upTo ?? null],
    )
    return done({ changed: rows.map(({ id }) => id), unread: await unread(tx) })
  })
})
