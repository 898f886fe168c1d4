import type { PlanNode } from '@guatu/kernel'
import { expressionCompiler, soundTest } from './expression.ts'
import type { FiguredItem } from './lamp/item-figures.ts'
import type { MaturitySign } from './maturity-signs.ts'
import { oncePer } from './once.ts'
import type { Playbook } from './playbook.ts'
import { gateScope, gateValues } from './scopes.ts'

export interface MaturityState {
  /** Signs that are there, in percent, rounded down: a hundred is reached by the last of them alone. */
  readonly percent: number
  readonly met: readonly MaturitySign[]
  readonly missing: readonly MaturitySign[]
}

const testsOf = oncePer((playbook: Playbook) => {
  const compile = expressionCompiler(gateScope(playbook))
  const signs = playbook.maturity?.signs ?? []
  return new Map(signs.flatMap((sign) => ('test' in sign ? [[sign.key, soundTest(compile(sign.test))] as const] : [])))
})

/** How ripe an item is; null where its list or its stage knows no ripening. */
export function maturityOf(
  playbook: Playbook,
  item: FiguredItem,
  nodes: readonly Pick<PlanNode, 'nodeKey' | 'done'>[],
): MaturityState | null {
  const { maturity } = playbook
  if (!maturity?.stages.includes(item.stage)) return null
  const values = gateValues(playbook, item.fields)
  const done = new Set(nodes.filter((node) => node.done).map(({ nodeKey }) => nodeKey))
  const isMet = (sign: MaturitySign) =>
    'node' in sign ? done.has(sign.node) : testsOf(playbook).get(sign.key)!(values)
  const met = maturity.signs.filter(isMet)
  const missing = maturity.signs.filter((sign) => !met.includes(sign))
  return { percent: Math.floor((met.length / maturity.signs.length) * 100), met, missing }
}
