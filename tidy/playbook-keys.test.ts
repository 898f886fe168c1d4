import { describe, expect, test } from 'vitest'
import { lineOf, type Node, type Source, sources, visitNodes } from './source.ts'

/** Keys of the playbooks, as `definePlaybook({ key: '...' })` gives them. */
function definedKeys(source: Source): string[] {
  const keys: string[] = []
  visitNodes(source.program, (node) => {
    if (node.type !== 'CallExpression' || (node.callee as Node).name !== 'definePlaybook') return
    const definition = (node.arguments as Node[])[0]
    for (const property of (definition?.properties ?? []) as Node[]) {
      if ((property.key as Node | undefined)?.name === 'key') keys.push(String((property.value as Node).value))
    }
  })
  return keys
}

const keys = new Set(
  sources.filter((source) => source.path.startsWith('playbooks/') && !source.isTest).flatMap(definedKeys),
)

/** Tests, and the data of the demonstration, speak of a concrete list. */
const maySpeak = (source: Source) =>
  source.isTest ||
  /^(playbooks|fixtures|docs|bench)\/|^apps\/server\/src\/(demo|testing)\/|^scripts\//.test(source.path)

describe('playbook keys', () => {
  test('no code outside playbooks/ names one', () => {
    const found = sources
      .filter((source) => !maySpeak(source))
      .flatMap((source) => {
        const places: string[] = []
        visitNodes(source.program, (node) => {
          if (node.type === 'Literal' && keys.has(String(node.value))) {
            places.push(`${source.path}:${lineOf(source, node.start)}: ${node.value}`)
          }
        })
        return places
      })
    expect(found).toEqual([])
  })
})
