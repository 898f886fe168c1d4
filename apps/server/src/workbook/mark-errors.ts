import { readFile } from 'node:fs/promises'
import { type CellRemark, cellText, columnIndex, type Grid } from '@guatu/ledger'
import ExcelJS from 'exceljs'
import { openFile } from './open-file.ts'

/** Above this the whole workbook is not rebuilt in memory: its faulty rows are handed back by themselves. */
const wholeFileBytes = 4 * 1024 * 1024

export interface MarkRequest {
  readonly path: string
  readonly fileName: string
  readonly fileBytes: number
  readonly sheet: string
  readonly headerRows: readonly number[]
  readonly errors: readonly CellRemark[]
}

/** The ledger with its bad cells in red, each with a comment that says what is wrong and what would be taken. */
export async function markErrors(request: MarkRequest): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const file = await readFile(request.path)
  const whole = request.fileBytes <= wholeFileBytes && file.subarray(0, 2).toString('latin1') === 'PK'
  const sheet = whole ? await originalSheet(workbook, file, request) : undefined
  if (sheet) markCells(sheet, request.errors, (row) => row)
  else faultyRows(workbook, await gridOf(file, request), request)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

async function originalSheet(
  workbook: ExcelJS.Workbook,
  file: Buffer,
  { sheet }: MarkRequest,
): Promise<ExcelJS.Worksheet | undefined> {
  try {
    await workbook.xlsx.load(file as unknown as ExcelJS.Buffer)
    return workbook.worksheets.find((candidate) => candidate.name.trim() === sheet.trim())
  } catch {
    // A workbook that only the other reader understands: its rows are handed back plain.
    for (const known of workbook.worksheets) workbook.removeWorksheet(known.id)
    return undefined
  }
}

async function gridOf(file: Buffer, { fileName, sheet }: MarkRequest): Promise<Grid> {
  const grids = await openFile(file, fileName)
  return grids.find((grid) => grid.sheet === sheet) ?? grids[0]!
}

/** Header and faulty rows in a sheet of their own; the first column says which row each was. */
function faultyRows(workbook: ExcelJS.Workbook, grid: Grid, { headerRows, errors }: MarkRequest): void {
  const target = workbook.addWorksheet('错误行')
  const rows = [...new Set([...headerRows, ...errors.map(({ row }) => row)])].sort((a, b) => a - b)
  const place = new Map(rows.map((row, at) => [row, at + 1]))
  for (const row of rows) {
    const texts = (grid.rows[row - 1] ?? []).map((cell) => cellText(cell) || null)
    target.addRow([...texts, headerRows.includes(row) ? '原表行号' : row])
  }
  markCells(target, errors, (row) => place.get(row)!)
}

function markCells(sheet: ExcelJS.Worksheet, errors: readonly CellRemark[], placeOf: (row: number) => number): void {
  for (const { row, column, message, accepted } of errors) {
    const at = column === null ? 0 : (columnIndex(column) ?? 0)
    const cell = sheet.getCell(placeOf(row), at + 1)
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF7C6C5' } }
    cell.border = { ...cell.border, bottom: { style: 'medium', color: { argb: 'FFC42B33' } } }
    cell.note = accepted ? `${message}\n可填：${accepted.join('、')}` : message
  }
}
