import type { Cockpit } from '@guatu/contract'
import { eventText, type TextContext, toldVerbs } from '../../store/events/text.ts'
import { itemSource, knownBy } from '../../store/past/source.ts'
import type { Tx } from '../../store/store.ts'

type Change = Cockpit['changes'][number]

/** A change between these is no news. */
const calmLamps = ['blue', 'green', 'none']

interface Wanted {
  readonly playbookKey: string
  /** The instant from which changes are told. */
  readonly since: string
  readonly area: string | undefined
}

interface Told {
  readonly seq: number
  readonly at: string
  readonly verb: string
  readonly itemId: string | null
  readonly title: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly importId: string | null
}

/** An import, or its being taken back: everything that it did carries its instant. */
interface ImportMoment {
  readonly at: string
  readonly seq: number
  readonly verb: 'import.committed' | 'import.undone'
  readonly importId: string
  readonly fileName: string
  readonly created: number
  readonly changed: number
  readonly undone: boolean
}

async function importMoments(tx: Tx, { playbookKey, since }: Wanted, limit: number): Promise<ImportMoment[]> {
  const { rows } = await tx.client.query<ImportMoment>(
    `select m.at, m.verb, r.import_id as "importId", r.file_name as "fileName", r.created_items as created,
       r.changed_items as changed, r.undone_at is not null and ${knownBy(tx, 'r.undone_at')} as undone,
       (select min(seq) from event e where e.district_id = $1 and e.at = m.at) as seq
     from import_record r
     cross join lateral (values (r.committed_at, 'import.committed'), (r.undone_at, 'import.undone')) as m (at, verb)
     where r.district_id = $1 and r.playbook_key = $2 and m.at >= $3::timestamptz and ${knownBy(tx, 'm.at')}
     order by m.at desc limit $4`,
    [tx.districtId, playbookKey, since, limit],
  )
  return rows
}

/** How many items of an area an import made and changed; what was taken back is in no area any more. */
async function countsInArea(tx: Tx, at: string, area: string): Promise<{ created: number; changed: number }> {
  const { rows } = await tx.client.query<{ created: number; changed: number }>(
    `select count(distinct e.item_id) filter (where e.verb = 'item.created') as created,
       count(distinct e.item_id) filter (where e.verb = 'item.updated') as changed
     from event e join ${itemSource(tx)} i on i.district_id = $1 and i.item_id = e.item_id
     where e.district_id = $1 and e.at = $2::timestamptz and i.area_code = $3`,
    [tx.districtId, at, area],
  )
  return rows[0] ?? { created: 0, changed: 0 }
}

async function importLine(tx: Tx, moment: ImportMoment, area: string | undefined): Promise<Told[]> {
  const { at, seq, verb, importId, fileName, undone } = moment
  const { created, changed } = area === undefined ? moment : await countsInArea(tx, at, area)
  if (area !== undefined && created + changed === 0) return []
  const counts = verb === 'import.undone' ? { removed: created, restored: changed } : { created, changed }
  const rows = undone ? null : importId
  return [{ at, seq, verb, itemId: null, title: null, data: { fileName, ...counts }, importId: rows }]
}

/** What happened to single items in a span of time, newest first; both ends are outside of it. */
async function itemEvents(tx: Tx, { playbookKey, area }: Wanted, span: Span, limit: number): Promise<Told[]> {
  const { rows } = await tx.client.query<Told>(
    `select e.seq, e.at, e.verb, e.item_id as "itemId", i.title, e.data, null as "importId"
       from event e join ${itemSource(tx)} i on i.district_id = $1 and i.item_id = e.item_id
       where e.district_id = $1 and e.at > $2::timestamptz and ${knownBy(tx, 'e.at')} and e.at < coalesce($8::timestamptz, 'infinity')
         and e.verb = any($3) and i.playbook_key = $4 and ($5::text is null or i.area_code = $5)
         and not (e.verb = 'item.lit' and e.data->>'from' = any($7) and e.data->>'to' = any($7))
       order by e.at desc, e.seq desc limit $6`,
    [tx.districtId, span.after, toldVerbs, playbookKey, area ?? null, limit, calmLamps, span.before],
  )
  return rows
}

interface Span {
  readonly after: string
  readonly before: string | null
}

/**
 * What happened to items of a list since an instant, newest first; an import is one line, however many items it has.
 * Only the spans between imports are read, so that a great one costs nothing here.
 */
export async function changesSince(tx: Tx, wanted: Wanted, limit: number, context: TextContext): Promise<Change[]> {
  const told: Told[] = []
  let before: string | null = null
  for (const moment of await importMoments(tx, wanted, limit)) {
    if (told.length >= limit) break
    told.push(...(await itemEvents(tx, wanted, { after: moment.at, before }, limit - told.length)))
    told.push(...(await importLine(tx, moment, wanted.area)))
    before = moment.at
  }
  if (told.length < limit) {
    told.push(...(await itemEvents(tx, wanted, { after: wanted.since, before }, limit - told.length)))
  }
  return told
    .slice(0, limit)
    .map(({ data, ...line }) => ({ ...line, text: eventText({ verb: line.verb, data }, context) }))
}
