import { expect, test } from 'vitest'
import { withoutFootnoteMarks } from './footnote-marks.ts'

test.each([
  ['5000①', '5000', '①'],
  ['5000¹', '5000', '¹'],
  ['5000⑴', '5000', '⑴'],
  ['5000*', '5000', '*'],
  ['＊5000', '5000', '＊'],
  ['2026年3月②', '2026年3月', '②'],
  ['①2亿元②3亿元', '2亿元;3亿元', '①②'],
  ['一期③', '一期', '③'],
])('%s without its marks is %s', (text, bare, marks) =>
  expect(withoutFootnoteMarks(text)).toEqual({ text: bare, marks }),
)

test.each(['3000m²', '2万㎡', '5000', '①', '*', '**', ''])('%s has none', (text) =>
  expect(withoutFootnoteMarks(text)).toEqual({ text, marks: '' }),
)
