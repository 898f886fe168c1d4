/**
 * A sheet as the readers hand it over, free of any file format. Indexes are from 0; a report speaks of rows from 1 and
 * of column letters, as the spreadsheet shows them.
 */
export interface Grid {
  readonly sheet: string
  readonly rows: readonly (readonly Cell[])[]
  readonly merges: readonly MergeRange[]
  readonly hidden?: boolean
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  /** What the file's reader left out of cells. */
  readonly remarks?: readonly GridRemark[]
}

export interface GridRemark {
  readonly row: number
  readonly column: number
  readonly message: string
}

export interface MergeRange {
  readonly startRow: number
  readonly startColumn: number
  readonly endRow: number
  readonly endColumn: number
}

export type Cell = string | number | boolean | null | DateCell | FormulaCell | ErrorCell

/** A cell that the spreadsheet keeps as a date. The number format says how much of it was meant: `2024年3月` shows no day. */
export interface DateCell {
  readonly kind: 'date'
  /** ISO day. */
  readonly date: string
  readonly precision: 'day' | 'month' | 'year'
}

export interface FormulaCell {
  readonly kind: 'formula'
  /** Without the leading `=`. */
  readonly formula: string
  /** What the spreadsheet computed last, or null where the file does not keep it. */
  readonly value: string | number | boolean | null | DateCell
}

/** `#REF!`, `#N/A` and the like. */
export interface ErrorCell {
  readonly kind: 'error'
  readonly code: string
}

export function columnLetter(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** Index of a column letter, or null when it is none. */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null
  let index = 0
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

/**
 * Shortest decimal text of a spreadsheet's number, at most 15 significant digits: that is what a spreadsheet shows and
 * takes, further digits are noise of its binary storage (227133.67000000001 was typed as 227133.67).
 */
export function numberText(value: number): string {
  const shortest = String(value)
  // Fifteen digits and a point: nothing to round, and no exponent to write out.
  if (shortest.length <= 16 && !shortest.includes('e')) return shortest
  const rounded = String(Number(value.toPrecision(15)))
  if (!/e/i.test(rounded)) return rounded
  const [mantissa = '', exponent = '0'] = rounded.toLowerCase().split('e')
  const negative = mantissa.startsWith('-')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const places = Number(exponent)
  const digits = whole + fraction
  const point = whole.length + places
  const text =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`
  return `${negative ? '-' : ''}${text.replace(/\.$/, '')}`
}

const dateText = (cell: DateCell): string => {
  const [year, month] = cell.date.split('-')
  if (cell.precision === 'year') return `${year}年`
  return cell.precision === 'month' ? `${year}年${Number(month)}月` : cell.date
}

/** What a reader of the sheet sees in a cell, line breaks kept, outer space trimmed. Empty text for an empty cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell.trim()
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (cell.kind === 'date') return dateText(cell)
  return cell.kind === 'formula' ? cellText(cell.value) : cell.code
}

export function isBlank(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true
  return typeof cell === 'string' ? cell.trim() === '' : typeof cell === 'object' && cellText(cell) === ''
}

export const isFormula = (cell: Cell | undefined): cell is FormulaCell =>
  typeof cell === 'object' && cell !== null && cell.kind === 'formula'
