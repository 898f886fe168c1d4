import { done, type Refusal, refused } from '@guatu/kernel'
import { type Frozen, frozenOf, inForce, insertBaselines, latestNumbers } from '../store/changes/freeze.ts'
import { overtakenRefusal } from '../store/changes/overtaken.ts'
import { effectOn, requestOf, writeApproval } from '../store/changes/request.ts'
import { holdTarget } from '../store/changes/target.ts'
import { dateIn, type HeldItem } from '../store/items/change.ts'
import { planWrite } from '../store/items/plan-write.ts'
import type { Tx } from '../store/store.ts'
import { uuidv7 } from '../store/uuid.ts'
import type { Effect } from './effect.ts'

const nothingAsked: Refusal = {
  code: 'CHANGE_STATE',
  path: 'change',
  message: { zh: '这份申请没有写明要变更什么', en: 'This application asks nothing of a plan' },
}

const ownApplication: Refusal = {
  code: 'FORBIDDEN',
  path: 'change',
  message: { zh: '申请人不能审批自己的申请', en: 'Nobody approves an application of his own' },
}

interface Approving {
  readonly tx: Tx
  readonly held: HeldItem
  readonly target: HeldItem
  readonly at: string
}

/** A further baseline of the plan as it will be, where the application asks for one. */
async function rebaselined(
  { tx, held, target, at }: Approving,
  write: ReturnType<typeof planWrite>['write'],
): Promise<Frozen> {
  const { itemId, title } = held.row
  const number = ((await latestNumbers(tx, [target.row.itemId])).get(target.row.itemId) ?? 0) + 1
  const nodes = target.state.nodes.map((node, place) => ({ ...node, ...planDates(write, place) }))
  const finish = dateIn(target.context.playbook, write.after.fields, 'finish')
  const { name, personId } = tx.actor
  const act = { baselineId: uuidv7(), name: title.slice(0, 80), reason: null, at, by: { name, personId } }
  return frozenOf(target, { nodes, finish, revision: write.after.revision }, { ...act, changeItemId: itemId }, number)
}

function planDates({ nodes }: ReturnType<typeof planWrite>['write'], place: number) {
  const { plannedStart, plannedFinish } = nodes![place]!
  return { plannedStart, plannedFinish }
}

/**
 * Approval changes the plan by the very code that saves one, as it stands now: who approves has seen the effect on it,
 * since an application that was overtaken by another change moves nothing before that is shown. The baseline stays, unless
 * the application asks for a further one.
 */
export const approveChange: Effect = async ({ deps, tx, clock, held, advance }) => {
  const request = await requestOf(tx, held.row.itemId)
  if (!request) return refused(nothingAsked)
  const { row, asked } = request
  if (row.askedById !== null && row.askedById === tx.actor.personId) return refused(ownApplication)
  const found = await holdTarget(deps, tx, { itemId: row.targetItemId, wanted: ['change.approve'], clock })
  if (found.kind === 'refused') return found
  const target = found.value
  const outcome = effectOn(target, asked)
  if (outcome.kind === 'refused') return outcome
  const { laid, effect } = outcome.value
  const overtaken = await overtakenRefusal(deps, tx, target, { row, effect })
  if (overtaken) return refused(overtaken)
  const nodes = row.rebaseline ? inForce(laid.nodes) : laid.nodes
  const reason = `${held.row.title}${advance.reason ? `：${advance.reason}` : ''}`
  const { write, event } = planWrite(target, asked, { ...laid, nodes }, reason)
  const told = { ...event, data: { ...event.data, changeItemId: held.row.itemId } }
  const frozen = row.rebaseline ? await rebaselined({ tx, held, target, at: clock.now }, write) : null
  return done({
    events: [told, ...(frozen ? [frozen.event] : [])],
    items: [write],
    write: async (own) => {
      await writeApproval(own, row, { at: clock.now, effect })
      if (frozen) await insertBaselines(own, [frozen])
    },
  })
}
