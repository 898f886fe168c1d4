import { describe, expect, test } from 'vitest'
import { inflateEntry, zipEntries } from '../workbook/zip.ts'
import { paragraphsOf } from './document.ts'
import { sampleDocument } from './testing/sample.ts'
import { wordOf } from './word.ts'

const mmPerTwip = 25.4 / 1440

async function unpacked(changes = {}) {
  const file = await wordOf(sampleDocument(changes))
  const entries: Record<string, string> = {}
  for (const entry of zipEntries(file)) entries[entry.name] = inflateEntry(file, entry, 1_000_000).toString('utf8')
  return { entries, xml: entries['word/document.xml'] ?? '' }
}

const tag = (xml: string, name: string): Record<string, string> => {
  const found = new RegExp(`<w:${name}\\b([^>]*)>`).exec(xml)?.[1]
  if (found === undefined) throw new Error(`no ${name}`)
  return Object.fromEntries([...found.matchAll(/w:(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]))
}

/** The paragraph that holds a text. */
const paragraphWith = (xml: string, text: string): string => {
  const found = (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).find((paragraph) => paragraph.includes(text))
  if (!found) throw new Error(`no paragraph with ${text}`)
  return found
}

describe('an order as Word, unzipped', () => {
  test('is A4 with the standard’s margins and type area', async () => {
    const { xml } = await unpacked()
    const size = tag(xml, 'pgSz')
    const margin = tag(xml, 'pgMar')
    const mm = (twips: string | undefined) => Number(twips) * mmPerTwip
    expect(mm(size.w)).toBeCloseTo(210, 1)
    expect(mm(size.h)).toBeCloseTo(297, 1)
    expect(mm(margin.top)).toBeCloseTo(37, 1)
    expect(mm(margin.left)).toBeCloseTo(28, 1)
    expect(mm(size.w) - mm(margin.left) - mm(margin.right)).toBeCloseTo(156, 1)
    expect(mm(size.h) - mm(margin.top) - mm(margin.bottom)).toBeCloseTo(225, 1)
  })

  test('asks for a grid of 22 lines and 28 characters that fills the type area', async () => {
    const { xml } = await unpacked()
    const grid = tag(xml, 'docGrid')
    expect(grid.type).toBe('linesAndChars')
    const height = (225 / 25.4) * 1440
    const width = (156 / 25.4) * 72
    expect(Math.floor(height / Number(grid.linePitch))).toBe(22)
    expect(Math.floor(width / (16 + Number(grid.charSpace) / 4096))).toBe(28)
    // Lines are of that very height, so that Word's own spacing of the face never comes in.
    expect(tag(paragraphWith(xml, '经查'), 'spacing')).toMatchObject({ line: grid.linePitch, lineRule: 'exact' })
  })

  test('sets text in FangSong size 3, title in size 2, headings in their faces', async () => {
    const { xml } = await unpacked()
    const face = (text: string) => {
      const paragraph = paragraphWith(xml, text)
      return [tag(paragraph, 'rFonts').eastAsia, tag(paragraph, 'sz').val]
    }
    expect(face('经查')).toEqual(['仿宋', '32'])
    expect(face('督办事项')).toEqual(['黑体', '32'])
    expect(face('（一）')).toEqual(['楷体', '32'])
    expect(face('督办单')).toEqual(['方正小标宋简体', '44'])
    expect(face('抄送：')).toEqual(['仿宋', '28'])
  })

  test('has a red mark, a number in six-cornered brackets and the red line below it', async () => {
    const { xml } = await unpacked()
    const mark = paragraphWith(xml, '>南湖区项目攻坚指挥部办公室<')
    expect(tag(mark, 'color').val).toBe('d40000')
    expect(Number(tag(mark, 'spacing').before) * mmPerTwip).toBeCloseTo(35, 1)
    const number = paragraphWith(xml, '南督〔2026〕12号')
    expect(tag(number, 'bottom')).toMatchObject({ val: 'single', color: 'd40000' })
    expect((Number(tag(number, 'bottom').space) * 25.4) / 72).toBeCloseTo(4, 0)
  })

  test('indents paragraphs by two characters and leaves the recipient flush', async () => {
    const { xml } = await unpacked()
    const character = ((156 / 25.4) * 1440) / 28
    expect(Number(tag(paragraphWith(xml, '经查'), 'ind').firstLine)).toBeCloseTo(2 * character, -1)
    expect(paragraphWith(xml, '区自然资源和规划分局：')).not.toContain('<w:ind')
  })

  test('numbers odd pages right and even pages left, one character in, between dashes', async () => {
    const { entries, xml } = await unpacked()
    expect(entries['word/settings.xml']).toContain('evenAndOddHeaders')
    expect(xml.match(/<w:footerReference/g)).toHaveLength(2)
    const footers = Object.keys(entries).filter((name) => /^word\/footer\d+\.xml$/.test(name))
    const sides = footers.map((name) => {
      const footer = entries[name] ?? ''
      expect(footer).toContain('PAGE')
      expect(footer.match(/—/g)).toHaveLength(2)
      expect(tag(footer, 'sz').val).toBe('28')
      return [tag(footer, 'jc').val, tag(footer, 'ind')]
    })
    expect(sides).toEqual([
      ['right', { right: '280' }],
      ['left', { left: '280' }],
    ])
  })

  test('what is typed stays text', async () => {
    const { xml } = await unpacked({ paragraphs: paragraphsOf('甲</w:t><w:br/>&乙\u0001\uFFFE') })
    expect(xml).toContain('甲&lt;/w:t&gt;&lt;w:br/&gt;&amp;乙')
    expect(xml).not.toContain('\u0001')
  })

  test('a draft has neither number nor date', async () => {
    const { xml } = await unpacked({ number: null, date: null, printed: null, note: null, attachments: [] })
    expect(xml).not.toContain('〔')
    expect(xml).not.toContain('印发')
    expect(xml).not.toContain('附件')
  })
})
