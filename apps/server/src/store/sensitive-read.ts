import { appendEvents, type EventDraft } from './chain.ts'
import { insertRows } from './rows.ts'
import { asKeeper, type Store, type Tx } from './store.ts'

/** What one request shows of what the rules keep from most people. */
export interface SensitiveRead {
  /** What was asked for, such as the route's name: `getItem`, `exportItems`, `exportAudit`. */
  readonly via: string
  /** The fields in clear, item by item; none for what is sensitive as a whole, such as the record itself. */
  readonly items: readonly { readonly itemId: string; readonly fields: readonly string[] }[]
  /** Anything else worth telling: the filter of a list, the rows of a file. Integers and texts only. */
  readonly about?: Readonly<Record<string, unknown>>
}

/** Items that were shown the same fields, so that a page of a list is told of in a line. */
function groupsOf(items: SensitiveRead['items']) {
  const groups = new Map<string, { fields: string[]; items: string[] }>()
  for (const { itemId, fields } of items) {
    const sorted = [...new Set(fields)].sort()
    const key = sorted.join('\n')
    const group = groups.get(key) ?? { fields: sorted, items: [] }
    group.items.push(itemId)
    groups.set(key, group)
  }
  return [...groups.values()]
}

async function tell(tx: Tx, at: string, { via, items, about }: SensitiveRead): Promise<void> {
  const data = { via, ...(about ? { about } : {}), read: groupsOf(items) }
  const event: EventDraft = { verb: 'secret.read', itemId: null, data }
  const { districtId } = tx
  const seq = await appendEvents(tx, at, [event])
  const rows = [...new Set(items.map(({ itemId }) => itemId))].map((itemId) => ({ districtId, itemId, seq }))
  await asKeeper(tx, (keeper) => insertRows(keeper, 'sensitiveRead', rows))
}

/**
 * Records that somebody is about to see sensitive fields: one event, in a short transaction of its own, since readings
 * write nothing. Await it before the reply is sent: what cannot be recorded is not shown. `store` acts for whoever asks.
 */
export async function tellSensitiveRead(
  { store, now }: { readonly store: Store; readonly now: () => string },
  read: SensitiveRead,
): Promise<void> {
  if (read.items.length === 0 && read.about === undefined) return
  await store.write((tx) => tell(tx, now(), read))
}
