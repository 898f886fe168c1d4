import { type ItemAction, standingOfKeys } from '@guatu/access'
import { createItem } from '@guatu/contract'
import { done, type Outcome, type Refusal, refused, type Title } from '@guatu/kernel'
import { checkFields, type ItemRelation, type Playbook, refuseForeign } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { findPlaybook, playbookOf } from '../../http/shelf.ts'
import { accessOf, refusalsFor } from '../../store/access/access-of.ts'
import { partyRefusal } from '../../store/access/party.ts'
import { append } from '../../store/append.ts'
import { type ComposedItem, composeItem } from '../../store/items/compose.ts'
import { listContext } from '../../store/items/list-context.ts'
import { missingReferences } from '../../store/items/references.ts'
import { linkEvent, newLinks, titlesOf } from '../../store/loop/links.ts'
import type { Tx } from '../../store/store.ts'
import { uuidv7 } from '../../store/uuid.ts'

function firstStage(playbook: Playbook, wanted: string | undefined): Outcome<string> {
  const accepted = playbook.stages.map((stage) => stage.key)
  const stage = wanted ?? accepted[0]
  if (stage !== undefined && accepted.includes(stage)) return done(stage)
  const message = { zh: `没有“${wanted}”这个阶段`, en: `There is no stage '${wanted}'` }
  return refused({ code: 'INPUT_INVALID', path: 'stage', message, accepted })
}

/** Why the actor may not put this item on the list, by his rights and as the party that the list takes items from. */
async function forbiddenFor(tx: Tx, playbook: Playbook, item: ComposedItem): Promise<Refusal[]> {
  const wanted: ItemAction[] = ['item.create', ...(item.facts.length > 0 ? ['fact.report' as const] : [])]
  const standing = standingOfKeys(item.after.itemId, item.after.phase, item.keys)
  const access = await accessOf(tx)
  const { raisedBy, stages, itemTitle } = playbook
  // Whoever puts an item further on than its beginning passes by the parties to its moves.
  const parties = item.after.stage === stages[0]?.key ? raisedBy : raisedBy && (['all'] as const)
  const party = parties ? partyRefusal(access, standing, parties, itemTitle) : null
  const own = (by: readonly ItemRelation[], what: Title) => partyRefusal(access, standing, by, what)
  const foreign = refuseForeign(playbook, item.after.fields, own)
  return [...refusalsFor(access, wanted, standing), ...(party ? [party] : []), ...foreign]
}

export const createItemFeature = feature(createItem, async (deps, { body }) => {
  const { store, shelf } = deps
  const actor = deps.actor.name
  const playbook = findPlaybook(deps, body.playbook)
  if (playbook.kind === 'refused') return playbook
  const fields = checkFields(playbook.value, body.fields, { dictionaries: shelf.dictionaries, whole: true })
  const stage = firstStage(playbook.value, body.stage)
  return await store.write(async (tx) => {
    const context = await listContext(tx, playbook.value, { today: deps.today(), now: deps.now() })
    const itemId = uuidv7()
    const from = { itemId, playbook: playbook.value, at: context.now }
    const links = await newLinks(tx, from, body.links ?? [], (key) => playbookOf(deps, key))
    const missing = await missingReferences(tx, playbook.value, body.fields)
    const wrong = [fields, stage, links].flatMap((part) => (part.kind === 'refused' ? part.refusals : []))
    if (fields.kind === 'refused' || stage.kind === 'refused' || links.kind === 'refused' || missing.length > 0)
      return refused(...wrong, ...missing)
    const wished = { itemId, fields: fields.value, stage: stage.value, source: { kind: 'manual' as const }, actor }
    const item = composeItem(context, wished)
    const forbidden = await forbiddenFor(tx, playbook.value, item)
    if (forbidden.length > 0) return refused(...forbidden)
    const titles = await titlesOf(
      tx,
      links.value.map(({ toItemId }) => toItemId),
    )
    const linked = links.value.map((link) => linkEvent('link.added', link, titles.get(link.toItemId) ?? ''))
    const { facts, verifications, event } = item
    const events = [event, ...linked]
    await append(tx, { at: context.now, events, items: [item], facts, verifications, links: links.value })
    return done({ itemId: item.after.itemId, revision: item.after.revision })
  })
})
