import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expressionCompiler, type Scope, soundTest } from './expression.ts'

const scope: Scope = {
  node: { lateDays: 'double', critical: 'bool', key: 'string' },
  t: { limit: 'double' },
}
const compile = expressionCompiler(scope)
const values = { node: { lateDays: 20, critical: true, key: 'permit' }, t: { limit: 15 } }
const holds = (source: string, at = values) => soundTest(compile(source))(at)

test('a list tells what is in it and how many', () => {
  const compile = expressionCompiler({ fields: { helpers: 'list<string>' } })
  const holds = (source: string, helpers: readonly string[]) => {
    const compiled = compile(source)
    return compiled.kind === 'compiled' ? compiled.test({ fields: { helpers } }) : compiled.message
  }
  expect(holds('"o-1" in fields.helpers', ['o-2', 'o-1'])).toBe(true)
  expect(holds('"o-1" in fields.helpers', [])).toBe(false)
  expect(holds('size(fields.helpers) > 1', ['o-2', 'o-1'])).toBe(true)
  expect(holds('fields.helpers == "o-1"', ['o-1'])).toContain('no such overload')
})

describe('what rule authors write', () => {
  test.each([
    ['node.lateDays > 15', true],
    ['node.lateDays > 20', false],
    ['node.lateDays >= 20', true],
    ['node.lateDays == 20', true],
    ['node.lateDays != 20', false],
    ['20 == node.lateDays', true],
    ['node.lateDays > t.limit', true],
    ['node.lateDays - t.limit > 4', true],
    ['node.lateDays - 5 > 14.5', true],
    ['node.lateDays + 1 == 21.0', true],
    ['2 * node.lateDays == 40', true],
    ['node.lateDays * 2 == 40.0', true],
    ['node.lateDays / 3 > 6.6', true],
    ['60 / node.lateDays == 3.0', true],
    ['-node.lateDays < 0', true],
    ['node.critical && node.lateDays > t.limit', true],
    ['!node.critical || node.lateDays < 1', false],
    ['node.critical ? node.lateDays > 19 : false', true],
    ["node.key == 'permit'", true],
    ["node.key in ['permit', 'filing']", true],
    ["node.key.startsWith('per')", true],
    ['size(node.key) == 6', true],
  ])('%s is %s', (source, expected) => {
    expect(holds(source)).toBe(expected)
  })

  test('whole numbers compare as numbers whatever their size', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }), (days, limit) => {
        const at = { ...values, node: { ...values.node, lateDays: days } }
        expect(holds(`node.lateDays > ${limit}`, at)).toBe(days > limit)
        expect(holds(`node.lateDays == ${limit}`, at)).toBe(days === limit)
        expect(holds(`node.lateDays + ${limit} >= 0`, at)).toBe(days + limit >= 0)
      }),
    )
  })
})

describe('what is told when the definition is checked', () => {
  test.each([
    ['node.lateDay > 15', /lateDay/],
    ['nod.lateDays > 15', /nod/],
    ['t.none > 1', /none/],
    ["node.lateDays > '15'", /overload/],
    ['node.critical > 1', /overload/],
    ['node.lateDays', /double, not bool/],
    ['node.key', /string, not bool/],
    ['node.lateDays >', /./],
    ['', /./],
    ['node.lateDays > 15 &&', /./],
    ['unknownFunction(node.lateDays)', /unknownFunction|overload/],
  ])('%s', (source, message) => {
    const compiled = compile(source)
    expect(compiled.kind).toBe('mistake')
    if (compiled.kind === 'mistake') expect(compiled.message).toMatch(message)
  })

  test('a message is one line', () => {
    const compiled = compile('node.lateDay > 15')
    if (compiled.kind === 'mistake') expect(compiled.message).not.toContain('\n')
  })

  test('any text is a test or a mistake, never a throw', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        expect(['compiled', 'mistake']).toContain(compile(source).kind)
      }),
    )
  })

  test('asking for the test of a mistake is a bug', () => {
    expect(() => soundTest(compile('nod'))).toThrow()
  })
})
