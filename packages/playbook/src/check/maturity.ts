import { expressionCompiler } from '../expression.ts'
import { gateScope } from '../scopes.ts'
import { type Check, type Mistake, repeated, unknown } from './mistake.ts'

/** What makes an item ripe names stages and nodes that exist, and tests that compile. */
export const checkMaturity: Check = (playbook) => {
  const { maturity } = playbook
  if (!maturity) return []
  const compile = expressionCompiler(gateScope(playbook))
  const stages = playbook.stages.map(({ key }) => key)
  const nodes = playbook.nodes.map(({ key }) => key)
  const signMistakes = maturity.signs.flatMap((sign, index): Mistake[] => {
    const path = `maturity/signs/${index}`
    if ('node' in sign) return unknown(`${path}/node`, 'node', sign.node, nodes)
    const compiled = compile(sign.test)
    return compiled.kind === 'mistake'
      ? [{ path: `${path}/test`, message: `${compiled.message} in '${sign.test}'` }]
      : []
  })
  const empty = maturity.signs.length === 0 ? [{ path: 'maturity/signs', message: 'nothing makes it ripe' }] : []
  return [
    ...maturity.stages.flatMap((stage, index) => unknown(`maturity/stages/${index}`, 'stage', stage, stages)),
    ...repeated(
      maturity.signs.map(({ key }, index) => [`maturity/signs/${index}/key`, key]),
      'sign',
    ),
    ...empty,
    ...signMistakes,
  ]
}
