import { dateText, type OfficialDocument } from './document.ts'
import { linePitch, linesPerPage, lineWidths, sizes, typeArea } from './format.ts'
import { type Advance, measureOf, type Page, runsOf, setLine, widthIn } from './grid.ts'
import { breakLines, glyphsOf, type Line } from './lines.ts'

/** 7.4: 四号 throughout, one character in on either side; names that go on begin behind the colon. */
function copyLines(document: OfficialDocument, advance: Advance): Line[] {
  if (document.copies.length === 0) return []
  const measure = measureOf(advance, sizes.small)
  const text = `抄送：${document.copies.join('，')}。`
  const options = { width: typeArea.width - sizes.small, first: sizes.small, rest: 4 * sizes.small }
  return breakLines(glyphsOf([{ face: 'text', text }]), measure, options).map((line) => ({ ...line, gap: 0 }))
}

/** Lines of the grid that 版记 takes. */
export const closingCells = (document: OfficialDocument, advance: Advance): number =>
  document.printed ? copyLines(document, advance).length + 1 : 0

/** 版记 at the foot of the last page: 抄送 over 印发机关 and 印发日期; its last line is the edge of the type area. */
export function closingBlock(document: OfficialDocument, advance: Advance): Page {
  if (!document.printed) return { runs: [], rules: [] }
  const measure = measureOf(advance, sizes.small)
  const copies = copyLines(document, advance)
  const printedOn = `${dateText(document.printed.on)}印发`
  const last = linesPerPage - 1
  const lineAbove = (cell: number) => typeArea.top + cell * linePitch
  const rows = [
    ...copies.map((line, index) => ({ line, cell: last - copies.length + index })),
    { line: setLine('text', document.printed.by, sizes.small), cell: last },
    {
      line: setLine('text', printedOn, typeArea.width - sizes.small - widthIn('text', printedOn, measure)),
      cell: last,
    },
  ]
  const thin = copies.length > 0 ? [{ y: lineAbove(last), width: lineWidths.thin }] : []
  return {
    runs: rows.flatMap(({ line, cell }) => runsOf(line, cell, sizes.small, measure)),
    rules: [
      { y: lineAbove(last - copies.length), width: lineWidths.thick },
      ...thin,
      { y: typeArea.top + typeArea.height, width: lineWidths.thick },
    ],
  }
}
