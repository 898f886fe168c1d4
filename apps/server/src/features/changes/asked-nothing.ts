import type { AskedNode } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import { refusal } from '../../http/refuse.ts'

interface Asked {
  readonly changes: readonly AskedNode[]
  readonly finish?: string | undefined
}

/** What is wrong with what an application asks, before any plan is looked at: it asks something, of each node once. */
export function askedNothing({ changes, finish }: Asked): Refusal[] {
  const idle = changes.some(
    ({ notBefore, durationWorkdays }) => notBefore === undefined && durationWorkdays === undefined,
  )
  if (idle || (changes.length === 0 && finish === undefined)) {
    const message = {
      zh: '没有写明要变更什么：请改动节点的日期或工期，或给出新的竣工时限',
      en: 'Nothing is asked: change dates or durations of nodes, or give another deadline',
    }
    return [refusal('PLAN_INVALID', message, 'changes')]
  }
  if (new Set(changes.map(({ nodeKey }) => nodeKey)).size === changes.length) return []
  return [refusal('PLAN_INVALID', { zh: '同一个节点出现了两次', en: 'One node is named twice' }, 'changes')]
}
