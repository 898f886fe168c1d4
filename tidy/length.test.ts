import { describe, expect, test } from 'vitest'
import { lineOf, type Node, type Source, sources, visitNodes } from './source.ts'

const maxFileLines = 400
const maxFunctionLines = 60

/** Files that may be longer, each with its reason and its bound, which only goes down. */
const longFiles: Readonly<Record<string, { readonly lines: number; readonly reason: string }>> = {}

/** Functions that may be longer, "path name", with a bound that only goes down. */
const longFunctions: Readonly<Record<string, number>> = {}

function nameOf(node: Node, parent: Node | undefined): string {
  const own = (node.id as Node | null)?.name
  const given = ((parent?.id ?? parent?.key) as Node | undefined)?.name
  return String(own ?? given ?? 'anonymous')
}

/** Lines of every function of a file, under "path name". */
function functionLengths(source: Source): [string, number][] {
  const found: [string, number][] = []
  const parents = new Map<Node, Node>()
  visitNodes(source.program, (node) => {
    for (const value of Object.values(node)) {
      if (value && typeof value === 'object' && !Array.isArray(value)) parents.set(value as Node, node)
    }
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return
    const lines = lineOf(source, node.end) - lineOf(source, node.start) + 1
    found.push([`${source.path} ${nameOf(node, parents.get(node))}`, lines])
  })
  return found
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

describe('length', () => {
  test('no file is too long', () => {
    const found = sources
      .filter((source) => source.lineCount > (longFiles[source.path]?.lines ?? maxFileLines))
      .map((source) => `${source.path}: ${source.lineCount}`)
    expect(found).toEqual([])
  })

  test('no function is too long', () => {
    // The callbacks that hold a file's tests are lists, not functions.
    const found = sources
      .filter((source) => !source.isTest)
      .flatMap(functionLengths)
      .filter(([name, lines]) => lines > (longFunctions[name] ?? maxFunctionLines))
      .map(([name, lines]) => `${name}: ${lines}`)
    expect(found).toEqual([])
  })

  test('an exception that is no longer needed goes', () => {
    const lengths = new Map(sources.flatMap(functionLengths))
    const files = new Map(sources.map((source) => [source.path, source.lineCount]))
    const stale = [
      ...Object.keys(longFunctions).filter((name) => (lengths.get(name) ?? 0) <= maxFunctionLines),
      ...Object.keys(longFiles).filter((path) => (files.get(path) ?? 0) <= maxFileLines),
    ]
    expect(stale).toEqual([])
  })

  test('19 files of 20 stay within 300 lines', () => {
    const sorted = sources.map((source) => source.lineCount).sort((a, b) => a - b)
    console.log(`files: ${sorted.length}, median ${percentile(sorted, 0.5)} lines, p95 ${percentile(sorted, 0.95)}`)
    expect(percentile(sorted, 0.95)).toBeLessThanOrEqual(300)
  })
})
