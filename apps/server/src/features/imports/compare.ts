import { canonicalJson } from '@guatu/kernel'
import { type LedgerItem, titleKey } from '@guatu/ledger'
import type { Playbook } from '@guatu/playbook'
import { eventValue } from '../../store/event-value.ts'
import type { Tx } from '../../store/store.ts'
import { documentOf, type LedgerDocument } from './document.ts'
import { type DirectoryNames, resolveNames } from './names.ts'

/** One cell that the file would change in a stored item. */
export interface CellChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

export interface ItemDifference {
  readonly itemId: string
  readonly revision: number
  readonly row: number
  readonly title: string
  readonly cells: readonly CellChange[]
}

/** What the file means for the list as it is stored. */
export interface Comparison {
  readonly created: readonly LedgerItem[]
  readonly changed: readonly ItemDifference[]
  readonly unchanged: number
  /** Stored item of each row that has one. */
  readonly matched: ReadonlyMap<number, { readonly itemId: string; readonly revision: number }>
  readonly names: DirectoryNames
}

interface StoredKey {
  readonly itemId: string
  readonly title: string
  readonly revision: number
  readonly codes: readonly (string | null)[]
}

/** Fields that are codes of the item itself: whoever has the same one is the same item. */
const identityFields = (playbook: Playbook): string[] =>
  Object.entries(playbook.fields).flatMap(([key, field]) =>
    field.kind === 'text' &&
    [field.title.zh, ...(field.words ?? [])].some((word) => /^(项目|统一|系统)?(代码|编号|编码)$/.test(word))
      ? [key]
      : [],
  )

async function storedKeys(tx: Tx, playbook: Playbook, codes: readonly string[]): Promise<StoredKey[]> {
  const columns = codes.map((_, at) => `fields ->> $${at + 3} as code${at}`)
  const { rows } = await tx.client.query<Record<string, string | null>>(
    `select ${['item_id', 'title', 'revision', ...columns].join(', ')} from item
     where district_id = $1 and playbook_key = $2 order by created_at, item_id`,
    [tx.districtId, playbook.key, ...codes],
  )
  return rows.map((row) => ({
    itemId: row.item_id!,
    title: row.title!,
    revision: Number(row.revision),
    codes: codes.map((_, at) => row[`code${at}`] ?? null),
  }))
}

/** Pairs rows with stored items: by id, by code, by name; of namesakes the first with the first, each only once. */
function pair(
  items: readonly LedgerItem[],
  stored: readonly StoredKey[],
  codes: readonly string[],
): Map<number, StoredKey> {
  const byId = new Map(stored.map((key) => [key.itemId, key]))
  const byCode = codes.map(
    (_, at) => new Map(stored.flatMap((key) => (key.codes[at] ? [[key.codes[at], key] as const] : []))),
  )
  const byTitle = new Map<string, StoredKey[]>()
  for (const key of stored) {
    const title = titleKey(key.title)
    byTitle.set(title, [...(byTitle.get(title) ?? []), key])
  }
  const taken = new Set<string>()
  const matched = new Map<number, StoredKey>()
  for (const item of items) {
    const coded = codes.map((code, at) => byCode[at]!.get(String(item.fields[code] ?? '')))
    const candidates = [byId.get(item.itemId ?? ''), ...coded, ...(byTitle.get(titleKey(item.title)) ?? [])]
    const found = candidates.find((key) => key !== undefined && !taken.has(key.itemId))
    if (!found) continue
    taken.add(found.itemId)
    matched.set(item.row, found)
  }
  return matched
}

const portion = 2_000

/** Compares a file's items with the list: what is new, what differs cell by cell, what is the same. */
export async function compareWithStored(
  tx: Tx,
  playbook: Playbook,
  items: readonly LedgerItem[],
  onProgress: (fraction: number) => void = () => {},
): Promise<Comparison> {
  const names = await resolveNames(tx, playbook, items)
  const codes = identityFields(playbook)
  const matched = pair(items, await storedKeys(tx, playbook, codes), codes)
  const known = items.filter((item) => matched.has(item.row))
  const changed: ItemDifference[] = []
  for (let at = 0; at < known.length; at += portion) {
    const part = known.slice(at, at + portion)
    const stored = await storedFields(
      tx,
      part.map((item) => matched.get(item.row)!.itemId),
    )
    for (const item of part) {
      const { itemId, revision } = matched.get(item.row)!
      const cells = differences(documentOf(item, playbook, names), stored.get(itemId)!)
      if (cells.length > 0) changed.push({ itemId, revision, row: item.row, title: item.title, cells })
    }
    onProgress((at + part.length) / known.length)
  }
  return {
    created: items.filter((item) => !matched.has(item.row)),
    changed,
    unchanged: known.length - changed.length,
    matched: new Map([...matched].map(([row, { itemId, revision }]) => [row, { itemId, revision }])),
    names,
  }
}

interface StoredDocument {
  readonly fields: Readonly<Record<string, unknown>>
  readonly stage: string
}

async function storedFields(tx: Tx, itemIds: readonly string[]): Promise<Map<string, StoredDocument>> {
  if (itemIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('item')
    .select(['itemId', 'fields', 'stage'])
    .where('districtId', '=', tx.districtId)
    .where('itemId', 'in', [...itemIds])
    .execute()
  return new Map(rows.map(({ itemId, fields, stage }) => [itemId, { fields, stage }]))
}

/** Cells that differ. An empty cell of a ledger says nothing and never clears what is stored. */
export function differences(document: LedgerDocument, stored: StoredDocument): CellChange[] {
  const cells: CellChange[] = []
  for (const [field, after] of Object.entries(document.fields)) {
    const before = stored.fields[field] ?? null
    if (!sameValue(before, after)) cells.push({ field, before, after })
  }
  if (document.stage !== null && document.stage !== stored.stage)
    cells.push({ field: 'stage', before: stored.stage, after: document.stage })
  return cells
}

/** Equal in what it says: the words that a date or an exact amount was written in may differ from month to month. */
function sameValue(a: unknown, b: unknown): boolean {
  return canonicalJson(eventValue(withoutRaw(a))) === canonicalJson(eventValue(withoutRaw(b)))
}

function withoutRaw(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('raw' in value)) return value
  const { raw: _, ...rest } = value as Record<string, unknown>
  return rest
}
