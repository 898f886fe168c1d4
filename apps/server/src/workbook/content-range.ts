import { columnIndex } from '@guatu/ledger'

const filledCell = /<(?:\w+:)?c\s[^>]*?\br="([A-Z]+)(\d+)"[^>]*(?<!\/)>\s*<(?:\w+:)?(?:v|is|f)\b/g

/** Cells that one sheet may span, blank ones among them; 300,000 rows of 40 columns. */
const mostCells = 12_000_000

/**
 * The range, `A1:F70000`, up to the last cell that holds something: formatting may reach to the end of a sheet that
 * holds a hundred rows. Null where that range itself is too large.
 */
export function contentRange(sheetXml: string): string | null {
  let [lastRow, lastColumn, letters] = [1, 0, 'A']
  for (const [, column, row] of sheetXml.matchAll(filledCell)) {
    lastRow = Math.max(lastRow, Number(row))
    const index = columnIndex(column!) ?? 0
    if (index > lastColumn) [lastColumn, letters] = [index, column!]
  }
  return lastRow * (lastColumn + 1) > mostCells ? null : `A1:${letters}${lastRow}`
}
