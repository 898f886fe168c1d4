import { openItem } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { staleRefusal } from '../../store/events/stale.ts'
import { openedEvent } from '../../store/item-events.ts'
import { changeItem } from '../../store/items/change.ts'
import { isReason } from '../../store/items/reasons.ts'
import { itemReply } from '../../store/items/row-reply.ts'

const unexplainedOpening = refusal('REASON_REQUIRED', {
  zh: '向人大公开或停止公开要写明理由',
  en: 'Opening to oversight, or closing, needs a reason',
})

export const openItemFeature = feature(openItem, async (deps, { params, body }) => {
  if (!isReason(body.reason)) return refused(unexplainedOpening)
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const wanted = await holdFor(tx, params.itemId, ['oversight.open'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    const held = wanted.value
    const { row, context } = held
    const { playbook, today } = context
    const stale = await staleRefusal(tx, row, body.revision, { playbook, dictionaries: deps.shelf.dictionaries, today })
    if (stale) return refused(stale)
    if (row.opened === body.opened) return done({ item: itemReply(row) })
    const write = changeItem(held, { opened: body.opened })
    const event = { ...openedEvent(row.itemId, write.after.revision, body.opened), reason: body.reason as string }
    await append(tx, { at: clock.now, events: [event], items: [write] })
    return done({ item: itemReply(write.after) })
  })
})
