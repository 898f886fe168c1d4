import type { ItemAction } from '@guatu/access'
import { type Outcome, type Refusal, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../access/permit.ts'
import type { HeldItem } from '../items/change.ts'
import type { Clock } from '../items/list-context.ts'
import type { Tx } from '../store.ts'

/** Locks the item whose plan an application is about; what may not be done to it is refused in its name. */
export async function holdTarget(
  deps: Pick<Deps, 'shelf'>,
  tx: Tx,
  { itemId, wanted, clock }: { readonly itemId: string; readonly wanted: readonly ItemAction[]; readonly clock: Clock },
): Promise<Outcome<HeldItem>> {
  const held = await holdFor(tx, itemId, wanted, (key) => playbookOf(deps, key), clock)
  if (held.kind === 'done') return held
  return refused(...held.refusals.map((one): Refusal => ({ ...one, path: `target/${one.path ?? ''}` })))
}
