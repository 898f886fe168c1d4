import { type Cell, columnLetter, type Grid, type GridRemark, numberText, shownFigure } from '@guatu/ledger'
import { type CellValue, HucreError, type Sheet } from 'hucre'
import { readXlsx as parseXlsx } from 'hucre/xlsx'
import { type CellFormat, cellsWithStyles, partText, tellingStyles } from './cell-formats.ts'
import { checkZip } from './check-zip.ts'
import { contentRange } from './content-range.ts'
import { FileRefused, fileRefusals } from './file-refusal.ts'
import { fileLimits } from './limits.ts'
import { textOfRuns } from './rich-text.ts'
import { sheetParts } from './sheet-parts.ts'
import type { ZipEntry } from './zip.ts'

/** Reads an .xlsx into grids, hidden sheets included. Throws a refusal for what is not safe or not whole. */
export async function readXlsx(file: Buffer): Promise<Grid[]> {
  const entries = checkZip(file)
  if (![...entries.keys()].some((name) => /^xl\/workbook\.xml$/i.test(name)))
    throw new FileRefused(fileRefusals.notSpreadsheet())
  const text: PartReader = (name) => partText(file, entries, name, fileLimits.partBytes) ?? ''
  const parts = sheetParts(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))
  checkStrings(entries, parts, text)
  const sheets = await parse(file, parts, text)
  const styles = tellingStyles(text('xl/styles.xml'))
  const date1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(1|true)"/.test(text('xl/workbook.xml'))
  return sheets.map((sheet) => {
    // Only a sheet of a workbook with such styles is looked into.
    const formats = styles.size > 0 ? cellsWithStyles(text(parts.get(sheet.name) ?? ''), styles) : new Map()
    return gridOf(sheet, formats, date1904)
  })
}

/** Text of a part of the workbook; empty where it has none of that name. */
type PartReader = (name: string) => string

/** Cells may point to a list of texts that got lost: without it they would be blank. */
function checkStrings(
  entries: ReadonlyMap<string, ZipEntry>,
  parts: ReadonlyMap<string, string>,
  text: PartReader,
): void {
  if ([...entries.keys()].some((name) => /sharedstrings\.xml$/i.test(name))) return
  for (const part of parts.values()) {
    if (/<(?:\w+:)?c\s[^>]*\bt="s"/.test(text(part))) throw new FileRefused(fileRefusals.damaged())
  }
}

async function parse(file: Buffer, parts: ReadonlyMap<string, string>, text: PartReader): Promise<Sheet[]> {
  try {
    return (await parseXlsx(file)).sheets
  } catch (error) {
    if (error instanceof FileRefused) throw error
    if (error instanceof HucreError && /cells\), over the/.test(error.message))
      return await parseWithin(file, parts, text)
    throw new FileRefused(fileRefusals.damaged())
  }
}

/** Reads each sheet as far as it holds something; one that holds something too far out is refused, never cut off. */
async function parseWithin(file: Buffer, parts: ReadonlyMap<string, string>, text: PartReader): Promise<Sheet[]> {
  const sheets: Sheet[] = []
  for (const [name, part] of parts) {
    const xml = text(part)
    // A sheet of nothing but a chart has no cells.
    if (!/<(?:\w+:)?worksheet\b/.test(xml)) continue
    const range = contentRange(xml)
    if (range === null) throw new FileRefused(fileRefusals.tooManyCells())
    try {
      sheets.push(...(await parseXlsx(file, { range, sheets: [name] })).sheets)
    } catch {
      throw new FileRefused(fileRefusals.tooManyCells())
    }
  }
  return sheets
}

function gridOf(sheet: Sheet, formats: ReadonlyMap<string, CellFormat>, date1904: boolean): Grid {
  const details = sheet.cells ?? new Map()
  const remarks: GridRemark[] = []
  const cells = sheet.rows.map((row, rowAt) =>
    row.map((value, columnAt): Cell => {
      const detail = details.get(`${rowAt},${columnAt}`)
      const format = formats.size > 0 ? formats.get(`${columnLetter(columnAt)}${rowAt + 1}`) : undefined
      if (detail?.richText && typeof value === 'string') {
        const { text, note } = textOfRuns(detail.richText)
        if (note) remarks.push({ row: rowAt, column: columnAt, message: note })
        return text === '' ? null : text
      }
      const plain = plainCell(value, format, date1904)
      if (detail?.type === 'error') return { kind: 'error', code: String(value) }
      if (detail?.formula === undefined) return plain
      return { kind: 'formula', formula: detail.formula, value: plain }
    }),
  )
  const hiddenRows = [...(sheet.rowDefs ?? [])].filter(([, row]) => row.hidden).map(([row]) => row)
  return {
    sheet: sheet.name,
    rows: cells,
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      startRow,
      startColumn: startCol,
      endRow,
      endColumn: endCol,
    })),
    hidden: Boolean(sheet.hidden || sheet.veryHidden),
    hiddenRows,
    ...(remarks.length > 0 ? { remarks } : {}),
    hiddenColumns: (sheet.columns ?? []).flatMap((column, at) => (column.hidden ? [at] : [])),
  }
}

type PlainCell = Exclude<Cell, { kind: 'formula' } | { kind: 'error' }>

function plainCell(value: CellValue, format: CellFormat | undefined, date1904: boolean): PlainCell {
  if (typeof value === 'number' && format) return formatted(value, format, date1904)
  if (!(value instanceof Date)) return value === '' ? null : value
  if (Number.isNaN(value.getTime())) return null
  const iso = value.toISOString()
  // A time of day alone is kept as a date of the epoch's first days.
  if (value.getUTCFullYear() < 1901) return iso.slice(11, 16)
  return { kind: 'date', date: iso.slice(0, 10), precision: format?.kind === 'date' ? format.precision : 'day' }
}

/** Days from the first of January 1904 to the serial numbers of the other system (ECMA-376, 18.17.4.1). */
const days1904 = 1462

/** A number as its format shows it; e"年"m"月" is a date that the reader below knows nothing of. */
function formatted(value: number, format: CellFormat, date1904: boolean): PlainCell {
  if (format.kind === 'figure') return shownFigure(numberText(value), format.format)
  const day = new Date(Date.UTC(1899, 11, 30) + (Math.floor(value) + (date1904 ? days1904 : 0)) * 86_400_000)
  if (value < 1 || Number.isNaN(day.getTime())) return value
  return { kind: 'date', date: day.toISOString().slice(0, 10), precision: format.precision }
}
