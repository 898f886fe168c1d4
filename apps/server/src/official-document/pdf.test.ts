import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { type OfficialDocument, paragraphsOf } from './document.ts'
import { findFaces } from './fonts.ts'
import { linePitch } from './format.ts'
import { pdfOf } from './pdf.ts'
import { sampleDocument } from './testing/sample.ts'

const mm = 72 / 25.4

/** A piece of text as the file has it; lengths in points, `y` from the upper edge of the sheet. */
interface Piece {
  readonly text: string
  readonly size: number
  readonly left: number
  readonly right: number
  readonly y: number
}

interface ReadPage {
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
}

/** Reads a PDF back with a reader that knows nothing of how it was made. */
async function readBack(document: OfficialDocument): Promise<ReadPage[]> {
  const faces = findFaces(process.env.GUATU_FONTS)
  if (faces.kind === 'refused') throw new Error(faces.refusals[0]?.message.en)
  const made = await pdfOf(document, faces.value)
  if (made.kind === 'refused') throw new Error(made.refusals[0]?.message.en)
  const file = await getDocumentProxy(new Uint8Array(made.value))
  const pages: ReadPage[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [size = 0, , , , left = 0, y = 0] = item.transform as number[]
      return [{ text: item.str, size, left, right: left + item.width, y: height - y }]
    })
    pages.push({ width, height, pieces })
  }
  return pages
}

const area = { left: 28 * mm, right: (28 + 156) * mm, top: 37 * mm, bottom: (37 + 225) * mm }
const isNumber = (piece: Piece) => /^— \d+ —$/.test(piece.text)
const body = (page: ReadPage) => page.pieces.filter((piece) => Math.abs(piece.size - 16) < 0.01)
const found = (page: ReadPage | undefined, text: string) => {
  const piece = page?.pieces.find((one) => one.text.includes(text))
  if (!piece) throw new Error(`no ${text} among ${page?.pieces.map((one) => one.text).join(' | ')}`)
  return piece
}

/** Debian's package is among what `npm test` installs; who may not install it has the refusal tested. */
const noFaces = findFaces(process.env.GUATU_FONTS).kind === 'refused'

