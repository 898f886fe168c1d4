import { type ItemAction, standingOfKeys } from '@guatu/access'
import { createItem } from '@guatu/contract'
import { done, type Outcome, refused } from '@guatu/kernel'
import { checkFields, type Playbook } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { accessOf, refusalsFor } from '../../store/access/access-of.ts'
import { append } from '../../store/append.ts'
import { composeItem } from '../../store/items/compose.ts'
import { listContext } from '../../store/items/list-context.ts'
import { missingReferences } from '../../store/items/references.ts'

function firstStage(playbook: Playbook, wanted: string | undefined): Outcome<string> {
  const accepted = playbook.stages.map((stage) => stage.key)
  const stage = wanted ?? accepted[0]
  if (stage !== undefined && accepted.includes(stage)) return done(stage)
  const message = { zh: `没有“${wanted}”这个阶段`, en: `There is no stage '${wanted}'` }
  return refused({ code: 'INPUT_INVALID', path: 'stage', message, accepted })
}

export const createItemFeature = feature(createItem, async (deps, { body }) => {
  const { store, shelf } = deps
  const actor = deps.actor.name
  const playbook = findPlaybook(deps, body.playbook)
  if (playbook.kind === 'refused') return playbook
  const fields = checkFields(playbook.value, body.fields, { dictionaries: shelf.dictionaries, whole: true })
  const stage = firstStage(playbook.value, body.stage)
  return await store.write(async (tx) => {
    const missing = await missingReferences(tx, playbook.value, body.fields)
    const wrong = [fields, stage].flatMap((part) => (part.kind === 'refused' ? part.refusals : []))
    if (fields.kind === 'refused' || stage.kind === 'refused' || missing.length > 0)
      return refused(...wrong, ...missing)
    const context = await listContext(tx, playbook.value, { today: deps.today(), now: deps.now() })
    const item = composeItem(context, { fields: fields.value, stage: stage.value, source: { kind: 'manual' }, actor })
    const { facts, verifications, event } = item
    const wanted: ItemAction[] = ['item.create', ...(facts.length > 0 ? ['fact.report' as const] : [])]
    const standing = standingOfKeys(item.after.itemId, item.after.phase, item.keys)
    const forbidden = refusalsFor(await accessOf(tx), wanted, standing)
    if (forbidden.length > 0) return refused(...forbidden)
    await append(tx, { at: context.now, events: [event], items: [item], facts, verifications })
    return done({ itemId: item.after.itemId, revision: item.after.revision })
  })
})
