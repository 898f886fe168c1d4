import type { NodeReply } from '@guatu/contract'
import { type FiveFix, fiveFixes } from '@guatu/kernel'
import { fiveFixGaps, type Playbook } from '@guatu/playbook'

/** How many of the nodes that are still ahead lack each of the five fixes. */
export function gapCounts({ nodes: templates }: Pick<Playbook, 'nodes'>, nodes: readonly NodeReply[]) {
  const gaps = nodes.flatMap((node) =>
    fiveFixGaps(
      node,
      templates.find(({ key }) => key === node.nodeKey),
    ),
  )
  return fiveFixes
    .map((fix): readonly [FiveFix, number] => [fix, gaps.filter((gap) => gap === fix).length])
    .filter(([, count]) => count > 0)
}
