import type { CountKind } from '@guatu/playbook'
import type { EventDraft } from '../chain.ts'
import type { PauseRow, StayRow } from '../loop-rows.ts'
import { insertRows, upsertRows } from '../rows.ts'
import { asKeeper, type Tx } from '../store.ts'
import type { ItemWrite } from '../write.ts'

type Signed = Pick<StayRow, 'reason' | 'byName' | 'byId'> & { readonly counts: CountKind | null; readonly text: string }

/** Verbs that begin a stay, the first of them that an act has. */
const beginners = ['item.advanced', 'item.created', 'item.updated', 'plan.saved']

/** Who made an act, and why: as its event tells. */
function signatures(
  { actor }: Tx,
  events: readonly EventDraft[],
): (itemId: string, verbs: readonly string[]) => Signed {
  const byItem = new Map<string, EventDraft[]>()
  for (const event of events) {
    if (event.itemId !== null) byItem.set(event.itemId, [...(byItem.get(event.itemId) ?? []), event])
  }
  return (itemId, verbs) => {
    const own = byItem.get(itemId) ?? []
    const event = verbs.flatMap((verb) => own.findLast((candidate) => candidate.verb === verb) ?? [])[0]
    const other = event?.actor !== undefined && event.actor !== actor.name
    return {
      counts: (event?.data.counts as CountKind | null | undefined) ?? null,
      reason: event?.reason ?? null,
      text: String(event?.data.text ?? ''),
      byName: other ? (event?.actor as string) : actor.name,
      byId: other ? null : actor.personId,
    }
  }
}

/** Writes the ways of items and how their clocks stand, as what follows from the events of the same act. */
export async function writeLoops(tx: Tx, writes: readonly ItemWrite[], events: readonly EventDraft[]): Promise<void> {
  const signed = signatures(tx, events)
  const stays: Record<'fresh' | 'known', StayRow[]> = { fresh: [], known: [] }
  const pauses: PauseRow[] = []
  for (const { before, loop } of writes) {
    for (const stay of loop?.stays ?? []) {
      const { text: _text, ...signature } = signed(stay.itemId, beginners)
      ;(before ? stays.known : stays.fresh).push(stay.byName === '' ? { ...stay, ...signature } : stay)
    }
    for (const pause of loop?.pauses ?? []) {
      const { byName, byId, text } = signed(pause.itemId, ['clock.paused'])
      pauses.push(pause.byName === '' ? { ...pause, byName, byId, text } : pause)
    }
  }
  const clocks = writes.flatMap(({ loop }) => loop?.clocks ?? [])
  await asKeeper(tx, async (keeper) => {
    await insertRows(keeper, 'stay', stays.fresh)
    await upsertRows(keeper, 'stay', closedFirst(stays.known), { key: ['districtId', 'itemId', 'ordinal'] })
    await upsertRows(keeper, 'pause', pauses, { key: ['districtId', 'itemId', 'clock', 'ordinal'] })
    await upsertRows(keeper, 'clock', clocks, { key: ['districtId', 'itemId', 'key'] })
  })
}

/** Of one item's stays only the last is open, at every moment: those that end are written before those that begin. */
const closedFirst = (stays: readonly StayRow[]): StayRow[] =>
  stays.toSorted((a, b) => Number(a.leftAt === null) - Number(b.leftAt === null))
