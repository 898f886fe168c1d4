import type { EventDraft } from '../store/chain.ts'
import {
  advancedEvent,
  fieldChanges,
  plannedEvent,
  reportedEvent,
  updatedEvent,
  verifiedEvent,
} from '../store/item-events.ts'
import type { ListContext } from '../store/items/list-context.ts'
import type { ItemRow } from '../store/schema.ts'
import { addDays, instantAt } from './days.ts'
import type { DemoItem } from './items.ts'
import type { Random } from './random.ts'

/** An event that has its instant but not its revision yet. */
interface Moment {
  readonly at: string
  readonly actor: string
  readonly tell: (revision: number) => EventDraft
}

/** Reports of nodes that are older than this stand in the plan without an event of their own. */
const toldDays = 45

function factMoments({ composed, drafts }: DemoItem): Moment[] {
  return composed.facts.flatMap((fact, index) => {
    const { verified } = drafts[index] as DemoItem['drafts'][number]
    const told: Moment[] = [
      { at: fact.reportedAt, actor: fact.reportedBy, tell: (revision) => reportedEvent(fact, revision) },
    ]
    if (verified) told.push({ at: verified.at, actor: verified.by, tell: (revision) => verifiedEvent(fact, revision) })
    return told
  })
}

function nodeMoments(random: Random, { itemId, plan, owner }: DemoItem, today: string): Moment[] {
  const since = addDays(today, -toldDays)
  return plan.nodes.flatMap(({ nodeKey, title, actualFinish }) => {
    if (actualFinish === null || actualFinish < since) return []
    const saved = {
      changes: [{ nodeKey, actualFinish }],
      titles: { [nodeKey]: title },
      movedNodes: 0,
      finishShiftWorkdays: 0,
      finish: null,
    }
    const at = instantAt(actualFinish, 15 * 60 + random.between(0, 150))
    return [{ at, actor: owner?.name ?? 'local', tell: (revision: number) => plannedEvent(itemId, revision, saved) }]
  })
}

function actMoments(random: Random, { itemId, advance, edit, fields, stage, owner }: DemoItem): Moment[] {
  const actor = owner?.name ?? 'local'
  const moments: Moment[] = []
  if (advance) {
    const move = { from: advance.from, to: stage, back: false, passedNodes: [] }
    const at = instantAt(advance.day, 10 * 60 + random.between(0, 300))
    moments.push({ at, actor, tell: (revision) => advancedEvent(itemId, revision, move) })
  }
  if (edit) {
    const changes = fieldChanges(
      edit.before,
      Object.fromEntries(Object.keys(edit.before).map((key) => [key, fields[key]])),
    )
    const at = instantAt(edit.day, 9 * 60 + random.between(0, 480))
    moments.push({ at, actor, tell: (revision) => updatedEvent(itemId, revision, changes) })
  }
  return moments
}

export interface Told {
  readonly row: ItemRow
  readonly events: readonly EventDraft[]
}

/** Everything that happened to an invented project, in its order, and the row with the revision that it came to. */
export function historyOf(random: Random, context: ListContext, item: DemoItem): Told {
  const createdAt = instantAt(item.createdOn, 9 * 60 + random.between(0, 200))
  const moments = [...factMoments(item), ...nodeMoments(random, item, context.today), ...actMoments(random, item)].sort(
    (a, b) => (a.at < b.at ? -1 : 1),
  )
  const actor = item.owner?.name ?? 'local'
  const created = { ...item.composed.event, at: createdAt, actor }
  const later = moments.map(({ at, actor: who, tell }, index) => ({ ...tell(index + 2), at, actor: who }))
  const updatedAt = moments.at(-1)?.at ?? createdAt
  return {
    row: { ...item.composed.after, revision: moments.length + 1, createdAt, updatedAt, knownFrom: createdAt },
    events: [created, ...later],
  }
}
