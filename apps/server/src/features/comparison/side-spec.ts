import { done, type Outcome, type Refusal, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { asOfTx, parseAsOf } from '../../store/past/as-of.ts'
import type { Tx } from '../../store/store.ts'

/** One side of a comparison, as it is found in the store. */
export type Side =
  | { readonly kind: 'moment'; readonly spec: string; readonly day: string; readonly at: string; readonly tx: Tx }
  | { readonly kind: 'numbered'; readonly spec: string; readonly which: 'first' | 'latest' }
  | {
      readonly kind: 'act'
      readonly spec: string
      readonly baselineId: string
      readonly name: string
      readonly frozenAt: string
    }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

async function actOf(tx: Tx, spec: string, path: string): Promise<Outcome<Side>> {
  const { rows } = await tx.client.query<{ name: string; frozenAt: string }>(
    'select name, frozen_at as "frozenAt" from baseline where district_id = $1 and baseline_id = $2 limit 1',
    [tx.districtId, spec],
  )
  const [act] = rows
  if (act) return done({ kind: 'act', spec, baselineId: spec, ...act })
  return refused({ code: 'NOT_FOUND', path, message: { zh: '没有这个基线', en: 'There is no such baseline' } })
}

/** Reads a side as an address writes it. */
export async function sideOf(
  deps: Pick<Deps, 'now' | 'today'>,
  tx: Tx,
  spec: string,
  path: 'from' | 'to',
): Promise<Outcome<Side>> {
  if (spec === 'now') return done({ kind: 'moment', spec, day: deps.today(), at: deps.now(), tx })
  if (spec === 'first' || spec === 'latest') return done({ kind: 'numbered', spec, which: spec })
  if (uuid.test(spec)) return await actOf(tx, spec, path)
  const at = parseAsOf(spec, deps.now())
  if (at.kind === 'refused') return refused(...at.refusals.map((one): Refusal => ({ ...one, path })))
  const then = await asOfTx(tx, at.value, deps.today())
  return done({ kind: 'moment', spec, day: then.asOf?.today ?? deps.today(), at: at.value, tx: then })
}
