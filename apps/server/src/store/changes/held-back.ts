import type { PlanNode, Refusal, Title } from '@guatu/kernel'
import { type Overrun, overruns, type PlanEffect, type Promises, type ReplanInput } from '@guatu/playbook'
import { itemRefusals } from '../access/permit.ts'
import { type HeldItem, replanInput } from '../items/change.ts'
import { planNodes } from '../items/read.ts'
import { isReason } from '../items/reasons.ts'
import { asKeeper, type Tx } from '../store.ts'
import type { ItemWrite } from '../write.ts'

interface FrozenRow {
  readonly finish: string | null
  readonly effects: readonly PlanEffect[]
}

/** The latest baseline's deadline, with what was approved since it was frozen. */
const frozenText = `select b.finish, coalesce((select json_agg(c.approved_effect order by c.approved_at)
      from change_request c where c.district_id = $1 and c.target_item_id = $2 and c.approved_at >= b.frozen_at),
    '[]') as effects
  from baseline b where b.district_id = $1 and b.item_id = $2 order by b.number desc limit 1`

const later = (a: string | null | undefined, b: string | null | undefined) => ((a ?? '') > (b ?? '') ? a : b) ?? null

/** What the item is held to: its frozen baseline and the changes approved since; null while nothing is frozen. */
async function promisesOf(tx: Tx, { row, state }: HeldItem): Promise<Promises | null> {
  const { rows } = await asKeeper(tx, ({ client }) => client.query<FrozenRow>(frozenText, [tx.districtId, row.itemId]))
  const [frozen] = rows
  if (!frozen) return null
  const nodes = new Map(state.nodes.flatMap(({ nodeKey, baselineFinish: at }) => (at ? [[nodeKey, at] as const] : [])))
  let { finish } = frozen
  for (const effect of frozen.effects) {
    if (finish !== null) finish = later(finish, effect.toDeadline)
    for (const { nodeKey, toFinish } of effect.nodes) {
      const promised = nodes.get(nodeKey)
      if (promised !== undefined) nodes.set(nodeKey, later(promised, toFinish) ?? promised)
    }
  }
  return { finish, nodes }
}

const pathOf = ({ nodeKey }: Overrun) => (nodeKey === null ? 'finish' : `nodes/${nodeKey}`)

const what = ({ nodeKey, title, promised, finish }: Overrun): Title =>
  nodeKey === null
    ? { zh: `竣工时限由承诺的 ${promised} 推迟到 ${finish}`, en: `The deadline moves from ${promised} to ${finish}` }
    : {
        zh: `节点“${title}”由承诺的 ${promised} 推迟到 ${finish}`,
        en: `${title} moves from ${promised}, as promised, to ${finish}`,
      }

const changeNeeded = (overrun: Overrun): Refusal => {
  const { zh, en } = what(overrun)
  const message = { zh: `${zh}：基线已冻结，须申请变更`, en: `${en}: the baseline is frozen, apply for a change` }
  return { code: 'CHANGE_NEEDED', path: pathOf(overrun), message }
}

const reasonNeeded = (overrun: Overrun): Refusal => {
  const { zh, en } = what(overrun)
  const message = { zh: `${zh}：基线已冻结，须写明理由`, en: `${en}: the baseline is frozen, give a reason` }
  return { code: 'REASON_REQUIRED', path: pathOf(overrun), message }
}

interface Moving {
  readonly input: ReplanInput
  /** The plan that would be saved. */
  readonly after: readonly PlanNode[]
  readonly reason: string | null | undefined
}

/**
 * Why a plan may not be saved as it is: after its baseline is frozen, whatever puts it off beyond what was promised is
 * applied for. Who approves such applications may do it at once, with a reason.
 */
export async function heldBack(tx: Tx, held: HeldItem, { input, after, reason }: Moving): Promise<Refusal[]> {
  const promises = await promisesOf(tx, held)
  const broken = promises ? overruns(input, after, promises) : []
  if (broken.length === 0) return []
  const barred = await itemRefusals(tx, [held.row.itemId], ['change.approve'])
  if (barred.size > 0) return broken.map(changeNeeded)
  return isReason(reason) ? [] : broken.map(reasonNeeded)
}

/** The same of a change of fields, which lays the plan anew where it moves the item's start or finish. */
export async function heldBackByFields(
  tx: Tx,
  held: HeldItem,
  { after, nodes }: Pick<ItemWrite, 'after' | 'nodes'>,
  reason: string | null | undefined,
): Promise<Refusal[]> {
  const { row, context } = held
  if (row.deadline === after.deadline && row.plannedStart === after.plannedStart) return []
  const input = replanInput(held, [], after.deadline ?? undefined)
  return await heldBack(tx, held, { input, after: planNodes(context, nodes ?? []), reason })
}
