import type { Face, Span } from './document.ts'

/** One character in its face. */
export interface Glyph {
  readonly face: Face
  readonly char: string
}

/** Advance of a character in points, with whatever the grid adds to each. */
export type Measure = (glyph: Glyph) => number

/** A line ready to be set: `gap` is added behind each character but the last, so that full lines end flush. */
export interface Line {
  readonly glyphs: readonly Glyph[]
  readonly indent: number
  readonly gap: number
}

/** Marks that no line may begin with, and those that no line may end with (GB/T 15834-2011, 5.1). */
const closing = '，。、；：？！）〕】》〉』」”’％…—·,.;:?!)]}%'
const opening = '（〔【《〈『「“‘([{'

/** Between two of these no line breaks: words, numbers and their signs stay whole. */
const isJoined = (char: string): boolean => /[\p{Script=Latin}\p{Nd}.,:/%+_@#&'-]/u.test(char) && char !== '，'

export const glyphsOf = (spans: readonly Span[]): Glyph[] =>
  spans.flatMap(({ face, text }) => [...text].map((char) => ({ face, char })))

/** The smallest runs that stay together on one line. */
function unitsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const units: Glyph[][] = []
  for (const glyph of glyphs) {
    const before = units.at(-1)
    const last = before?.at(-1)?.char ?? ''
    const together =
      before !== undefined &&
      (closing.includes(glyph.char) || opening.includes(last) || (isJoined(last) && isJoined(glyph.char)))
    if (together) before.push(glyph)
    else units.push([glyph])
  }
  return units
}

const widthOf = (glyphs: readonly Glyph[], measure: Measure): number =>
  glyphs.reduce((sum, glyph) => sum + measure(glyph), 0)

/** Floating point: 28 pitches may come out a hair wider than the type area. */
const tolerance = 0.01

/** A run that is wider than a whole line breaks anywhere: an address of a web page, a number of sixty digits. */
function splitWide(unit: readonly Glyph[], measure: Measure, width: number): Glyph[][] {
  if (widthOf(unit, measure) <= width + tolerance) return [[...unit]]
  const parts: Glyph[][] = [[]]
  for (const glyph of unit) {
    const part = parts.at(-1) as Glyph[]
    if (part.length > 0 && widthOf([...part, glyph], measure) > width + tolerance) parts.push([glyph])
    else part.push(glyph)
  }
  return parts
}

const isSpace = (glyph: Glyph | undefined): boolean => glyph?.char === ' '

function trimmed(glyphs: readonly Glyph[]): Glyph[] {
  let end = glyphs.length
  while (end > 0 && isSpace(glyphs[end - 1])) end--
  let start = 0
  while (start < end && isSpace(glyphs[start])) start++
  return glyphs.slice(start, end)
}

/** Fills lines of `width`, the first `first` in and the others `rest` in. Every line but the last is spread to its end. */
export function breakLines(
  glyphs: readonly Glyph[],
  measure: Measure,
  { width, first, rest }: { readonly width: number; readonly first: number; readonly rest: number },
): Line[] {
  const rows: Glyph[][] = [[]]
  const room = () => width - (rows.length === 1 ? first : rest)
  for (const whole of unitsOf(glyphs)) {
    for (const unit of splitWide(whole, measure, width - Math.max(first, rest))) {
      const row = rows.at(-1) as Glyph[]
      const fits = widthOf(trimmed([...row, ...unit]), measure) <= room() + tolerance
      if (fits || row.length === 0) row.push(...unit)
      else rows.push([...unit])
    }
  }
  return rows.map((row, index) => {
    const set = trimmed(row)
    const indent = index === 0 ? first : rest
    const own = widthOf(set, measure)
    const spread = index < rows.length - 1 && set.length > 1
    const gap = spread ? Math.max(0, width - indent - own) / (set.length - 1) : 0
    return { glyphs: set, indent, gap }
  })
}

/** Wide characters count as one, Latin ones as half: how long a text is where no font is at hand. */
export const lengthInCharacters = (text: string): number =>
  [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1), 0)

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words with the marks that cling to them. */
function titleParts(title: string): string[] {
  const parts: string[] = []
  for (const { segment } of words.segment(title)) {
    const before = parts.at(-1)
    if (before !== undefined && (closing.includes(segment[0] ?? '') || opening.includes(before.at(-1) ?? '')))
      parts[parts.length - 1] = before + segment
    else parts.push(segment)
  }
  return parts
}

/** 7.3.1: a title over several lines breaks between words into lines of about the same length, at most `longest` each. */
export function breakTitle(title: string, longest: number): string[] {
  const total = lengthInCharacters(title)
  const parts = titleParts(title).flatMap((part) => (lengthInCharacters(part) > longest ? [...part] : [part]))
  for (let count = Math.max(1, Math.ceil(total / longest)); ; count++) {
    const rows = ['']
    let used = 0
    for (const part of parts) {
      const length = lengthInCharacters(part)
      const row = rows.at(-1) as string
      // A part goes where its middle belongs.
      const isNext = row !== '' && rows.length < count && used + length / 2 > (total / count) * rows.length
      if (isNext) rows.push(part)
      else rows[rows.length - 1] = row + part
      used += length
    }
    const rowsTrimmed = rows.map((row) => row.trim()).filter((row) => row !== '')
    if (rowsTrimmed.every((row) => lengthInCharacters(row) <= longest) || count > title.length) return rowsTrimmed
  }
}
