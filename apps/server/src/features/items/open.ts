import { openItem } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { append } from '../../store/append.ts'
import { staleRefusal } from '../../store/events/stale.ts'
import { openedEvent } from '../../store/item-events.ts'
import { changeItem } from '../../store/items/change.ts'
import { holdItems } from '../../store/items/hold.ts'
import { itemReply } from '../../store/items/row-reply.ts'

export const openItemFeature = feature(openItem, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const held = (await holdItems(tx, [params.itemId], (key) => playbookOf(deps, key), clock)).get(params.itemId)
    if (!held) return refused(refusal('NOT_FOUND'))
    const { row, context } = held
    const { playbook, today } = context
    const stale = await staleRefusal(tx, row, body.revision, { playbook, dictionaries: deps.shelf.dictionaries, today })
    if (stale) return refused(stale)
    if (row.opened === body.opened) return done({ item: itemReply(row) })
    const changed = changeItem(held, {})
    const write = { ...changed, after: { ...changed.after, opened: body.opened } }
    const event = { ...openedEvent(row.itemId, write.after.revision, body.opened), reason: body.reason }
    await append(tx, { at: clock.now, events: [event], items: [write] })
    return done({ item: itemReply(write.after) })
  })
})
