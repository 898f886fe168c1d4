import type { Title } from '@guatu/kernel'
import type { Replanned } from '@guatu/playbook'

/** What a change of the plan does, in one sentence. */
export function replanText({ moved, finishShiftWorkdays: shift, feasible, shortfallWorkdays }: Replanned): Title {
  const days = Math.abs(shift)
  const zh = [moved.length === 0 ? '不调整其他节点' : `将调整 ${moved.length} 个节点`]
  const en = [moved.length === 0 ? 'No node moves' : `${moved.length} nodes move`]
  if (shift !== 0) {
    zh.push(`竣工${shift > 0 ? '推迟' : '提前'} ${days} 个工作日`)
    en.push(`the finish ${days} workdays ${shift > 0 ? 'later' : 'earlier'}`)
  }
  if (!feasible) {
    zh.push(`期限内还差 ${shortfallWorkdays} 个工作日`)
    en.push(`${shortfallWorkdays} workdays short of the deadline`)
  }
  return { zh: zh.join('，'), en: en.join(', ') }
}