describe.skipIf(noFaces)('an order as PDF, read back', () => {
  const long = '建设单位应当按照计划推进各项工作确保节点按期完成'.repeat(60)
  let pages: ReadPage[] = []
  beforeAll(async () => {
    pages = await readBack(sampleDocument({ paragraphs: paragraphsOf(`${long}\n完。`) }))
  })

  test('is on A4', () => {
    for (const { width, height } of pages) {
      expect(width / mm).toBeCloseTo(210, 1)
      expect(height / mm).toBeCloseTo(297, 1)
    }
  })

  test('keeps to the type area of 156 x 225 mm, 37 mm from above and 28 mm from the binding edge', () => {
    for (const piece of pages.flatMap((page) => page.pieces).filter((one) => !isNumber(one))) {
      expect(piece.left).toBeGreaterThan(area.left - 0.5)
      expect(piece.right).toBeLessThan(area.right + 0.5)
      expect(piece.y - 0.88 * piece.size).toBeGreaterThan(area.top - 0.5)
      expect(piece.y + 0.12 * piece.size).toBeLessThan(area.bottom + 0.5)
    }
  })

  test('has 22 lines of 28 characters on a full page, in size 3', () => {
    const lines = body(pages[1] as ReadPage)
    expect(lines).toHaveLength(22)
    for (const line of lines) {
      expect([...line.text]).toHaveLength(28)
      expect(line.left).toBeCloseTo(area.left, 1)
    }
    const pitches = lines.slice(1).map((line, index) => line.y - (lines[index] as Piece).y)
    for (const pitch of pitches) expect(pitch).toBeCloseTo((225 * mm) / 22, 1)
  })

  test('has its page numbers in size 4, 7 mm below, odd ones right and even ones left, one character in', () => {
    const numbers = pages.map((page) => page.pieces.find(isNumber) as Piece)
    expect(numbers.map((piece) => piece.text)).toEqual(pages.map((_, index) => `— ${index + 1} —`))
    for (const [index, piece] of numbers.entries()) {
      expect(piece.size).toBe(14)
      if (index % 2 === 0) expect(piece.right).toBeCloseTo(area.right - 14, 0)
      else expect(piece.left).toBeCloseTo(area.left + 14, 0)
      expect((piece.y - 0.38 * piece.size - area.bottom) / mm).toBeCloseTo(7, 1)
    }
  })

  test('has its mark 35 mm below the type area’s edge, its title in size 2, both in the middle', () => {
    const mark = pages[0]?.pieces.find((piece) => piece.size > 22) as Piece
    expect(mark.text).toBe('南湖区项目攻坚指挥部办公室')
    expect((mark.y - 0.88 * mark.size - area.top) / mm).toBeCloseTo(35, 1)
    const title = pages[0]?.pieces.filter((piece) => piece.size === 22) ?? []
    expect(title.map((piece) => piece.text).join('')).toContain('督办单')
    for (const piece of [mark, ...title]) expect((piece.left + piece.right) / 2 / mm).toBeCloseTo(28 + 78, 0)
  })

  test('shows text on its first page, recipient flush left, paragraphs two characters in', () => {
    expect(found(pages[0], '区自然资源和规划分局：').left).toBeCloseTo(area.left, 1)
    expect(found(pages[0], '建设单位应当').left).toBeCloseTo(area.left + (2 * 156 * mm) / 28, 1)
  })

  test('ends with name over date, four characters in, and the closing block at the foot', () => {
    const last = pages.at(-1)
    const date = last?.pieces.find((piece) => piece.text === '2026年11月22日' && piece.size === 16) as Piece
    expect(area.right - date.right).toBeGreaterThan((3.9 * 156 * mm) / 28)
    expect(area.right - date.right).toBeLessThan((4.1 * 156 * mm) / 28)
    const name = body(last as ReadPage).find((piece) => piece.text === '南湖区项目攻坚指挥部办公室') as Piece
    expect(date.y - name.y).toBeCloseTo(linePitch, 1)
    const printed = found(last, '印发')
    expect(printed.size).toBe(14)
    expect(printed.right).toBeCloseTo(area.right - 14, 0)
    expect(area.bottom - printed.y).toBeLessThan(linePitch)
    expect(printed.y - found(last, '抄送：').y).toBeCloseTo(linePitch, 1)
  })
})

test.skipIf(noFaces)('long names, Latin words and figures stay inside; nothing is lost', async () => {
  const name = '南湖区长三角一体化新能源汽车核心零部件产业园三期扩建提升工程项目'
  const text = `${name}ABC-2026（Model X-1000，投资1,234.56万元）<w:br/>&amp;\${x} https://example.org/a/very/long/address`
  const [page] = await readBack(sampleDocument({ recipient: name, signature: name, paragraphs: paragraphsOf(text) }))
  for (const piece of (page as ReadPage).pieces) expect(piece.right).toBeLessThan(area.right + 0.5)
  const whole = page?.pieces.map((piece) => piece.text).join('')
  expect(whole).toContain('<w:br/>&amp;')
  expect(whole).toContain('1,234.56')
})

describe('fonts', () => {
  test('none at all is refused in words', () => {
    const empty = mkdtempSync(join(tmpdir(), 'guatu-fonts-'))
    const outcome = findFaces(empty, [])
    expect(outcome.kind).toBe('refused')
    if (outcome.kind === 'refused') expect(outcome.refusals[0]).toMatchObject({ code: 'FONT_MISSING' })
  })

  test.skipIf(noFaces)('a character that no face has is named, never left out', async () => {
    const faces = findFaces(undefined)
    if (faces.kind === 'refused') throw new Error('fonts-noto-cjk is missing')
    const outcome = await pdfOf(sampleDocument({ recipient: '😀局' }), faces.value)
    expect(outcome.kind).toBe('refused')
    if (outcome.kind === 'refused') expect(outcome.refusals[0]?.message.zh).toContain('😀')
  })
})
