import type { PlanNode, Title } from '@guatu/kernel'
import { expressionCompiler, soundTest } from './expression.ts'
import type { FiguredItem } from './lamp/item-figures.ts'
import { oncePer } from './once.ts'
import type { Expression, Playbook } from './playbook.ts'
import { gateScope, gateValues } from './scopes.ts'

/** One thing that has to be there before what is planned can be built: a condition over the fields, or a node that is done. */
export type MaturitySign = { readonly key: string; readonly title: Title } & (
  | { readonly test: Expression }
  | { readonly node: string }
)

/** 项目成熟度: what makes an item of the planning pool ripe. It is told of items in these stages only. */
export interface Maturity {
  readonly stages: readonly string[]
  readonly signs: readonly MaturitySign[]
}

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
