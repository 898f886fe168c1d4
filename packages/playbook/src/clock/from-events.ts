import { isEmpty } from '../document/field-value.ts'
import type { FieldKind } from '../field.ts'
import { type RungLevel, rungLevels } from '../loop.ts'
import type { Playbook } from '../playbook.ts'
import { type LoopHistory, noHistory, type Pause } from './history.ts'
import { stepped } from './steps.ts'

/** What of an event tells of an item's way. */
export interface ToldEvent {
  readonly at: string
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
}

/** An item as its events tell of it, as far as clocks depend on it. */
export interface ToldItem {
  readonly stage: string
  /** Its document but for secrets and figures. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly history: LoopHistory
  readonly escalatedTo: RungLevel | null
}

type Changes = Readonly<Record<string, { readonly to: unknown }>>

const numeric: ReadonlySet<FieldKind> = new Set(['integer', 'number', 'percent'])

/** Events write fractional numbers as text. */
function fieldValue(playbook: Playbook, key: string, value: unknown): unknown {
  const kind = playbook.fields[key]?.kind
  return typeof value === 'string' && kind !== undefined && numeric.has(kind) ? Number(value) : value
}

const nothing: ToldItem = { stage: '', fields: {}, history: noHistory, escalatedTo: null }

const documentVerbs: ReadonlySet<string> = new Set(['item.created', 'item.updated', 'item.advanced', 'plan.saved'])

function fieldsAfter(playbook: Playbook, fields: ToldItem['fields'], { verb, data }: ToldEvent): ToldItem['fields'] {
  const created = verb === 'item.created' ? (data.fields as Record<string, unknown>) : {}
  const changes = verb !== 'plan.saved' && data.changes ? (data.changes as Changes) : {}
  const changed = Object.fromEntries(Object.entries(changes).map(([key, { to }]) => [key, to]))
  const finish = verb === 'plan.saved' && typeof data.finish === 'string' ? playbook.roles.finish : undefined
  const dated = finish === undefined ? {} : { [finish]: { date: data.finish, precision: 'day' } }
  const told = Object.entries({ ...created, ...changed, ...dated })
  const known = told.map(([key, value]) => [key, fieldValue(playbook, key, value)] as const)
  return Object.fromEntries(Object.entries({ ...fields, ...Object.fromEntries(known) }).filter(([, v]) => !isEmpty(v)))
}

function pausesAfter(pauses: readonly Pause[], { at, verb, data }: ToldEvent): readonly Pause[] {
  if (verb === 'clock.paused') {
    const untilDay = typeof data.untilDay === 'string' ? data.untilDay : null
    return [...pauses, { clock: String(data.clock), ground: String(data.ground), fromAt: at, toAt: null, untilDay }]
  }
  return pauses.map((pause) => (pause.toAt === null && pause.clock === data.clock ? { ...pause, toAt: at } : pause))
}

/** Events of one act stand together: one revision of the item, at one instant. */
function acts(events: readonly ToldEvent[]): ToldEvent[][] {
  const groups: ToldEvent[][] = []
  for (const event of events) {
    const last = groups.at(-1)?.at(-1)
    const same = last && last.at === event.at && last.data.revision === event.data.revision
    if (same && documentVerbs.has(event.verb) && documentVerbs.has(last.verb)) groups.at(-1)?.push(event)
    else groups.push([event])
  }
  return groups
}

/** An item's way as its events tell it, in their order: the projections of the store equal it. */
export function loopFromEvents(playbook: Playbook, events: readonly ToldEvent[]): ToldItem {
  let item = nothing
  for (const act of acts(events)) item = toldAfter(playbook, item, act)
  return item
}

function toldAfter(playbook: Playbook, item: ToldItem, act: readonly ToldEvent[]): ToldItem {
  const [event] = act
  if (!event) return item
  if (event.verb === 'item.removed') return nothing
  if (event.verb === 'item.escalated') {
    const level = rungLevels.find((rung) => rung === event.data.to)
    return { ...item, escalatedTo: level ?? item.escalatedTo }
  }
  if (event.verb === 'clock.paused' || event.verb === 'clock.resumed') {
    return { ...item, history: { ...item.history, pauses: pausesAfter(item.history.pauses, event) } }
  }
  if (!documentVerbs.has(event.verb)) return item
  const move = act.find(({ verb }) => verb === 'item.advanced')
  const created = act.find(({ verb }) => verb === 'item.created')
  const stage = move ? String(move.data.to) : created ? String(created.data.stage) : item.stage
  const fields = act.reduce((known, one) => fieldsAfter(playbook, known, one), item.fields)
  const history = stepped(playbook, item.history, { stage, fields, at: event.at, moved: move !== undefined })
  return { ...item, stage, fields, history }
}
