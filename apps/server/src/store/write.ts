import type { DistrictPlan } from '@guatu/playbook'
import type { EventDraft } from './chain.ts'
import type { SecretWrite } from './items/secrets.ts'
import type { LoopWrite } from './loop/state.ts'
import type { ItemLinkRow } from './loop-rows.ts'
import type { FactRow, FactVerificationRow, ItemRow, NodeRow, OrgRow, PersonRow } from './schema.ts'

/** An item as it was when it was locked, and as it shall be; null before: a new one. */
export interface ItemWrite {
  readonly before: ItemRow | null
  readonly after: ItemRow
  /** Nodes to write; absent: they stay as they are. */
  readonly nodes?: readonly NodeRow[]
  /** What changes of the secret fields, told by the item's event in masks; absent: they stay as they are. */
  readonly secrets?: readonly SecretWrite[]
  /** To whom the item stands how, as the rules of access compare it; absent: as before. A new item has to say. */
  readonly keys?: readonly string[]
  /** What changes of its way and its clocks; absent: nothing. A new item has to say. */
  readonly loop?: LoopWrite
}

/** Everything that one act writes, told of by its events. */
export interface Write {
  readonly at: string
  readonly events: readonly EventDraft[]
  readonly items?: readonly ItemWrite[]
  readonly facts?: readonly FactRow[]
  readonly verifications?: readonly FactVerificationRow[]
  readonly links?: readonly ItemLinkRow[]
  readonly orgs?: readonly OrgRow[]
  readonly persons?: readonly PersonRow[]
  readonly districtPlan?: { readonly playbookKey: string; readonly revision: number; readonly plan: DistrictPlan }
}
