import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attachmentLines, dateText, paragraphsOf, plainLine } from './document.ts'
import { breakLines, breakTitle, glyphsOf, type Line, lengthInCharacters } from './lines.ts'

const measure = ({ char }: { char: string }) => lengthInCharacters(char)
const shown = (lines: readonly Line[]) => lines.map((line) => line.glyphs.map((glyph) => glyph.char).join(''))
const broken = (text: string, options = { width: 10, first: 2, rest: 0 }) =>
  breakLines(glyphsOf([{ face: 'text', text }]), measure, options)

describe('lines', () => {
  test('fill the measure, the first two characters in', () => {
    expect(shown(broken('一二三四五六七八九十一二三四五六七八九十'))).toEqual([
      '一二三四五六七八',
      '九十一二三四五六七八',
      '九十',
    ])
  })

  test('never begin with a closing mark nor end with an opening one', () => {
    expect(shown(broken('一二三四五六七八，九十'))).toEqual(['一二三四五六七', '八，九十'])
    expect(shown(broken('一二三四五六七“八九”十'))).toEqual(['一二三四五六七', '“八九”十'])
  })

  test('that were pushed on are spread to their end, the last one is not', () => {
    const [first, last] = broken('一二三四五六七八，九十')
    expect(first?.gap).toBeCloseTo(1 / 6)
    expect(last?.gap).toBe(0)
  })

  test('keep words and numbers whole, and break what is wider than a line', () => {
    expect(shown(broken('一二三四五六2026年'))).toEqual(['一二三四五六2026', '年'])
    expect(shown(broken('一二三四五六七2026年'))).toEqual(['一二三四五六七', '2026年'])
    expect(shown(broken('A'.repeat(40))).join('')).toBe('A'.repeat(40))
  })

  test('whatever is written, lines keep their width and lose nothing but spaces', () => {
    const text = fc.string({ unit: fc.constantFrom(...'一二三，。“”（）《》ab 12.—…'), maxLength: 120 })
    fc.assert(
      fc.property(text, (written) => {
        const lines = broken(written)
        expect(shown(lines).join('').replaceAll(' ', '')).toBe(written.replaceAll(' ', ''))
        for (const [index, line] of lines.entries()) {
          const width = line.glyphs.reduce((sum, glyph) => sum + measure(glyph), 0)
          const spread = line.gap * Math.max(0, line.glyphs.length - 1)
          expect(width + spread).toBeLessThanOrEqual(10 - (index === 0 ? 2 : 0) + 0.01)
        }
      }),
    )
  })
})

describe('a title', () => {
  test('of one line stays on it', () => {
    expect(breakTitle('关于加快办理用地手续的督办单', 17)).toEqual(['关于加快办理用地手续的督办单'])
  })

  test('breaks between words into lines of about one length', () => {
    const rows = breakTitle('关于加快办理南湖新材料产业园一期项目用地预审与选址意见书的督办单', 17)
    expect(rows.join('')).toBe('关于加快办理南湖新材料产业园一期项目用地预审与选址意见书的督办单')
    expect(rows).toHaveLength(2)
    const [first = '', second = ''] = rows
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(3)
  })

  test('never exceeds the longest line, whatever it is made of', () => {
    const title = fc.string({ unit: fc.constantFrom(...'南湖项目的，（）AB1 '), minLength: 1, maxLength: 90 })
    fc.assert(
      fc.property(title, (written) => {
        const rows = breakTitle(written, 17)
        expect(rows.join('').replaceAll(' ', '')).toBe(written.replaceAll(' ', ''))
        for (const row of rows) expect(lengthInCharacters(row)).toBeLessThanOrEqual(17)
      }),
    )
  })
})

describe('what is typed', () => {
  test('becomes paragraphs whose headings have their faces', () => {
    expect(paragraphsOf('开头。\r\n\n 一、要求 \n（一）抓紧。马上办。\n（二）按时报送')).toEqual([
      [{ face: 'text', text: '开头。' }],
      [{ face: 'heading', text: '一、要求' }],
      [
        { face: 'subheading', text: '（一）抓紧。' },
        { face: 'text', text: '马上办。' },
      ],
      [{ face: 'subheading', text: '（二）按时报送' }],
    ])
  })

  test('loses what no document may hold', () => {
    expect(plainLine(' 甲\u0000\u0007乙\u202e\tA\uE000 ')).toBe('甲乙 A')
  })

  test('dates carry no leading zeros, one attachment no figure', () => {
    expect(dateText('2026-03-05')).toBe('2026年3月5日')
    expect(attachmentLines(['甲'])).toEqual([{ mark: '附件：', name: '甲' }])
    expect(attachmentLines(['甲', '乙'])).toEqual([
      { mark: '附件：1. ', name: '甲' },
      { mark: '2. ', name: '乙' },
    ])
  })
})
