import type { Playbook } from '@guatu/playbook'
import type { EventDraft } from '../../store/chain.ts'
import { insertBaselines } from '../../store/changes/freeze.ts'
import { writeRequest } from '../../store/changes/request.ts'
import type { HeldItem } from '../../store/items/change.ts'
import { type ListContext, listContext } from '../../store/items/list-context.ts'
import type { ItemLinkRow } from '../../store/loop-rows.ts'
import type { ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import type { DemoItem } from '../items.ts'
import { type DemoApplication, inventApplications } from './applications.ts'
import { baselineEvents, inventBaselines } from './baselines.ts'

/** Whoever keeps the district's plans, by the name that the record tells. */
const office = '区发改局'

export interface DemoChanges {
  readonly events: readonly EventDraft[]
  readonly items: readonly DemoApplication['composed'][]
  readonly links: readonly ItemLinkRow[]
  /** Tables beside the items, once these are written. */
  readonly write: (tx: Tx) => Promise<void>
}

/** Frozen baselines of invented projects, and applications for a change of their plans in every state. */
export async function inventChanges(
  tx: Tx,
  playbooks: readonly Playbook[],
  {
    context,
    items,
    rows,
  }: { readonly context: ListContext; readonly items: readonly DemoItem[]; readonly rows: readonly ItemRow[] },
): Promise<DemoChanges> {
  const frozen = inventBaselines(context, items, office)
  const promised = new Set(frozen.map(({ baseline }) => baseline.itemId))
  const playbook = playbooks.find(({ capabilities }) => capabilities.includes('changes'))
  const projects = items.flatMap((item, place) => {
    const row = rows[place]
    if (!row || !promised.has(item.itemId)) return []
    const state = { fields: item.fields, stage: item.stage, nodes: item.plan.nodes, figures: [] }
    return [{ item, target: { context, row, state } satisfies HeldItem }]
  })
  const { today, now } = context
  const applications = playbook
    ? inventApplications({ ...(await listContext(tx, playbook, { today, now })), orgIds: context.orgIds }, projects)
    : []
  return {
    events: [...baselineEvents(frozen), ...applications.flatMap(({ events }) => events)],
    items: applications.map(({ composed }) => composed),
    links: applications.flatMap(({ links }) => links),
    write: async (own) => {
      await insertBaselines(own, frozen)
      for (const { request, changes } of applications) await writeRequest(own, request, changes)
    },
  }
}
