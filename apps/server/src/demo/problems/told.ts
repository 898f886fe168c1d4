import { decideAdvance, movesFrom } from '@guatu/playbook'
import type { EventDraft } from '../../store/chain.ts'
import { advancedEvent, fieldChanges } from '../../store/item-events.ts'
import { type ComposedItem, composeItem } from '../../store/items/compose.ts'
import type { ListContext } from '../../store/items/list-context.ts'
import { retold } from '../../store/loop/retold.ts'
import { uuidv7 } from '../../store/uuid.ts'

type Fields = Readonly<Record<string, unknown>>

/** An act on an invented item: where it leads, what it fills in, by whom, when. */
export interface Act {
  readonly to: string
  readonly move?: string | undefined
  readonly fields: Fields
  readonly reason?: string | undefined
  readonly at: string
  readonly actor: string
}

/** A clock that was stopped at an instant, and has not run on. */
export interface Stop {
  readonly clock: string
  readonly ground: string
  readonly text: string
  readonly at: string
  readonly actor: string
}

export interface ToldItem {
  readonly item: ComposedItem
  readonly events: readonly EventDraft[]
}

interface Story {
  readonly fields: Fields
  readonly at: string
  readonly actor: string
  readonly acts: readonly Act[]
  readonly stop?: Stop | undefined
}

const source = { kind: 'demonstration' } as const

/**
 * An item with its way, each step judged as the product judges it: a story that the list would refuse is a mistake here,
 * and none that a district could not have lived.
 */
export function toldItem(context: ListContext, story: Story): ToldItem {
  const { playbook } = context
  const itemId = uuidv7(Date.parse(story.at))
  const first = playbook.stages[0]!.key
  const created = composeItem({ ...context, now: story.at }, { itemId, source, ...story, stage: first })
  const events: EventDraft[] = [{ ...created.event, at: story.at, actor: story.actor }]
  let [stage, fields] = [first, story.fields]
  for (const [index, { to, move, fields: filled, reason, at, actor }] of story.acts.entries()) {
    const said = { ...(move ? { move } : {}), ...(reason ? { reason } : {}) }
    const decided = decideAdvance({
      playbook,
      item: { stage, fields },
      nodes: [],
      facts: [],
      to,
      fields: filled,
      ...said,
    })
    if (decided.kind === 'refused') {
      const known = movesFrom(playbook, stage).map((one) => one.to)
      const why = decided.refusals.map(({ message }) => message.zh).join('；')
      throw new Error(`${story.fields.title}: ${stage} -> ${to} (${known}): ${why}`)
    }
    const after = { ...fields, ...filled }
    const changes = fieldChanges(fields, after)
    events.push({
      ...advancedEvent(itemId, index + 2, { ...decided.value, changes }),
      at,
      actor,
      reason: reason ?? null,
    })
    ;[stage, fields] = [to, after]
  }
  if (story.stop) {
    const { clock, ground, text, at, actor } = story.stop
    events.push({ verb: 'clock.paused', itemId, data: { clock, ground, text }, at, actor })
  }
  const last = events.at(-1)!.at ?? story.at
  const final = composeItem(context, { itemId, source, fields, stage, actor: story.actor })
  const after = {
    ...final.after,
    revision: story.acts.length + 1,
    createdAt: story.at,
    updatedAt: last,
    knownFrom: last,
  }
  return { item: retold(context, { ...final, after, event: events[0]! }, events), events }
}
