import { addLink, removeLink } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { linkEvent, newLinks, titlesOf } from '../../store/loop/links.ts'
import { relightAfter } from '../../store/relight-after.ts'

export const addLinkFeature = feature(addLink, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const ofList = (key: string) => playbookOf(deps, key)
    const wanted = await holdFor(tx, params.itemId, ['item.edit'], ofList, clock)
    if (wanted.kind === 'refused') return wanted
    const { context } = wanted.value
    const from = { itemId: params.itemId, playbook: context.playbook, at: clock.now }
    const links = await newLinks(tx, from, [body], ofList)
    if (links.kind === 'refused') return links
    const [link] = links.value
    const title = (await titlesOf(tx, [body.itemId])).get(body.itemId) ?? ''
    await append(tx, { at: clock.now, events: [linkEvent('link.added', link!, title)], links: links.value })
    return done({ linkId: link!.linkId })
  })
})

const noSuchLink = refusal('ITEM_LINK_INVALID', { zh: '没有这条关联，或已解除', en: 'There is no such link any more' })

export const removeLinkFeature = feature(removeLink, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const wanted = await holdFor(tx, params.itemId, ['item.edit'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    const { districtId, db } = tx
    const link = await db
      .updateTable('itemLink')
      .set({ removedAt: clock.now, removedBy: tx.actor.name })
      .where('districtId', '=', districtId)
      .where('fromItemId', '=', params.itemId)
      .where('linkId', '=', params.linkId)
      .where('removedAt', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (!link) return refused(noSuchLink)
    const title = (await titlesOf(tx, [link.toItemId])).get(link.toItemId) ?? ''
    const event = { ...linkEvent('link.removed', link, title), reason: body.reason ?? null }
    await append(tx, { at: clock.now, events: [event] })
    await relightAfter(tx, [link.fromItemId, link.toItemId], clock.now)
    return done({ linkId: link.linkId })
  })
})
