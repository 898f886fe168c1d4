import { movesFrom } from '@guatu/playbook'
import type { EventDraft } from '../../store/chain.ts'
import { advancedEvent, fieldChanges } from '../../store/item-events.ts'
import { type ComposedItem, composeItem } from '../../store/items/compose.ts'
import type { ListContext } from '../../store/items/list-context.ts'
import { linkEvent } from '../../store/loop/links.ts'
import { retold } from '../../store/loop/retold.ts'
import type { ItemLinkRow } from '../../store/loop-rows.ts'
import { uuidv7 } from '../../store/uuid.ts'

type Fields = Readonly<Record<string, unknown>>

/** A move that an invented item has made. */
export interface Step {
  readonly to: string
  readonly move?: string
  readonly at: string
  readonly by: string
  readonly reason?: string
  readonly fields?: Fields
}

/** An invented item of a closed loop: as it came, and what became of it. */
export interface Story {
  readonly fields: Fields
  readonly at: string
  readonly by: string
  readonly steps: readonly Step[]
}

export interface ToldStory {
  readonly item: ComposedItem
  readonly events: readonly EventDraft[]
}

const source = { kind: 'demonstration' } as const

const known = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null))

/** What happened until now: a story may tell more than has come yet. */
export function toldStory(context: ListContext, { fields, by, steps, ...story }: Story): ToldStory {
  const { playbook, now } = context
  // Somebody may look at a demonstration before office hours.
  const [at = now] = [story.at, now].sort()
  const past = steps.filter((step) => step.at <= now)
  let [stage, document] = [playbook.stages[0]!.key, known(fields)]
  const moves: { event: ReturnType<typeof advancedEvent>; step: Step }[] = []
  for (const [place, step] of past.entries()) {
    const move = movesFrom(playbook, stage).find(({ to, key }) => to === step.to && (!step.move || key === step.move))
    if (!move) throw new Error(`the demonstration makes a move that ${playbook.key} has not: ${stage} to ${step.to}`)
    const after = known({ ...document, ...step.fields })
    const { back = false, counts = null, key = null } = move
    const told = { from: stage, to: move.to, back, passedNodes: [], move: key, counts }
    const changes = fieldChanges(document, after)
    moves.push({ event: advancedEvent('', place + 2, { ...told, changes }), step })
    ;[stage, document] = [move.to, after]
  }
  const first = composeItem(context, { fields: known(fields), stage: playbook.stages[0]!.key, source, actor: by })
  const last = composeItem(context, { fields: document, stage, source, actor: by })
  const { itemId } = last.after
  const created = { ...first.event, itemId, at, actor: by }
  const events: EventDraft[] = [
    created,
    ...moves.map(({ event, step }) => ({ ...event, itemId, at: step.at, actor: step.by, reason: step.reason ?? null })),
  ]
  const updatedAt = past.at(-1)?.at ?? at
  const after = { ...last.after, revision: past.length + 1, createdAt: at, updatedAt, knownFrom: at }
  return { item: retold(context, { ...last, after, event: created }, events), events }
}

interface LinkDraft {
  readonly kind: string
  readonly from: ComposedItem
  readonly to: { readonly itemId: string; readonly title: string }
  readonly nodeKey?: string | null
  readonly at: string
  readonly by: string
}

/** A link with the event that tells of it. */
export function toldLink({ kind, from, to, nodeKey = null, at, by }: LinkDraft): {
  readonly row: ItemLinkRow
  readonly event: EventDraft
} {
  const { districtId, itemId } = from.after
  const removed = { removedAt: null, removedBy: null }
  const ends = { districtId, linkId: uuidv7(), fromItemId: itemId, toItemId: to.itemId, kind, nodeKey }
  const row: ItemLinkRow = { ...ends, addedAt: at, addedBy: by, ...removed }
  return { row, event: { ...linkEvent('link.added', row, to.title), at, actor: by } }
}
