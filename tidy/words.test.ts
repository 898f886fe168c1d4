import { describe, expect, test } from 'vitest'
import { allFiles, lineOf, type Node, readText, type Source, sources, visitNodes } from './source.ts'

/** "path:line" of every node that `isBad` tells. */
function places(source: Source, isBad: (node: Node) => boolean): string[] {
  const found: string[] = []
  visitNodes(source.program, (node) => {
    if (isBad(node)) found.push(`${source.path}:${lineOf(source, node.start)}`)
  })
  return found
}

const isPure = (source: Source) => /^(packages|playbooks)\//.test(source.path) && !source.isTest

const isName = (node: unknown, name: string) =>
  (node as Node | null)?.type === 'Identifier' && (node as Node).name === name

/** A call such as `Math.random()`; the member may be read without being called. */
function readsMember(node: Node, object: string, member: string): boolean {
  return node.type === 'MemberExpression' && isName(node.object, object) && isName(node.property, member)
}

function readsClock(node: Node): boolean {
  const makesDate = node.type === 'NewExpression' && isName(node.callee, 'Date')
  return (makesDate && (node.arguments as unknown[]).length === 0) || readsMember(node, 'Date', 'now')
}

describe('words', () => {
  test('no any', () => {
    expect(sources.flatMap((source) => places(source, (node) => node.type === 'TSAnyKeyword'))).toEqual([])
  })

  test('the pure packages have no clock and no dice', () => {
    const found = sources
      .filter(isPure)
      .flatMap((source) =>
        places(
          source,
          (node) => readsClock(node) || readsMember(node, 'Math', 'random') || readsMember(node, 'performance', 'now'),
        ),
      )
    expect(found).toEqual([])
  })

  test('nothing is left to be done later', () => {
    // Written apart, so that this file does not find itself.
    const marks = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`)
    const found = sources.flatMap((source) =>
      source.comments
        .filter((comment) => marks.test(comment.value))
        .map((comment) => `${source.path}:${lineOf(source, comment.start)}`),
    )
    expect(found).toEqual([])
  })

  test('no file names the machine it was written on', () => {
    const textual = /\.(ts|tsx|mjs|js|json|md|sql|css|html|yml|yaml|toml|sh)$|^\.ci\/|^\.(gitignore|npmrc)$/
    const traces = new RegExp(['/wo' + 'rk/', '/ro' + 'ot/', '/ho' + 'me/[a-z]', '/tmp/br' + 'ief'].join('|'))
    const found = allFiles()
      .filter((path) => textual.test(path))
      .flatMap((path) =>
        readText(path)
          .split('\n')
          .flatMap((line, index) => (traces.test(line) ? [`${path}:${index + 1}`] : [])),
      )
    expect(found).toEqual([])
  })

  test('prints the share of comments and of tests', () => {
    const lines = (list: readonly Source[]) => list.reduce((sum, source) => sum + source.lineCount, 0)
    const code = sources.filter((source) => !source.isTest)
    const commented = code.map((source) =>
      source.comments.reduce((sum, { value }) => sum + value.split('\n').length, 0),
    )
    const share = commented.reduce((sum, count) => sum + count, 0) / lines(code)
    const tests = lines(sources.filter((source) => source.isTest)) / lines(code)
    console.log(`comments ${(share * 100).toFixed(1)} % of lines, test lines / code lines ${tests.toFixed(2)}`)
    expect(share).toBeGreaterThan(0.04)
  })
})
