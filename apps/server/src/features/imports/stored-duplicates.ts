import type { Duplicate, LedgerReport } from '@guatu/ledger'
import type { Playbook } from '@guatu/playbook'
import type { Tx } from '../../store/store.ts'
import { matchStored } from './match.ts'

/**
 * Duplicates within the file and against the list, by row: of a stored item its title. A row that names its item by id
 * is that item on its way back, not a duplicate.
 */
export async function storedDuplicates(
  tx: Tx,
  playbook: Playbook,
  { items, duplicates }: Pick<LedgerReport, 'items' | 'duplicates'>,
): Promise<Duplicate[]> {
  const matched = await matchStored(tx, playbook, items)
  const stored = items.flatMap(({ row, itemId }): Duplicate[] => {
    const known = matched.get(row)
    return known && known.itemId !== itemId ? [{ row, of: known.title }] : []
  })
  return [...duplicates, ...stored].sort((a, b) => a.row - b.row)
}
