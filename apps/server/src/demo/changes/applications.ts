import type { Advance } from '@guatu/playbook'
import type { EventDraft } from '../../store/chain.ts'
import { askedEvent } from '../../store/changes/asked-event.ts'
import type { ChangeRequestRow } from '../../store/changes/rows.ts'
import { advancedEvent } from '../../store/item-events.ts'
import type { HeldItem } from '../../store/items/change.ts'
import { type ComposedItem, composeItem } from '../../store/items/compose.ts'
import type { ListContext } from '../../store/items/list-context.ts'
import { linkEvent } from '../../store/loop/links.ts'
import { retold } from '../../store/loop/retold.ts'
import type { ItemLinkRow } from '../../store/loop-rows.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { addDays, instantAt } from '../days.ts'
import type { DemoItem } from '../items.ts'
import type { Asked } from './effects.ts'
import { askedLater, askedSince } from './effects.ts'
import { type Story, stories } from './stories.ts'

/** An invented application with everything that is written of it. */
export interface DemoApplication {
  readonly composed: ComposedItem & { readonly loop?: unknown }
  readonly request: ChangeRequestRow
  readonly changes: Asked['changes']
  readonly events: readonly EventDraft[]
  readonly links: readonly ItemLinkRow[]
}

interface Drawn {
  readonly story: Story
  readonly target: HeldItem
  readonly item: DemoItem
  readonly asked: Asked
}

function fieldsOf(context: ListContext, { story, target, item, asked }: Drawn) {
  const { roles } = context.playbook
  const { title, leadOrgId, areaCode } = target.row
  const { fields } = target.state
  const { playbook } = target.context
  const valueOfRole = (role: 'leader' | 'area') => fields[playbook.roles[role] ?? ''] ?? null
  const supervising = Object.entries(playbook.fields).find(([, { relation }]) => relation === 'supervising')?.[0]
  const tied = Object.entries(context.playbook.fields).flatMap(([key, { relation, kind }]) => {
    if (relation === 'supervising') return [[key, fields[supervising ?? ''] ?? null]]
    if (relation === 'raiser') return [[key, kind === 'org' ? leadOrgId : (item.owner?.personId ?? null)]]
    return []
  })
  const named = {
    [roles.title as string]: `${title} 计划变更申请`,
    [roles.leadOrg as string]: leadOrgId,
    [roles.leader as string]: valueOfRole('leader'),
    [roles.area as string]: areaCode,
    [roles.askedWorkdays as string]: asked.effect.finishShiftWorkdays,
  }
  const all = { ...story.fields, ...named, ...Object.fromEntries(tied) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined))
}

const move = (from: string, to: string): Advance => ({
  from,
  to,
  move: null,
  back: false,
  reason: null,
  counts: null,
  effect: null,
  passedNodes: [],
})

/** Everything that happened to an application, each at its own day. */
function eventsOf(context: ListContext, drawn: Drawn, composed: ComposedItem): EventDraft[] {
  const { story, target, item, asked } = drawn
  const { itemId } = composed.after
  const who = item.owner?.name ?? 'local'
  const at = (daysAgo: number, minutes: number) => instantAt(addDays(context.today, -daysAgo), minutes)
  const asking = askedEvent(itemId, target.row.title, asked, asked.effect)
  const first = story.steps[0]?.daysAgo ?? 0
  const made = [
    { ...composed.event, at: at(first + 1, 9 * 60 + 10), actor: who },
    { ...asking, at: at(first + 1, 9 * 60 + 11), actor: who },
  ]
  const moves = story.steps.map(({ from, to, daysAgo, reason, by }, place) => ({
    ...advancedEvent(itemId, place + 2, move(from, to)),
    at: at(daysAgo, 14 * 60 + place * 17),
    actor: by ?? who,
    reason: reason ?? null,
  }))
  return [...made, ...moves]
}

function requestOf(drawn: Drawn, composed: ComposedItem, events: readonly EventDraft[]): ChangeRequestRow {
  const { story, target, item, asked } = drawn
  const decided = story.stage === 'approved' ? (events.at(-1)?.at ?? null) : null
  return {
    districtId: composed.after.districtId,
    itemId: composed.after.itemId,
    targetItemId: target.row.itemId,
    baseRevision: target.row.revision,
    newFinish: null,
    rebaseline: false,
    askedBy: item.owner?.name ?? 'local',
    askedById: item.owner?.personId ?? null,
    askedAt: events[1]?.at ?? composed.after.createdAt,
    askedEffect: asked.effect,
    seenEffect: null,
    approvedAt: decided,
    approvedEffect: decided === null ? null : asked.effect,
    approvedWorkdays: decided === null ? null : asked.effect.finishShiftWorkdays,
  }
}

function linksOf(
  { playbook }: ListContext,
  { target, item }: Drawn,
  fromItemId: string,
  addedAt: string,
): ItemLinkRow[] {
  const kind = Object.keys(playbook.linkKinds ?? {})[0]
  if (kind === undefined) return []
  const ends = { fromItemId, toItemId: target.row.itemId, kind, nodeKey: null }
  const added = { addedAt, addedBy: item.owner?.name ?? 'local', removedAt: null, removedBy: null }
  return [{ districtId: target.row.districtId, linkId: uuidv7(), ...ends, ...added }]
}

function applicationOf(context: ListContext, drawn: Drawn): DemoApplication {
  const { story, item } = drawn
  const input = { stage: story.stage, source: { kind: 'demonstration' as const }, actor: item.owner?.name ?? 'local' }
  const composed = composeItem(context, { ...input, fields: fieldsOf(context, drawn) })
  const events = eventsOf(context, drawn, composed)
  const createdAt = events[0]?.at ?? context.now
  const updatedAt = events.at(-1)?.at ?? createdAt
  const row = { ...composed.after, revision: story.steps.length + 1, createdAt, updatedAt, knownFrom: createdAt }
  const links = linksOf(context, drawn, composed.after.itemId, createdAt)
  const told = links.map((link) => ({
    ...linkEvent('link.added', link, drawn.target.row.title),
    at: createdAt,
    actor: link.addedBy,
  }))
  return {
    links,
    composed: retold(context, { ...composed, after: row }, events),
    request: requestOf(drawn, composed, events),
    changes: drawn.asked.changes,
    events: [...events, ...told],
  }
}

/** Applications in every state, each for another project whose plan admits what it asks. */
export function inventApplications(
  context: ListContext,
  projects: readonly { readonly item: DemoItem; readonly target: HeldItem }[],
): DemoApplication[] {
  const free = [...projects]
  return stories.flatMap((story) => {
    for (const [place, { item, target }] of free.entries()) {
      const asked = story.stage === 'approved' ? askedSince(target) : askedLater(target, story.workdays)
      if (!asked || !item.owner || target.row.leadOrgId === null) continue
      free.splice(place, 1)
      return [applicationOf(context, { story, target, item, asked })]
    }
    return []
  })
}
