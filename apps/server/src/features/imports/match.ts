import { type LedgerItem, titleKey } from '@guatu/ledger'
import type { Playbook } from '@guatu/playbook'
import type { Tx } from '../../store/store.ts'

/** A stored item by what rows are recognised by. */
export interface StoredKey {
  readonly itemId: string
  readonly title: string
  readonly revision: number
  /** Values of the list's identity fields, in their order. */
  readonly codes: readonly (string | null)[]
}

/** Fields that are codes of the item itself: whoever has the same one is the same item. */
export const identityFields = (playbook: Playbook): string[] =>
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
export function pairRows(
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

/** The stored item of each row that has one. */
export async function matchStored(
  tx: Tx,
  playbook: Playbook,
  items: readonly LedgerItem[],
): Promise<ReadonlyMap<number, StoredKey>> {
  const codes = identityFields(playbook)
  return pairRows(items, await storedKeys(tx, playbook, codes), codes)
}
