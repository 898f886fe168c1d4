import { canonicalJson } from '@guatu/kernel'
import type { LedgerItem } from '@guatu/ledger'
import type { Playbook, SecretClass } from '@guatu/playbook'
import { eventValue } from '../../store/event-value.ts'
import { heldSecrets, readableClasses } from '../../store/items/secrets.ts'
import type { Tx } from '../../store/store.ts'
import { documentOf, type LedgerDocument } from './document.ts'
import { matchStored, type StoredKey } from './match.ts'
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
  readonly matched: ReadonlyMap<number, StoredKey>
  readonly names: DirectoryNames
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
  const matched = await matchStored(tx, playbook, items)
  const known = items.filter((item) => matched.has(item.row))
  const changed: ItemDifference[] = []
  for (let at = 0; at < known.length; at += portion) {
    const part = known.slice(at, at + portion)
    const itemIds = part.map((item) => matched.get(item.row)!.itemId)
    const stored = await storedFields(tx, itemIds)
    const readable = await secretRights(tx, playbook, part, itemIds)
    for (const item of part) {
      const { itemId, revision } = matched.get(item.row)!
      const document = knownTo(documentOf(item, playbook, names), playbook, readable.get(itemId))
      const cells = differences(document, stored.get(itemId)!)
      if (cells.length > 0) changed.push({ itemId, revision, row: item.row, title: item.title, cells })
    }
    onProgress((at + part.length) / known.length)
  }
  return {
    created: items.filter((item) => !matched.has(item.row)),
    changed,
    unchanged: known.length - changed.length,
    matched,
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
  const secrets = await heldSecrets(tx, itemIds)
  return new Map(
    rows.map(({ itemId, fields, stage }) => [itemId, { fields: { ...fields, ...secrets.get(itemId) }, stage }]),
  )
}

/** What the importer may write of each item's secrets; asked only where the file has any. */
export async function secretRights(
  tx: Tx,
  playbook: Playbook,
  items: readonly LedgerItem[],
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<SecretClass>>> {
  const keys = Object.keys(playbook.fields).filter((key) => playbook.fields[key]!.secret)
  const filled = items.some(({ fields }) => keys.some((key) => key in fields))
  return filled ? await readableClasses(tx, itemIds) : new Map()
}

/** A row without the secrets that its importer may not read: what is stored of them stays. */
export function knownTo(
  document: LedgerDocument,
  playbook: Playbook,
  readable: ReadonlySet<SecretClass> = new Set(),
): LedgerDocument {
  const known = Object.entries(document.fields).filter(([key]) => {
    const secret = playbook.fields[key]?.secret
    return secret === undefined || readable.has(secret)
  })
  return { ...document, fields: Object.fromEntries(known) }
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
