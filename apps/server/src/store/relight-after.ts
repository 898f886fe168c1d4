import { append } from './append.ts'
import { relitWrite } from './dependants.ts'
import { asKeeper, type Tx } from './store.ts'

/**
 * Lights items anew after something was written beside them that their lamps look at: a report, a link that ended. In the
 * same transaction, by the program itself.
 */
export async function relightAfter(tx: Tx, itemIds: readonly string[], at: string): Promise<void> {
  await asKeeper(tx, async (keeper) => {
    const next = await relitWrite(keeper, itemIds, at)
    if (next) await append(keeper, next)
  })
}
