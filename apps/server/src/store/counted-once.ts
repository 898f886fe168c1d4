import type { Tx } from './store.ts'

const mostKept = 500
const mark = 'counted '

/** Counts something of what the actor reads once for each state of the district, day and moment; `asked` names it whole. */
export async function countedOnce<T>(tx: Tx, asked: readonly unknown[], count: () => Promise<T>): Promise<T> {
  const head = await tx.db
    .selectFrom('chainHead')
    .select('seq')
    .where('districtId', '=', tx.districtId)
    .executeTakeFirstOrThrow()
  const seen = [tx.asOf?.at ?? tx.day, tx.actor.personId, ...asked]
  const name = `${mark}${head.seq} ${JSON.stringify(seen)}`
  const known = tx.kept.get(name) as T | undefined
  if (known !== undefined) return known
  const counted = await count()
  const names = [...tx.kept.keys()].filter((key) => key.startsWith(mark))
  if (names.length >= mostKept) for (const old of names) tx.kept.delete(old)
  tx.kept.set(name, counted)
  return counted
}
