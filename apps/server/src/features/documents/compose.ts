import { showValue } from '@guatu/derive'
import { done, type Outcome, refused } from '@guatu/kernel'
import { type Dictionaries, type DocumentTemplate, filledText, isEmpty, type Playbook } from '@guatu/playbook'
import { refusal } from '../../http/refuse.ts'
import { type OfficialDocument, paragraphsOf, plainLine } from '../../official-document/document.ts'
import { itemSource, knownBy } from '../../store/past/source.ts'
import type { ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

type Fields = Readonly<Record<string, unknown>>
type Names = ReadonlyMap<string, string>

interface Linked {
  readonly kind: string
  readonly title: string
  readonly fields: Fields
}

/** What the item links to, as far as the reader may read it. */
async function linkedTo(tx: Tx, itemId: string): Promise<Linked[]> {
  const { rows } = await tx.client.query<Linked>(
    `select l.kind, i.title, i.fields from item_link l
       join ${itemSource(tx)} i on i.district_id = $1 and i.item_id = l.to_item_id
     where l.district_id = $1 and l.from_item_id = $2 and ${knownBy(tx, 'l.added_at')}
       and (l.removed_at is null or l.removed_at > $3::timestamptz)
     order by l.added_at, i.title`,
    [tx.districtId, itemId, tx.asOf?.at ?? null],
  )
  return rows
}

/** Units and persons by id; a document calls a unit by its full name. */
async function namesIn(tx: Tx, fields: Fields): Promise<Names> {
  const ids = Object.values(fields)
    .flat()
    .filter((value): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value))
  const { rows } = await tx.client.query<{ id: string; name: string }>(
    `select org_id as id, name from org where district_id = $1 and org_id = any($2::uuid[])
     union all select person_id, name from person where district_id = $1 and person_id = any($2::uuid[])`,
    [tx.districtId, ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

interface Source {
  readonly playbook: Playbook
  readonly dictionaries: Dictionaries
  readonly fields: Fields
  readonly names: Names
  readonly linked: readonly Linked[]
}

function shownOf({ playbook, dictionaries, fields, names, linked }: Source): (name: string) => string {
  const show = (document: Fields, key: string): string => {
    const [field, value] = [playbook.fields[key], document[key]]
    if (!field || isEmpty(value)) return ''
    return showValue(field, value, { language: 'zh', dictionaries, nameOf: (_kind, id) => names.get(id) ?? null })
  }
  return (name) => {
    const [kind = '', key] = name.split('.')
    if (key === undefined) return show(fields, kind)
    const others = linked.filter((link) => link.kind === kind)
    const values = others.map((link) => (key === 'title' ? link.title : show(link.fields, key)))
    return values.filter((value) => value !== '').join('、')
  }
}

const dayIn = (value: unknown): string | null => (value as { date?: string } | undefined)?.date ?? null

function documentFrom(source: Source, template: DocumentTemplate): OfficialDocument {
  const { fields, names } = source
  const shown = shownOf(source)
  const line = (key: string | undefined) => (key === undefined ? null : plainLine(shown(key)) || null)
  const date = template.date === undefined ? null : dayIn(fields[template.date])
  const issuer = line(template.issuedBy) ?? ''
  const { urgency, copies } = template
  const isUrgent = urgency?.shown.includes(String(fields[urgency.field])) === true
  const copyIds = copies === undefined ? [] : ((fields[copies] as readonly string[] | undefined) ?? [])
  const paragraphs = template.paragraphs.flatMap((text) => paragraphsOf(filledText(text, shown) ?? ''))
  return {
    mark: issuer,
    number: line(template.number),
    urgency: isUrgent ? line(urgency?.field) : null,
    // A title that begins as titles of documents do needs no second beginning.
    title: plainLine(filledText(template.heading, shown) ?? '').replace(/^关于关于/u, '关于'),
    recipient: line(template.recipient),
    paragraphs,
    attachments: [],
    signature: issuer,
    date,
    note: line(template.contact) && `联系人：${line(template.contact)}`,
    copies: copyIds.flatMap((id) => plainLine(names.get(id) ?? '') || []),
    printed: copies === undefined || date === null ? null : { by: issuer, on: date },
  }
}

/** One of the documents that an item's list knows, or what is still missing for it. */
export async function composeDocument(
  tx: Tx,
  { playbook, dictionaries }: Pick<Source, 'playbook' | 'dictionaries'>,
  row: ItemRow,
  key: string,
): Promise<Outcome<OfficialDocument>> {
  const template = playbook.documents?.[key]
  if (!template) {
    const message = { zh: `这份清单没有公文“${key}”`, en: `This list has no document '${key}'` }
    const accepted = Object.keys(playbook.documents ?? {})
    return refused({ ...refusal('INPUT_INVALID', message, 'document'), accepted })
  }
  const missing = [template.needs, template.issuedBy, template.recipient].filter((name) => isEmpty(row.fields[name]))
  if (missing.length > 0) {
    const unfilled = [...new Set(missing)].map((name) => {
      const { zh, en } = playbook.fields[name]!.title
      return refusal('GATE_BLOCKED', { zh: `填写“${zh}”`, en: `Fill in '${en}'` }, name)
    })
    return refused(...unfilled)
  }
  const { fields } = row
  const source = { playbook, dictionaries, fields, names: await namesIn(tx, fields) }
  return done(documentFrom({ ...source, linked: await linkedTo(tx, row.itemId) }, template))
}
