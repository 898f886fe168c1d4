export type TableColumn = 'name' | 'leadOrg' | 'workdays' | 'float' | 'lamp'

const widths: Record<Exclude<TableColumn, 'name'>, number> = { leadOrg: 96, workdays: 50, float: 50, lamp: 86 }
const LEAST_NAME_WIDTH = 150

/** Dropped in this order as the table narrows; the name and the lamp always stay. */
const expendable: readonly TableColumn[] = ['leadOrg', 'workdays', 'float']

/** The columns that fit a table of the width, in order, and their CSS grid template. */
export function tableColumns(tableWidth: number): {
  readonly columns: readonly TableColumn[]
  readonly template: string
} {
  let columns: TableColumn[] = ['name', 'leadOrg', 'workdays', 'float', 'lamp']
  const nameWidth = () =>
    columns.reduce((left, column) => (column === 'name' ? left : left - widths[column]), tableWidth)
  for (const column of expendable) {
    if (nameWidth() >= LEAST_NAME_WIDTH) break
    columns = columns.filter((entry) => entry !== column)
  }
  const template = columns.map((column) => (column === 'name' ? 'minmax(0, 1fr)' : `${widths[column]}px`)).join(' ')
  return { columns, template }
}
