/** Rows of cells as a spreadsheet puts them on the clipboard: tabs between cells, quotes around cells with line breaks. */
export type TextMatrix = readonly (readonly string[])[]

const needsQuotes = /[\t\n\r"]/

const quoted = (cell: string) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const writeTsv = (rows: TextMatrix): string => rows.map((row) => row.map(quoted).join('\t')).join('\r\n')

/** End and text of the quoted cell that opens at `start`; an unclosed quote is taken as plain text (null). */
function quotedCell(text: string, start: number): { readonly cell: string; readonly end: number } | null {
  let cell = ''
  let at = start + 1
  while (at < text.length) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') return /[\t\n]/.test(text[quote + 1] ?? '\n') ? { cell, end: quote + 1 } : null
    cell += '"'
    at = quote + 2
  }
  return null
}

function plainCell(text: string, start: number): { readonly cell: string; readonly end: number } {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1
  return { cell: text.slice(start, end), end }
}

/** Cells of a clipboard text. The line break that Excel puts after the last row makes no further row. */
export function readTsv(clipboard: string): TextMatrix {
  const text = clipboard.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const { cell, end } = (text[at] === '"' ? quotedCell(text, at) : null) ?? plainCell(text, at)
    rows.at(-1)!.push(cell)
    if (text[end] === '\n') rows.push([])
    at = end + 1
  }
  return rows
}

/**
 * The matrix laid over a selection as a spreadsheet does it: repeated where the selection is a whole multiple of it,
 * else once from the top left, whatever the selection's size.
 */
export function tile(matrix: TextMatrix, rows: number, columns: number): TextMatrix {
  const height = matrix.length
  const width = Math.max(0, ...matrix.map((row) => row.length))
  if (height === 0 || width === 0 || rows % height !== 0 || columns % width !== 0) return matrix
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => matrix[row % height]![column % width] ?? ''),
  )
}
