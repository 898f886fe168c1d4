import type { BoardCard } from '@guatu/contract'
import { type CountKind, clockStates, type FieldKind, historyAt, type Playbook, type WorkTime } from '@guatu/playbook'
import { holdsBy } from '../../store/items/holds.ts'
import { type LoopState, loopsOf } from '../../store/loop/state.ts'
import { asLit } from '../../store/past/as-lit.ts'
import { selectItems } from '../../store/past/source.ts'
import type { ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { shownClock } from './rank.ts'

const shownKinds: readonly FieldKind[] = ['choice', 'flag', 'org', 'orgs', 'person']

/** Choices, units and persons of an item: what a card tells and a board is narrowed by. */
const cardFields = ({ fields }: Playbook, values: ItemRow['fields']) =>
  Object.fromEntries(Object.entries(values).filter(([key]) => shownKinds.includes(fields[key]?.kind ?? 'text')))

const countOf = ({ stays }: LoopState, at: string, kind: CountKind): number =>
  stays.filter(({ counts, enteredAt }) => counts === kind && enteredAt <= at).length

interface Shown {
  readonly playbook: Playbook
  readonly playbooks: readonly Playbook[]
  readonly time: WorkTime
  readonly now: string
}

/** Cards of items that the reader was found to read, by id, with their clocks as they stand at the instant. */
export async function cardsOf(
  tx: Tx,
  itemIds: readonly string[],
  { playbook, playbooks, time, now }: Shown,
): Promise<(itemId: string) => BoardCard> {
  const query = selectItems(tx).selectAll('item').where('item.districtId', '=', tx.districtId)
  const found = itemIds.length === 0 ? [] : await query.where('item.itemId', 'in', itemIds).execute()
  const rows = await asLit(tx, playbook, found as ItemRow[])
  const ways = await loopsOf(tx, itemIds)
  const held = await holdsBy(tx, playbooks, itemIds)
  const cards = rows.map((row): BoardCard => {
    const { itemId, title, stage, lamp, leadOrgId, ownerId, areaCode, deadline, fields, escalatedTo, settled } = row
    const way = ways(itemId)
    const history = historyAt(way, now)
    const clock = settled ? null : shownClock(clockStates({ playbook, history, fields, time, now }))
    const last = settled ? history.stays.at(-1) : history.stays.findLast(({ leftAt }) => leftAt === null)
    return {
      ...{ itemId, title, stage, lamp, leadOrgId, ownerId, areaCode, deadline, clock, escalatedTo },
      lampReasons: row.lampReasons as BoardCard['lampReasons'],
      fields: cardFields(playbook, fields),
      enteredAt: last?.enteredAt ?? null,
      handOvers: countOf(way, now, 'handOver'),
      reopenings: countOf(way, now, 'reopening'),
      blocks: held.filter(({ blockerId }) => blockerId === itemId).length,
    }
  })
  const byId = new Map(cards.map((card) => [card.itemId, card]))
  return (itemId) => byId.get(itemId)!
}
