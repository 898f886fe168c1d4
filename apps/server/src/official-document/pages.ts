import { closingBlock, closingCells } from './closing.ts'
import type { Face, OfficialDocument } from './document.ts'
import { flowOf } from './flow.ts'
import {
  characterPitch,
  linePitch,
  linesPerPage,
  lineWidths,
  markDrop,
  markSize,
  pageNumberDrop,
  red,
  redLineDrop,
  sizes,
  typeArea,
} from './format.ts'
import { type Advance, ascent, baselineOf, measureOf, type Page, type Rule, type Run, runsOf, widthIn } from './grid.ts'

/** The red head of the first page, and the line of the grid where the title begins. */
function headOf(document: OfficialDocument, advance: Advance): Page & { readonly nextCell: number } {
  const runs: Run[] = []
  const centred = (text: string, face: Face, size: number, baseline: number, color?: string) => {
    const measure = measureOf(advance, size)
    const x = typeArea.left + (typeArea.width - widthIn(face, text, measure)) / 2
    const gap = size === sizes.body ? characterPitch - sizes.body : 0
    runs.push({ text, face, size, x, baseline, gap, ...(color ? { color } : {}) })
  }
  if (document.urgency) {
    const baseline = baselineOf(0, sizes.body)
    runs.push({ text: document.urgency, face: 'heading', size: sizes.body, x: typeArea.left, baseline, gap: 0 })
  }
  const size = markSize(document.mark)
  centred(document.mark, 'title', size, typeArea.top + markDrop + ascent * size, red)
  // 7.2.5: two empty lines between the mark and the number.
  const numberCell = Math.ceil((markDrop + size) / linePitch + 2 - 0.25)
  if (document.number) centred(document.number, 'text', sizes.body, baselineOf(numberCell, sizes.body))
  const y = typeArea.top + numberCell * linePitch + (linePitch + sizes.body) / 2 + redLineDrop
  // 7.3.1: the title stands two empty lines below the red one.
  return { runs, rules: [{ y, width: lineWidths.red, color: red }], nextCell: numberCell + 3 }
}

/** 7.5: below the type area, between dashes, on odd pages one character from the right, on even ones from the left. */
function pageNumberOf(number: number, advance: Advance): Run {
  const text = `— ${number} —`
  const size = sizes.small
  const width = widthIn('number', text, measureOf(advance, size))
  const inside = size
  const x = number % 2 === 1 ? typeArea.left + typeArea.width - inside - width : typeArea.left + inside
  // The dash lies at 0.38 em above the baseline; it is what the 7 mm are measured to.
  const baseline = typeArea.top + typeArea.height + pageNumberDrop + 0.38 * size
  return { text, face: 'number', size, x, baseline, gap: 0 }
}

/** Lays a document out: pages of positioned text and lines. */
export function layOut(document: OfficialDocument, advance: Advance): Page[] {
  const measure = measureOf(advance, sizes.body)
  const head = headOf(document, advance)
  const pages: { runs: Run[]; rules: Rule[] }[] = [{ runs: [...head.runs], rules: [...head.rules] }]
  let cell = head.nextCell
  const turn = () => {
    pages.push({ runs: [], rules: [] })
    cell = 0
  }
  for (const block of flowOf(document, measure)) {
    // What belongs together turns the page together, unless it would not fit a page at all.
    if (cell > 0 && cell + block.rows.length > linesPerPage && block.rows.length <= linesPerPage) turn()
    for (const row of block.rows) {
      if (cell >= linesPerPage) turn()
      if (row) pages.at(-1)?.runs.push(...runsOf(row, cell, block.size, measureOf(advance, block.size)))
      // Nothing is left empty at the top of a further page.
      if (row || cell > 0) cell += 1
    }
  }
  if (document.printed) {
    if (cell + closingCells(document, advance) > linesPerPage) turn()
    const closing = closingBlock(document, advance)
    pages.at(-1)?.runs.push(...closing.runs)
    pages.at(-1)?.rules.push(...closing.rules)
  }
  return pages.map((page, index) => ({ ...page, runs: [...page.runs, pageNumberOf(index + 1, advance)] }))
}
