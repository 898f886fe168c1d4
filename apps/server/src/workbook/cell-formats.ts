import { type NumberFormat, numberFormat } from '@guatu/ledger'
import { inflateEntry, type ZipEntry } from './zip.ts'

/** How much of a date a number format shows. */
type ShownPrecision = 'month' | 'year'

/** What a cell's format says of its number. */
export type CellFormat =
  | { readonly kind: 'date'; readonly precision: ShownPrecision }
  | { readonly kind: 'figure'; readonly format: NumberFormat }

/** Built-in formats of the Chinese edition that show year and month only (ECMA-376, 18.8.30), and mmm-yy. */
const builtInMonths = [17, 27, 36, 50, 52, 57]
const builtInPercents = [9, 10]

/**
 * Style numbers whose format says more than the stored number. A date without its day: a spreadsheet turns a typed
 * 2024年3月 into the first of March and shows the month, so that the day is not the ledger's word. A figure with a unit
 * or in per cent: 5 shown as 5亿元 is no 5万元.
 */
export function tellingStyles(stylesXml: string): Map<number, CellFormat> {
  const formats = new Map<number, CellFormat>()
  for (const id of builtInMonths) formats.set(id, { kind: 'date', precision: 'month' })
  for (const id of builtInPercents) formats.set(id, { kind: 'figure', format: numberFormat('0%')! })
  for (const [tag] of stylesXml.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)) {
    const id = Number(/numFmtId="(\d+)"/.exec(tag)?.[1])
    const format = cellFormat(unescaped(/formatCode="([^"]*)"/.exec(tag)?.[1] ?? ''))
    if (format) formats.set(id, format)
    else formats.delete(id)
  }
  const styles = new Map<number, CellFormat>()
  const cellFormats = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(stylesXml)?.[1] ?? ''
  let index = 0
  for (const [tag] of cellFormats.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)) {
    const format = formats.get(Number(/numFmtId="(\d+)"/.exec(tag)?.[1]))
    if (format) styles.set(index, format)
    index++
  }
  return styles
}

function cellFormat(code: string): CellFormat | null {
  const precision = shownPrecision(code)
  if (precision) return { kind: 'date', precision }
  const format = numberFormat(code)
  return format && { kind: 'figure', format }
}

/** `e` is the year in East Asian formats; it also stands in General and in exponents, beside the places of digits. */
function shownPrecision(format: string): ShownPrecision | null {
  const code = (format.split(';')[0] ?? '').toLowerCase().replace(/"[^"]*"|\\.|\[[^\]]*\]|[*_]./g, '')
  if (/[dhs0#?]|general|通用/.test(code) || !/[ye]/.test(code)) return null
  return /m/.test(code) ? 'month' : 'year'
}

const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')

/** Cells of a sheet, `E14`, that carry one of these styles. */
export function cellsWithStyles(sheetXml: string, styles: ReadonlyMap<number, CellFormat>): Map<string, CellFormat> {
  const cells = new Map<string, CellFormat>()
  for (const [tag] of sheetXml.matchAll(/<(?:\w+:)?c\s[^>]*>/g)) {
    const format = styles.get(Number(/\ss="(\d+)"/.exec(tag)?.[1] ?? -1))
    const reference = format ? /\sr="([A-Z]+\d+)"/.exec(tag)?.[1] : undefined
    if (format && reference) cells.set(reference, format)
  }
  return cells
}

/** Text of one part, or null when the workbook has none of that name. */
export function partText(
  file: Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
  name: string,
  limitBytes: number,
): string | null {
  const entry = entries.get(name)
  return entry ? inflateEntry(file, entry, limitBytes).toString('utf8') : null
}
