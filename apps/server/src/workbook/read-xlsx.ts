import { type Cell, columnLetter, type Grid } from '@guatu/ledger'
import { type CellValue, HucreError, type Sheet } from 'hucre'
import { readXlsx as parseXlsx } from 'hucre/xlsx'
import { checkZip } from './check-zip.ts'
import { cellsWithStyles, partText, type ShownPrecision, vagueDateStyles } from './date-formats.ts'
import { FileRefused, fileRefusals } from './file-refusal.ts'
import { fileLimits } from './limits.ts'
import { sheetParts } from './sheet-parts.ts'
import type { ZipEntry } from './zip.ts'

/** Reads an .xlsx into grids, hidden sheets included. Throws a refusal for what is not safe or not whole. */
export async function readXlsx(file: Buffer): Promise<Grid[]> {
  const entries = checkZip(file)
  if (![...entries.keys()].some((name) => /^xl\/workbook\.xml$/i.test(name)))
    throw new FileRefused(fileRefusals.notSpreadsheet())
  const sheets = await parse(file)
  const vague = vagueDates(file, entries)
  return sheets.map((sheet) => gridOf(sheet, vague(sheet)))
}

async function parse(file: Buffer): Promise<Sheet[]> {
  try {
    return (await parseXlsx(file)).sheets
  } catch (error) {
    if (error instanceof FileRefused) throw error
    if (error instanceof HucreError && /cells\), over the/.test(error.message)) return await parseWithin(file)
    throw new FileRefused(fileRefusals.damaged())
  }
}

/** Formatting may reach to the last row of a sheet that holds a hundred; rows beyond any ledger are not read then. */
async function parseWithin(file: Buffer): Promise<Sheet[]> {
  try {
    return (await parseXlsx(file, { range: 'A1:GR60000' })).sheets
  } catch {
    throw new FileRefused(fileRefusals.tooManyCells())
  }
}

/** Finds the dates of a sheet that are shown without their day; looks into the sheets only when such a style exists. */
function vagueDates(
  file: Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
): (sheet: Sheet) => ReadonlyMap<string, ShownPrecision> {
  const text = (name: string): string => partText(file, entries, name, fileLimits.partBytes) ?? ''
  const styles = vagueDateStyles(text('xl/styles.xml'))
  if (styles.size === 0) return () => new Map()
  const parts = sheetParts(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))
  return (sheet) => cellsWithStyles(text(parts.get(sheet.name) ?? ''), styles)
}

function gridOf(sheet: Sheet, vague: ReadonlyMap<string, ShownPrecision>): Grid {
  const details = sheet.cells ?? new Map()
  const cells = sheet.rows.map((row, rowAt) =>
    row.map((value, columnAt): Cell => {
      const detail = details.get(`${rowAt},${columnAt}`)
      const precision = vague.size > 0 ? vague.get(`${columnLetter(columnAt)}${rowAt + 1}`) : undefined
      const plain = plainCell(value, precision)
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
    hiddenColumns: (sheet.columns ?? []).flatMap((column, at) => (column.hidden ? [at] : [])),
  }
}

type PlainCell = Exclude<Cell, { kind: 'formula' } | { kind: 'error' }>

function plainCell(value: CellValue, precision: ShownPrecision | undefined): PlainCell {
  if (!(value instanceof Date)) return value === '' ? null : value
  if (Number.isNaN(value.getTime())) return null
  const iso = value.toISOString()
  // A time of day alone is kept as a date of the epoch's first days.
  if (value.getUTCFullYear() < 1901) return iso.slice(11, 16)
  return { kind: 'date', date: iso.slice(0, 10), precision: precision ?? 'day' }
}
