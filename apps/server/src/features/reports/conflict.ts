import type { PlanNode, Refusal } from '@guatu/kernel'
import { refusal } from '../../http/refuse.ts'
import type { HeldItem } from '../../store/items/change.ts'
import { chinaText } from '../../store/past/as-of.ts'
import type { Tx } from '../../store/store.ts'

interface ChangeOfNode {
  readonly at: string
  readonly actor: string
}

/** Who wrote of the node last. */
async function lastChange(tx: Tx, itemId: string, nodeKey: string): Promise<ChangeOfNode | undefined> {
  const { rows } = await tx.client.query<ChangeOfNode>(
    `select at, actor from event where district_id = $1 and item_id = $2
       and data->'nodes' @> jsonb_build_array(jsonb_build_object('nodeKey', $3::text))
     order by seq desc limit 1`,
    [tx.districtId, itemId, nodeKey],
  )
  return rows[0]
}

function stateWords({ done, actualFinish, percentDone, actualStart }: PlanNode) {
  if (done) return { zh: `已完成${actualFinish ? `（${actualFinish}）` : ''}`, en: `done ${actualFinish ?? ''}`.trim() }
  const percent =
    percentDone === null ? { zh: '未报进度', en: 'no progress' } : { zh: `${percentDone}%`, en: `${percentDone} %` }
  const started =
    actualStart === null ? { zh: '', en: '' } : { zh: `，${actualStart} 启动`, en: `, started ${actualStart}` }
  return { zh: `${percent.zh}${started.zh}`, en: `${percent.en}${started.en}` }
}

/** Tells the sender what the node is by now, who made it so and when: he decides whether his report still holds. */
export async function conflictRefusal(tx: Tx, held: HeldItem, node: PlanNode): Promise<Refusal> {
  const change = await lastChange(tx, held.row.itemId, node.nodeKey)
  const { zh, en } = stateWords(node)
  const by = change
    ? { zh: `${change.actor} ${chinaText(change.at)} 改动`, en: `${change.actor}, ${chinaText(change.at)}` }
    : null
  const message = {
    zh: `“${node.title}”在您填写之后已有变动：${by ? `${by.zh}，` : ''}目前${zh}。请核对后再报`,
    en: `${node.title} has changed since you wrote: ${en}${by ? ` (${by.en})` : ''}. Check, then send again`,
  }
  return refusal('REPORT_CONFLICT', message, `nodes/${node.nodeKey}`)
}
