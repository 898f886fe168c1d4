import type { Playbook } from '@guatu/playbook'
import { append } from '../../store/append.ts'
import { type FieldChanges, reportedEvent } from '../../store/item-events.ts'
import { type ChangedItem, changeItem, type HeldItem } from '../../store/items/change.ts'
import { holdItems } from '../../store/items/hold.ts'
import { secretChangesOf } from '../../store/items/secrets.ts'
import type { FactVerificationRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { portions } from './in-turn.ts'
import { placeOf } from './standing-facts.ts'
import { nodesBefore, type Trace, type TracedEvent, traced } from './trace.ts'
import type { UndoContext } from './undo-context.ts'
import { type FiguresBefore, figuresBefore, type Withdrawn, withdraw } from './undo-figures.ts'
import { changeEvents } from './write-changed.ts'

/** What an import did to one item, from its events. */
interface Done {
  readonly itemId: string
  readonly trace: Trace
  readonly changes: FieldChanges
  readonly stage: string | null
  /** Places of its events in the chain. */
  readonly seqs: readonly number[]
}

/** One item may have two events: of its cells, and of its stage. */
function doneByItem(events: readonly TracedEvent[]): Done[] {
  const all = new Map<string, Done>()
  for (const { itemId, verb, seq, data } of events) {
    const known = all.get(itemId) ?? { itemId, trace: { stood: {} }, changes: {}, stage: null, seqs: [] }
    all.set(itemId, {
      itemId,
      trace: data.before ?? known.trace,
      changes: verb === 'item.updated' ? (data.changes as FieldChanges) : known.changes,
      stage: verb === 'item.advanced' ? (data.from as string) : known.stage,
      seqs: [...known.seqs, seq],
    })
  }
  return [...all.values()]
}

/** Brings items back to what they were before an import: fields, stage, plan and figures. Gives how many. */
export async function restoreChanged(
  tx: Tx,
  events: readonly TracedEvent[],
  playbook: Playbook,
  context: UndoContext,
): Promise<number> {
  const all = doneByItem(events)
  for (const part of portions(all)) {
    const itemIds = part.map(({ itemId }) => itemId)
    const clock = { today: context.deps.today(), now: context.now }
    const held = await holdItems(tx, itemIds, () => playbook, clock)
    const before = await figuresBefore(tx, part, context)
    const secrets = await secretChangesOf(
      tx,
      part.flatMap(({ seqs }) => seqs),
    )
    const restored = part.map((one) => {
      const changes = { ...one.changes, ...secrets.get(one.itemId) }
      return restore(held.get(one.itemId)!, { ...one, changes }, before.get(one.itemId)!, context)
    })
    await withdraw(
      tx,
      restored.flatMap(({ withdrawn }) => withdrawn),
    )
    await append(tx, {
      at: context.now,
      events: restored.flatMap((one) => one.events),
      items: restored.map(({ write }) => write),
      facts: restored.flatMap(({ write }) => write.facts),
      verifications: restored.flatMap(({ verifications }) => verifications),
    })
  }
  return all.length
}

function restore(held: HeldItem, { trace, changes, stage }: Done, figures: FiguresBefore, context: UndoContext) {
  const { row, state } = held
  const gone = new Set(figures.withdrawn.map(placeOf))
  const standing = { ...state, figures: state.figures.filter((figure) => !gone.has(placeOf(figure))) }
  const plan = trace.plan && { ...trace.plan, nodes: nodesBefore(state.nodes, trace.plan) }
  const write = changeItem(
    { ...held, state: standing },
    {
      fields: fieldsBefore(held, changes),
      stage: stage ?? row.stage,
      drafts: figures.restored.map(({ draft }) => draft),
      ...(plan ? { plan } : {}),
    },
  )
  const events = [
    ...changeEvents(row, write),
    ...write.facts.map((fact) => reportedEvent(fact, write.after.revision)),
    ...figures.withdrawn.map((fact) => withdrawnEvent(fact, write.after.revision)),
  ].map((event) => ({ ...event, reason: context.reason }))
  return {
    write,
    withdrawn: figures.withdrawn,
    verifications: verificationsOf(write, figures),
    events: traced(events, context.record.importId),
  }
}

const withdrawnEvent = (fact: Withdrawn, revision: number) => {
  const { factId, itemId, metric, period, value, currency } = fact
  return { verb: 'fact.withdrawn', itemId, data: { revision, factId, metric, period, value, currency } }
}

/** A restored figure that somebody had verified is verified still, by the same person at the same time. */
function verificationsOf({ facts }: ChangedItem, { restored }: FiguresBefore): FactVerificationRow[] {
  return facts.flatMap(({ districtId, factId }, at) => {
    const verified = restored[at]!.verified
    return verified ? [{ ...verified, verifiedById: null, districtId, factId }] : []
  })
}

/** Events hold fractional numbers as text; an empty value was no value. */
function fieldsBefore({ context, state }: HeldItem, changes: FieldChanges): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = { ...state.fields }
  for (const [key, { from }] of Object.entries(changes)) {
    const isNumber = ['integer', 'number', 'percent'].includes(context.playbook.fields[key]?.kind ?? '')
    if (from === null) delete fields[key]
    else fields[key] = isNumber ? Number(from) : from
  }
  return fields
}
