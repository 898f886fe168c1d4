import type { NodeChange } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import { refusal } from '../../http/refuse.ts'

interface Asked {
  readonly changes: readonly NodeChange[]
  readonly finish?: string | undefined
}

/** A change of a plan names nodes or another deadline; without either there is nothing to write. */
export function nothingAsked({ changes, finish }: Asked): readonly Refusal[] {
  if (changes.length > 0 || finish !== undefined) return []
  const message = {
    zh: '没有要调整的内容：请改动节点，或给出新的竣工时限',
    en: 'There is nothing to change: change a node, or give another deadline',
  }
  return [refusal('PLAN_INVALID', message, 'changes')]
}
