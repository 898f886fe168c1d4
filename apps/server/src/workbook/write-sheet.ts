import { PassThrough, type Readable } from 'node:stream'
import type { CellFormat, CellValue, SheetColumn, SheetLayout } from '@guatu/derive'
import ExcelJS from 'exceljs'

const numberFormats: Readonly<Record<CellFormat, string>> = {
  // Text cells stay text when somebody edits them: =1+1 never becomes a formula.
  text: '@',
  decimal: '#,##0.##########',
  integer: '0',
  date: 'yyyy-mm-dd',
}

/** Rows that a template offers for filling in, with their drop-down lists. */
const offeredRows = 2_000

/** A list of choices within a validation is at most this long (ECMA-376, 18.3.1.33). */
const maxChoicesLength = 255

type Sheet = ExcelJS.Worksheet & { protect(password: string, options: object): unknown }

/**
 * Streams a workbook of one sheet: version row, locked key row, label row, then the rows as they come. Cells carry values
 * only, never a formula, whatever their text begins with.
 */
export function sheetStream(layout: SheetLayout, rows: AsyncIterable<readonly CellValue[]>): Readable {
  const stream = new PassThrough()
  void write(stream, layout, rows).catch((error: Error) => stream.destroy(error))
  return stream
}

async function write(
  stream: PassThrough,
  layout: SheetLayout,
  rows: AsyncIterable<readonly CellValue[]>,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const sheet = workbook.addWorksheet(layout.name, {
    views: [{ state: 'frozen', ySplit: layout.labelRow, xSplit: 3 }],
  }) as Sheet
  sheet.columns = layout.columns.map((column) => ({
    key: column.key,
    width: column.widthChars,
    hidden: column.hidden,
    style: { numFmt: numberFormats[column.format], protection: { locked: column.hidden || column.locked === true } },
  }))
  sheet.protect('', {
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  })
  for (const [at, column] of layout.columns.entries()) offerChoices(sheet, column, at, layout.firstDataRow)
  headRow(sheet, layout.versionRow, [layout.version], true)
  headRow(
    sheet,
    layout.keyRow,
    layout.columns.map((column) => column.key),
    true,
  )
  headRow(
    sheet,
    layout.labelRow,
    layout.columns.map((column) => column.label),
    false,
  )
  for await (const row of rows) {
    sheet
      .addRow(
        row.map((cell) => (typeof cell === 'object' && cell !== null ? new Date(`${cell.date}T00:00:00Z`) : cell)),
      )
      .commit()
    if (stream.writableNeedDrain) await drained(stream)
  }
  sheet.commit()
  await workbook.commit()
}

const drained = (stream: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    stream.once('drain', resolve)
    stream.once('close', resolve)
  })

function headRow(sheet: Sheet, number: number, texts: readonly string[], hidden: boolean): void {
  const row = sheet.getRow(number)
  texts.forEach((text, at) => {
    const cell = row.getCell(at + 1)
    cell.value = text
    cell.protection = { locked: true }
    cell.font = { bold: !hidden }
    cell.alignment = { wrapText: true, vertical: 'middle' }
  })
  row.hidden = hidden
  row.commit()
}

function offerChoices(sheet: Sheet, { choices, open, hidden }: SheetColumn, at: number, firstRow: number): void {
  const list = choices.join(',')
  if (choices.length === 0 || hidden || list.length > maxChoicesLength) return
  const column = sheet.getColumn(at + 1).letter
  const validations = (sheet as unknown as { dataValidations: { add(range: string, rule: object): void } })
    .dataValidations
  validations.add(`${column}${firstRow}:${column}${firstRow + offeredRows}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${list}"`],
    showErrorMessage: !open,
    errorTitle: '请从列表中选择',
    error: choices.join('、'),
  })
}
