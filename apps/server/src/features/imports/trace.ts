import type { PlanNode } from '@guatu/kernel'
import type { EventDraft } from '../../store/chain.ts'
import type { ImportRecordRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

/** What a changed item was before an import, as far as its event's changes do not say it. */
export interface Trace {
  /** Fact that stood at each place (`metric period`) which the import reported; null where none did. */
  readonly stood: Readonly<Record<string, string | null>>
  /** Present when the import laid the plan anew. */
  readonly plan?: PlanBefore
}

interface PlanBefore {
  readonly feasible: boolean
  readonly shortfallWorkdays: number
  /** By node the values that the new plan replaced. */
  readonly nodes: Readonly<Record<string, Partial<PlanNode>>>
}

/** What a plan was where another one differs from it; lamps follow from the rest. */
export function planBefore(
  { feasible, shortfallWorkdays }: Pick<PlanBefore, 'feasible' | 'shortfallWorkdays'>,
  before: readonly PlanNode[],
  after: readonly PlanNode[],
): PlanBefore {
  const laid = new Map(after.map((node) => [node.nodeKey, node]))
  const nodes: Record<string, Partial<PlanNode>> = {}
  for (const node of before) {
    const now = laid.get(node.nodeKey)
    const was = Object.entries(node).filter(
      ([key, value]) => key !== 'lamp' && (value ?? null) !== (now?.[key as keyof PlanNode] ?? null),
    )
    if (was.length > 0) nodes[node.nodeKey] = Object.fromEntries(was)
  }
  return { feasible, shortfallWorkdays, nodes }
}

export const nodesBefore = (nodes: readonly PlanNode[], plan: PlanBefore): PlanNode[] =>
  nodes.map((node) => ({ ...node, ...plan.nodes[node.nodeKey] }))

/** The events of one item, of which the first also keeps what the item was. */
export const traced = (events: readonly EventDraft[], importId: string, before?: Trace): EventDraft[] =>
  events.map((event, at) => ({
    ...event,
    data: { ...event.data, importId, ...(at === 0 && before ? { before } : {}) },
  }))

export interface TracedEvent {
  readonly itemId: string
  readonly verb: string
  readonly seq: number
  readonly data: Readonly<Record<string, unknown>> & { readonly revision: number; readonly before?: Trace }
}

/** The events of an import that made items or changed them, without those of single figures. */
export async function tracedEvents(tx: Tx, record: ImportRecordRow): Promise<TracedEvent[]> {
  const { rows } = await tx.client.query<TracedEvent>(
    `select item_id as "itemId", verb, seq,
       case verb when 'item.created' then jsonb_build_object('revision', data->'revision') else data end as data
     from event
     where district_id = $1 and at = $2::timestamptz and item_id is not null and data->>'importId' = $3
       and (data ? 'before' or verb in ('item.created', 'item.advanced'))
     order by seq`,
    [tx.districtId, record.committedAt, record.importId],
  )
  return rows
}
