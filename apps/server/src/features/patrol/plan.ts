import { standingOfKeys } from '@guatu/access'
import { planVisits } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { checkFields } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { accessOf, refusalsFor } from '../../store/access/access-of.ts'
import { append } from '../../store/append.ts'
import { composeItem } from '../../store/items/compose.ts'
import { listContext } from '../../store/items/list-context.ts'
import { missingReferences } from '../../store/items/references.ts'

export const planVisitsFeature = feature(planVisits, async (deps, { body }) => {
  const { store, shelf } = deps
  const found = findPlaybook(deps, body.playbook)
  if (found.kind === 'refused') return found
  const playbook = found.value
  const stage = playbook.stages[0]?.key
  if (!playbook.capabilities.includes('visits') || !stage) return refused({ ...refusal('NOT_FOUND'), path: 'playbook' })
  return await store.write(async (tx) => {
    const context = await listContext(tx, playbook, { today: deps.today(), now: deps.now() })
    const access = await accessOf(tx)
    const refusals: Refusal[] = []
    const items: ReturnType<typeof composeItem>[] = []
    for (const [index, { title, visitorId, areaCode, plannedOn }] of body.visits.entries()) {
      const values = { title, visitor: visitorId, area: areaCode, plannedOn: { date: plannedOn, precision: 'day' } }
      const fields = checkFields(playbook, values, { dictionaries: shelf.dictionaries, whole: true })
      const missing = await missingReferences(tx, playbook, values)
      const wrong = [...(fields.kind === 'refused' ? fields.refusals : []), ...missing]
      refusals.push(...wrong.map((one) => ({ ...one, path: `visits/${index}/${one.path ?? ''}` })))
      if (fields.kind === 'refused' || wrong.length > 0) continue
      const made = composeItem(context, {
        fields: fields.value,
        stage,
        source: { kind: 'manual' },
        actor: deps.actor.name,
      })
      const standing = standingOfKeys(made.after.itemId, made.after.phase, made.keys)
      refusals.push(...refusalsFor(access, ['item.create'], standing))
      items.push(made)
    }
    if (refusals.length > 0) return refused(...refusals)
    await append(tx, { at: context.now, events: items.map(({ event }) => event), items })
    return done({ created: items.length })
  })
})
