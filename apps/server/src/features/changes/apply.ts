import { type ItemAction, standingOfKeys } from '@guatu/access'
import { applyForChange, type BodyOf } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { checkFields, type PlanEffect, type Playbook } from '@guatu/playbook'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { accessOf, refusalsFor } from '../../store/access/access-of.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { askedEvent } from '../../store/changes/asked-event.ts'
import { askedFields } from '../../store/changes/asked-fields.ts'
import { changesOf } from '../../store/changes/read.ts'
import { effectOn, writeRequest } from '../../store/changes/request.ts'
import type { ChangeRequestRow } from '../../store/changes/rows.ts'
import { staleRefusal } from '../../store/events/stale.ts'
import type { HeldItem } from '../../store/items/change.ts'
import { composeItem } from '../../store/items/compose.ts'
import { listContext } from '../../store/items/list-context.ts'
import { missingReferences } from '../../store/items/references.ts'
import { linkEvent } from '../../store/loop/links.ts'
import type { ItemLinkRow } from '../../store/loop-rows.ts'
import type { Tx } from '../../store/store.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { applicationTitle, takenOver } from './application.ts'
import { askedNothing } from './asked-nothing.ts'
import { effectReply } from './effect-reply.ts'

type Body = BodyOf<typeof applyForChange>

const noList: Refusal = refusal('PLAYBOOK_UNKNOWN', {
  zh: '本区没有变更申请清单',
  en: 'The district keeps no list of applications for a change',
})

interface Drafting {
  readonly deps: Deps
  /** One instant for all that the act writes. */
  readonly clock: { readonly today: string; readonly now: string }
  readonly tx: Tx
  readonly application: Playbook
  readonly target: HeldItem
  readonly body: Body
  readonly effect: PlanEffect
}

const askedOf = ({ changes, finish }: Body) => ({ changes, finish })

/** The application as an item of its list, checked like any other. */
async function draftOf({ deps, tx, clock, application, target, body, effect }: Drafting) {
  const { dictionaries } = deps.shelf
  const before = await changesOf(tx, target.row.itemId)
  const title = application.roles.title
    ? { [application.roles.title]: applicationTitle(target.row.title, before.length + 1) }
    : {}
  const computed = { ...takenOver(application, target, deps.actor), ...askedFields(application, askedOf(body), effect) }
  const sent = { ...title, ...body.fields, ...computed }
  const checked = checkFields(application, sent, { dictionaries, whole: true })
  const missing = await missingReferences(tx, application, body.fields)
  if (checked.kind === 'refused') return refused(...checked.refusals, ...missing)
  if (missing.length > 0) return refused(...missing)
  const context = await listContext(tx, application, clock)
  const stage = application.stages[0]!.key
  const item = composeItem(context, {
    fields: checked.value,
    stage,
    source: { kind: 'manual' },
    actor: deps.actor.name,
  })
  const standing = standingOfKeys(item.after.itemId, item.after.phase, item.keys)
  const forbidden = refusalsFor(await accessOf(tx), ['item.create' satisfies ItemAction], standing)
  return forbidden.length > 0 ? refused(...forbidden) : done(item)
}

function linkTo({ application, target, tx, deps, clock }: Drafting, fromItemId: string): ItemLinkRow[] {
  const kind = Object.entries(application.linkKinds ?? {}).find(([, { to }]) => to === 'schedule')?.[0]
  if (kind === undefined) return []
  const { districtId } = tx
  const ends = { fromItemId, toItemId: target.row.itemId, kind, nodeKey: null }
  const added = { addedAt: clock.now, addedBy: deps.actor.name, removedAt: null, removedBy: null }
  return [{ districtId, linkId: uuidv7(), ...ends, ...added }]
}

function requestRow({ tx, deps, clock, target, body, effect }: Drafting, itemId: string): ChangeRequestRow {
  return {
    districtId: tx.districtId,
    itemId,
    targetItemId: target.row.itemId,
    baseRevision: target.row.revision,
    newFinish: body.finish ?? null,
    rebaseline: body.rebaseline ?? false,
    askedBy: deps.actor.name,
    askedById: deps.actor.personId,
    askedAt: clock.now,
    askedEffect: effect,
    seenEffect: null,
    approvedAt: null,
    approvedEffect: null,
    approvedWorkdays: null,
  }
}

export const applyForChangeFeature = feature(applyForChange, async (deps, { params, body }) => {
  const application = deps.shelf.playbooks.find(({ capabilities }) => capabilities.includes('changes'))
  if (!application) return refused(noList)
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const wanted = await holdFor(tx, params.itemId, ['item.plan'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    const target = wanted.value
    const { playbook, today } = target.context
    const texts = { playbook, dictionaries: deps.shelf.dictionaries, today }
    const stale = await staleRefusal(tx, target.row, body.revision, texts)
    const found = effectOn(target, askedOf(body))
    const problems = [...(stale ? [stale] : []), ...askedNothing(body)]
    if (found.kind === 'refused' || problems.length > 0)
      return refused(...problems, ...(found.kind === 'refused' ? found.refusals : []))
    const { effect } = found.value
    const drafting: Drafting = { deps, tx, clock, application, target, body, effect }
    const item = await draftOf(drafting)
    if (item.kind === 'refused') return item
    const { after, event } = item.value
    const asked = askedEvent(after.itemId, target.row.title, askedOf(body), effect)
    const links = linkTo(drafting, after.itemId)
    const linked = links.map((link) => linkEvent('link.added', link, target.row.title))
    await append(tx, { at: clock.now, events: [event, asked, ...linked], items: [item.value], links })
    await writeRequest(tx, requestRow(drafting, after.itemId), body.changes)
    return done({ itemId: after.itemId, revision: after.revision, effect: effectReply(effect) })
  })
})
