import { type Cell, columnIndex, type Grid, type MergeRange } from '../grid/grid.ts'

function mergeOf(range: string): MergeRange {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range)!
  const [, from, first, to, last] = match as unknown as [string, string, string, string, string]
  return {
    startColumn: columnIndex(from)!,
    startRow: Number(first) - 1,
    endColumn: columnIndex(to)!,
    endRow: Number(last) - 1,
  }
}

/** A sheet from rows of cells separated by `|`; an empty part is an empty cell, digits alone are a number. */
export function gridOf(lines: readonly string[], merges: readonly string[] = [], sheet = '表'): Grid {
  const cell = (text: string): Cell => (text === '' ? null : /^\d+(\.\d+)?$/.test(text) ? Number(text) : text)
  return {
    sheet,
    rows: lines.map((line) => line.split('|').map((part) => cell(part.trim()))),
    merges: merges.map(mergeOf),
  }
}
