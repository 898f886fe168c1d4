import ExcelJS from 'exceljs'

type LayoutCell =
  | string
  | number
  | null
  | { readonly date: string; readonly format: string }
  | { readonly formula: string; readonly value: number | string | null }
  | { readonly error: string }

/** A ledger as a fixture describes it: cells, merges, hidden rows. */
export interface Layout {
  readonly sheet: string
  readonly merges: readonly string[]
  readonly hiddenRows: readonly number[]
  readonly rows: readonly (readonly LayoutCell[])[]
}

function cellValue(cell: Exclude<LayoutCell, null>): ExcelJS.CellValue {
  if (typeof cell !== 'object') return cell
  if ('date' in cell) return new Date(`${cell.date}T00:00:00Z`)
  if ('formula' in cell) return { formula: cell.formula, result: cell.value ?? undefined } as ExcelJS.CellFormulaValue
  return { error: cell.error } as ExcelJS.CellErrorValue
}

/** The bytes of a workbook with one sheet of this layout. */
export async function layoutWorkbook(layout: Layout): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(layout.sheet)
  layout.rows.forEach((row, rowAt) => {
    row.forEach((cell, columnAt) => {
      if (cell === null) return
      const target = sheet.getCell(rowAt + 1, columnAt + 1)
      target.value = cellValue(cell)
      if (typeof cell === 'object' && 'format' in cell) target.numFmt = cell.format
    })
  })
  for (const merge of layout.merges) sheet.mergeCells(merge)
  for (const row of layout.hiddenRows) sheet.getRow(row).hidden = true
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
