import { cellText } from '../grid/grid.ts'
import { spreadCell } from '../grid/merges.ts'
import { compact } from '../text/normalise.ts'
import { hasNumber, type RowContext, type SkipReason } from './classify.ts'

/** What a row that reads like a project turns out to be beside its neighbours, and what to say of it. */
export interface GroupRow {
  readonly reason: SkipReason | null
  readonly message: string | null
  /** Its amounts are parts of the project's above. */
  readonly subItem?: boolean
}

/** Look-ahead and look-back of a group; no project has more parts. */
const farthest = 300
const mostSubItems = 60

const counted = /[(]共?\d+[个项][^)]*[)]$/
const bracketed = /^[(【[][^)】\]]*[)】\]]$/

/**
 * Rows that hold the sum of others, or a further line of the project above. Such a row is no project when the sums prove
 * it; when only its looks speak for it, it is read and pointed out.
 */
export function groupRow(row: number, context: RowContext): GroupRow | null {
  const serial = serialOf(row, context)
  const kind = subKind(serial)
  if (kind) return subItem(row, kind, context)
  if (context.serialColumn === null) {
    if (context.textColumns.length === 0)
      return sumsFollowing(row, context)
        ? { reason: null, message: '金额等于下面几行之和：如果是分类的合计，请删去，以免重复计算' }
        : null
    return isSparse(row, context) && sumsFollowing(row, context) ? sumOf('没有其他内容') : null
  }
  if (!context.arabicSerials || hasNumber(compact(serial))) return null
  return compact(cellText(context.grid.rows[row]?.[context.titleColumn])) === ''
    ? namelessRow(row, serial, context)
    : unnumberedRow(row, context)
}

const sumOf = (why: string): GroupRow => ({
  reason: 'section',
  message: `这一行${why}，金额等于下面各行之和，按分类的合计跳过`,
})

function namelessRow(row: number, serial: string, context: RowContext): GroupRow | null {
  if (!context.serialsFilled) return null
  const own = (columns: readonly number[]): boolean =>
    columns.some((column) => cellText(context.grid.rows[row]?.[column]) !== '')
  // 大桥镇 in the column of numbers, with a sum: a heading.
  if (/\p{Script=Han}{2}/u.test(serial)) return own(context.textColumns) ? null : { reason: 'section', message: null }
  return serial === '' && own(context.textColumns) && !own(context.valueColumns)
    ? { reason: 'continuation', message: null }
    : null
}

function unnumberedRow(row: number, context: RowContext): GroupRow | null {
  const title = compact(titleOf(row, context))
  const figures = textsIn(row, context.valueColumns, context)
  if (figures.length === 0)
    return context.serialsFilled && bracketed.test(title) ? { reason: 'continuation', message: null } : null
  if (counted.test(title)) return { reason: 'section', message: null }
  if (sumsFollowing(row, context)) return sumOf('没有序号')
  return context.serialsFilled && isSparse(row, context)
    ? { reason: null, message: '其他行有序号，这一行没有，也没有责任单位等内容：如果是分类的合计，请删去' }
    : null
}

/** Nothing but a name and figures, while the rows below have more. */
function isSparse(row: number, context: RowContext): boolean {
  if (textsIn(row, context.textColumns, context).length > 0) return false
  return context.textColumns.length > 0 && textsIn(row + 1, context.textColumns, context).length > 0
}

/** Whether every figure of the row is the sum of the first rows below it that are projects. */
function sumsFollowing(row: number, context: RowContext): boolean {
  const columns = context.moneyColumns.filter((column) => amountAt(row, column, context) !== null)
  const wanted = columns.map((column) => amountAt(row, column, context)!)
  if (wanted.length === 0 || wanted[0]! <= 0) return false
  const sums = wanted.map(() => 0)
  let children = 0
  for (let below = row + 1; below <= row + farthest && below < context.grid.rows.length; below++) {
    if (compact(titleOf(below, context)) === '') continue
    if (context.serialColumn !== null && !hasNumber(compact(serialOf(below, context)))) continue
    columns.forEach((column, at) => {
      sums[at]! += amountAt(below, column, context) ?? 0
    })
    children++
    if (sums.every((sum, at) => equal(sum, wanted[at]!))) return children > 1 || isSparse(row, context)
    if (sums[0]! > wanted[0]! * 1.001) return false
  }
  return false
}

const equal = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(1e-9, Math.abs(b) * 0.0005)

type SubKind = 'circled' | 'bracketed' | 'dotted'

/** ① （1） 1.1: numbers below a plain number. */
function subKind(serial: string): SubKind | null {
  if (/^[①-⒇]$/u.test(serial)) return 'circled'
  if (/^[（(]\d{1,2}[)）]$/.test(serial)) return 'bracketed'
  return /^\d{1,4}[.-]\d{1,2}$/.test(serial) ? 'dotted' : null
}

function subItem(row: number, kind: SubKind, context: RowContext): GroupRow | null {
  const same = (at: number): boolean => subKind(serialOf(at, context)) === kind
  let first = row
  while (row - first < mostSubItems && same(first - 1)) first--
  const parent = serialOf(first - 1, context)
  if (!/^\d{1,4}$/.test(parent) || (kind === 'dotted' && serialOf(first, context).split(/[.-]/)[0] !== parent))
    return null
  let last = row
  while (last - first < mostSubItems && same(last + 1)) last++
  const rows = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const columns = context.moneyColumns.filter((column) => amountAt(first - 1, column, context) !== null)
  const sums = columns.map((column) => rows.reduce((sum, at) => sum + (amountAt(at, column, context) ?? 0), 0))
  const proven = columns.length > 0 && sums.every((sum, at) => equal(sum, amountAt(first - 1, columns[at]!, context)!))
  if (proven && rows.length > 1) {
    return {
      reason: 'continuation',
      subItem: true,
      message: `按序号${parent}项目的子项保留文字，金额已含在该项目里，不另计`,
    }
  }
  return { reason: null, message: `序号像是第${first}行项目的子项，按单独的项目读入，请核对是否重复计算` }
}

function amountAt(row: number, column: number, { grid }: RowContext): number | null {
  const text = cellText(grid.rows[row]?.[column]).replace(/[,，\s]/g, '')
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

const textsIn = (row: number, columns: readonly number[], { grid, merges }: RowContext): string[] =>
  columns.map((column) => cellText(spreadCell(grid, merges, row, column))).filter((text) => text !== '')

const titleOf = (row: number, { grid, merges, titleColumn }: RowContext): string =>
  cellText(spreadCell(grid, merges, row, titleColumn))

const serialOf = (row: number, { grid, merges, serialColumn }: RowContext): string =>
  serialColumn === null ? '' : cellText(spreadCell(grid, merges, row, serialColumn))
