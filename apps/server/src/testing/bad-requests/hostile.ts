import type { Random } from '../../demo/random.ts'

/** Texts that have broken other programs: statements, markup, paths, templates, keys, numbers, characters. */
const texts: readonly string[] = [
  `'; drop table item; --`,
  `' or '1'='1`,
  `1); delete from event; --`,
  '$$; select pg_sleep(9); $$',
  `\\'; copy item to program 'id'`,
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'C:\\windows\\system32\\config',
  'file:///etc/passwd',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '$' + '{7*7}',
  '{{7*7}}',
  '=cmd|calc!A0',
  '%s%n%x',
  '%',
  '_',
  '\\',
  '1e999',
  '-0',
  '0x10',
  'NaN',
  'Infinity',
  '9'.repeat(400),
  `-${'9'.repeat(30)}.${'9'.repeat(30)}`,
  '9999-99-99',
  '0000-00-00',
  '2026-02-30',
  '-271821-04-20',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u2066反\u2069',
  '\ufeff\u200b',
  '👩‍👩‍👧‍👦'.repeat(50),
  'z\u0301\u0323'.repeat(200),
  '\r\nset-cookie: a=b',
  '字'.repeat(5_000),
  ' ',
  '',
  'null',
  '[]',
  '{}',
  '18f0000',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
]

const numbers: readonly number[] = [0, -1, -0, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 63, 5e-324, 99_999_999]

export const hostileText = (random: Random): string => random.pick(texts)
export const hostileNumber = (random: Random): number => random.pick(numbers)

/** Brackets within brackets, deeper than any reader should follow. */
const deep = (levels: number): unknown => {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value }
  return value
}

/** An object whose own key is one that programs take for the prototype's. */
function prototypeKeys(): object {
  const value = { constructor: { prototype: { polluted: true } } }
  return Object.defineProperty(value, '__proto__', { value: { polluted: true }, enumerable: true })
}

/** A value of any shape. */
export function hostileValue(random: Random): unknown {
  const makers: readonly (() => unknown)[] = [
    () => hostileText(random),
    () => hostileText(random),
    () => hostileNumber(random),
    () => null,
    () => random.chance(0.5),
    () => [],
    () => ({}),
    () => [hostileText(random), hostileNumber(random), null],
    () => ({ [hostileText(random)]: hostileText(random) }),
    () => prototypeKeys(),
    () => deep(random.between(2, 60)),
    () => new Array(600).fill(hostileNumber(random)),
  ]
  return random.pick(makers)()
}
