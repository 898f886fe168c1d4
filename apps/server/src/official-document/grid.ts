import { dateText, type Face, type OfficialDocument } from './document.ts'
import { characterPitch, charactersPerLine, linePitch, sizes, typeArea } from './format.ts'
import { glyphsOf, type Line, type Measure } from './lines.ts'

/** Characters side by side in one face; `gap` stands behind each. */
export interface Run {
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly x: number
  /** From the upper edge of the sheet. */
  readonly baseline: number
  readonly gap: number
  readonly color?: string
}

/** A horizontal line across the type area. */
export interface Rule {
  readonly y: number
  readonly width: number
  readonly color?: string
}

export interface Page {
  readonly runs: readonly Run[]
  readonly rules: readonly Rule[]
}

/** Advance of a character in a face, in ems. */
export type Advance = (face: Face, char: string) => number

/** Where the baseline of a Chinese face divides the em square: 0.88 above, 0.12 below. */
export const ascent = 0.88

/** The baseline of text of `size` in the middle of the type area's line `cell`. */
export const baselineOf = (cell: number, size: number): number =>
  typeArea.top + cell * linePitch + (linePitch - size) / 2 + ascent * size

/** Measures text of the body's size on the grid of 28 characters, or of another size as it is. */
export const measureOf =
  (advance: Advance, size: number): Measure =>
  ({ face, char }) =>
    advance(face, char) * size + (size === sizes.body ? characterPitch - sizes.body : 0)

/** The advance of a text in one face. */
export const widthIn = (face: Face, text: string, measure: Measure): number =>
  glyphsOf([{ face, text }]).reduce((sum, glyph) => sum + measure(glyph), 0)

/** A text as it stands, in one line. */
export const setLine = (face: Face, text: string, indent: number): Line => ({
  glyphs: glyphsOf([{ face, text }]),
  indent,
  gap: 0,
})

/** A line of the flow as runs, one for each face in it. */
export function runsOf(line: Line, cell: number, size: number, measure: Measure): Run[] {
  const runs: Run[] = []
  let x = typeArea.left + line.indent
  const gap = line.gap + (size === sizes.body ? characterPitch - sizes.body : 0)
  for (const glyph of line.glyphs) {
    const last = runs.at(-1)
    if (last?.face === glyph.face) runs[runs.length - 1] = { ...last, text: last.text + glyph.char }
    else runs.push({ text: glyph.char, face: glyph.face, size, x, baseline: baselineOf(cell, size), gap })
    x += measure(glyph) + line.gap
  }
  return runs
}

/** The widest title line, in characters of its own size: two characters of the body stay free on either side. */
export const longestTitleLine = Math.floor(((charactersPerLine - 4) * characterPitch) / sizes.title)

/** 署名 and 成文日期 of a document that is sealed: the date four characters in, the name centred over it (7.3.5.1). */
export function signatureIndents(document: OfficialDocument, measure: Measure) {
  const date = document.date ? dateText(document.date) : ''
  const dateWidth = widthIn('text', date, measure)
  const dateIndent = typeArea.width - 4 * characterPitch - dateWidth
  const nameWidth = widthIn('text', document.signature, measure)
  const centred = dateIndent + (dateWidth - nameWidth) / 2
  const nameIndent = Math.max(0, Math.min(centred, typeArea.width - nameWidth))
  return { date, dateIndent, nameIndent }
}
