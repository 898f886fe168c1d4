import { inflateEntry, type ZipEntry } from './zip.ts'

/** How much of a date a number format shows. */
export type ShownPrecision = 'month' | 'year'

/** Built-in formats of the Chinese edition that show year and month only (ECMA-376, 18.8.30), and mmm-yy. */
const builtInMonths = new Set([17, 27, 36, 50, 52, 57])

/**
 * Style numbers whose format shows a date without its day: a spreadsheet turns a typed 2024年3月 into the first of March
 * and shows the month, so that the day is not the ledger's word.
 */
export function vagueDateStyles(stylesXml: string): Map<number, ShownPrecision> {
  const formats = new Map<number, ShownPrecision>()
  for (const id of builtInMonths) formats.set(id, 'month')
  for (const [tag] of stylesXml.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)) {
    const id = Number(/numFmtId="(\d+)"/.exec(tag)?.[1])
    const precision = shownPrecision(unescaped(/formatCode="([^"]*)"/.exec(tag)?.[1] ?? ''))
    if (precision) formats.set(id, precision)
    else formats.delete(id)
  }
  const styles = new Map<number, ShownPrecision>()
  const cellFormats = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(stylesXml)?.[1] ?? ''
  let index = 0
  for (const [tag] of cellFormats.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)) {
    const precision = formats.get(Number(/numFmtId="(\d+)"/.exec(tag)?.[1]))
    if (precision) styles.set(index, precision)
    index++
  }
  return styles
}

function shownPrecision(format: string): ShownPrecision | null {
  const code = (format.split(';')[0] ?? '').toLowerCase().replace(/"[^"]*"|\\.|\[[^\]]*\]|[*_]./g, '')
  if (/[dhs]/.test(code) || !/[yе]/.test(code)) return null
  return /m/.test(code) ? 'month' : 'year'
}

const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')

/** Cells of a sheet, `E14`, that carry one of these styles. */
export function cellsWithStyles(
  sheetXml: string,
  styles: ReadonlyMap<number, ShownPrecision>,
): Map<string, ShownPrecision> {
  const cells = new Map<string, ShownPrecision>()
  for (const [tag] of sheetXml.matchAll(/<(?:\w+:)?c\s[^>]*>/g)) {
    const precision = styles.get(Number(/\ss="(\d+)"/.exec(tag)?.[1] ?? -1))
    const reference = precision ? /\sr="([A-Z]+\d+)"/.exec(tag)?.[1] : undefined
    if (precision && reference) cells.set(reference, precision)
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
