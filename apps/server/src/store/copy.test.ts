import { expect, test } from 'vitest'
import { copyText } from './copy.ts'

test.each([
  ['title', null, '\\N'],
  ['title', '', ''],
  ['title', 'a\tb\nc\\d\re', 'a\\tb\\nc\\\\d\\re'],
  ['title', '\\N', '\\\\N'],
  ['settled', true, 't'],
  ['position', 3, '3'],
  ['rules', ['a', 'b"c\\'], '{"a","b\\\\"c\\\\\\\\"}'],
  ['rules', [], '{}'],
  ['lampReasons', [{ rule: 'a\n' }], '[{"rule":"a\\\\n"}]'],
])('writes %s %j as COPY reads it', (column, value, text) => {
  expect(copyText(column, value)).toBe(text)
})
