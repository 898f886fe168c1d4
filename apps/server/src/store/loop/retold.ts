import type { EventDraft } from '../chain.ts'
import type { ComposedItem } from '../items/compose.ts'
import type { ListContext } from '../items/list-context.ts'
import type { StayRow } from '../loop-rows.ts'
import { clocksOf, loopOfEvents, loopWrite, newLoop } from './state.ts'

type Instant = EventDraft & { readonly at: string }

/** A stay carries who began it, why, and what it counts as. */
function signed(stay: StayRow, events: readonly Instant[]): StayRow {
  const own = events.filter(({ at, verb }) => at === stay.enteredAt && verb.startsWith('item.'))
  const event = own.find(({ verb }) => verb === 'item.advanced') ?? own[0]
  const counts = (event?.data.counts as StayRow['counts'] | undefined) ?? null
  return { ...stay, counts, reason: event?.reason ?? null, byName: event?.actor ?? '' }
}

/**
 * An item that comes with a past of its own: its way is what its events tell, each at its own instant. The row has to be
 * judged by who composes it; clocks are counted here.
 */
export function retold<Item extends Pick<ComposedItem, 'after'>>(
  context: ListContext,
  item: Item,
  events: readonly EventDraft[],
): Item & Pick<ComposedItem, 'loop'> {
  const { after } = item
  const told = events.map((event): Instant => ({ ...event, at: event.at ?? context.now }))
  const loop = loopOfEvents(context, after, told)
  const way = { stays: loop.stays.map((stay) => signed(stay, told)), pauses: loop.pauses }
  const clocks = clocksOf(context, way, after.fields)
  return { ...item, loop: loopWrite(context, after, { before: newLoop, after: way }, after.fields, clocks) }
}
