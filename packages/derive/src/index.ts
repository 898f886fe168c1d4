export { type Column, type ColumnFilter, type ColumnFormat, columnsOf } from './columns.ts'
export { dateText } from './date-text.ts'
export { playbookDocument } from './document/document.ts'
export { type FormField, type FormGroup, type FormInput, type FormItem, formOf } from './form.ts'
export { documentSchema } from './schema.ts'
export { fromCell, toCell } from './sheet/cell.ts'
export type { CellValue, SheetContext } from './sheet/context.ts'
export {
  type CellFormat,
  readSheetVersion,
  type SheetColumn,
  type SheetLayout,
  sheetLayout,
  sheetVersion,
} from './sheet/layout.ts'
export { type ShowContext, showValue } from './show-value.ts'
