import { type Cell, cellText, type Grid } from '../grid/grid.ts'
import { isVertical, type MergeIndex, spreadCell } from '../grid/merges.ts'
import { bareLabel, halfWidth } from '../text/normalise.ts'
import type { HeaderPath } from './label.ts'
import { labelVariants } from './label.ts'
import { anyYear } from './period.ts'
import { headerScores, type PreparedTarget } from './score.ts'
import { isSerialLabel } from './targets.ts'

/** Rows of a header, from 0, first and last inclusive. */
export interface HeaderBlock {
  readonly first: number
  readonly last: number
  /** How many different fields its words fit. */
  readonly strength: number
}

const searchedRows = 200
const fits = 0.74

/** A header of so many known columns is no coincidence. */
const sure = 4

/** Longer texts are contents. */
const longestLabel = 40

/** Words of the name and two more fields, or of one and a serial number, make a row below a table a header. */
const furtherStrength = 2.5

/** Whether a row can be part of a header: short words, hardly a figure. */
function headerLike(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => cellText(cell) !== '')
  if (filled.length === 0) return false
  const wordy = filled.filter((cell) => {
    if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 2000 && cell <= 2099
    return typeof cell === 'string' && cellText(cell).length <= 60 && !/^[\d.,%/-]+$/.test(halfWidth(cell).trim())
  })
  return wordy.length >= filled.length * 0.8
}

const metadata =
  /单位[:：]|填报|制表|编制|报送|截至|截止|联系电话[:：]|日期[:：]|时间[:：]|审核|^20\d\d年\d{1,2}月|^20\d\d-/

/** 单位：万元 and 填报人：… stand above a header; 计划开工时间：… would be a strange header. */
const isMetadata = (texts: readonly string[]): boolean =>
  texts.some((text) => metadata.test(halfWidth(text).replace(/\s+/g, ''))) && texts.length <= 6

interface Scout {
  readonly grid: Grid
  readonly merges: MergeIndex
  readonly width: number
  readonly scores: (label: string) => readonly number[]
}

const rowCells = (scout: Scout, row: number): Cell[] =>
  Array.from({ length: scout.width }, (_, column) => spreadCell(scout.grid, scout.merges, row, column))

const distinct = (cells: readonly Cell[]): string[] => [...new Set(cells.map(cellText).filter((text) => text !== ''))]

/** Number of targets that some label of the row fits well, and whether the title is one of them. */
function strengthOf(
  scout: Scout,
  cells: readonly Cell[],
  title: number,
): { readonly count: number; readonly title: boolean } {
  const best = new Map<number, number>()
  for (const text of distinct(cells)) {
    if (text.length > longestLabel) continue
    scout.scores(text).forEach((score, target) => {
      if (score >= fits && score > (best.get(target) ?? 0)) best.set(target, score)
    })
  }
  const serial = distinct(cells).some(isSerialLabel) ? 0.5 : 0
  return { count: Math.min(best.size, distinct(cells).length) + serial, title: best.has(title) }
}

/** Finds the header of a sheet, whatever stands above it, or null when no row reads like one. */
export function findHeader(
  grid: Grid,
  merges: MergeIndex,
  targets: readonly PreparedTarget[],
  titleField: string,
): HeaderBlock | null {
  const scout = scoutOf(grid, merges, targets)
  const title = targets.findIndex(({ target }) => target.field === titleField)
  let best: HeaderBlock | null = null
  let lastRow = Math.min(grid.rows.length, searchedRows)
  for (let row = 0; row < lastRow; row++) {
    const cells = rowCells(scout, row)
    if (!headerLike(cells)) continue
    const seed = strengthOf(scout, cells, title)
    if (seed.count < 1 || distinct(cells).length < 2) continue
    const block = grow(scout, row, title)
    if (!block || (best && block.strength <= best.strength + 0.9)) continue
    // A richer header below a table's rows is the next table's.
    if (best && best.strength >= furtherStrength && hasRecords(grid, best.last + 1, block.first)) break
    best = block
    // A header is one table's: what follows a sure one is its rows.
    if (best.strength >= sure) lastRow = Math.min(lastRow, best.last + 12)
  }
  return best && best.strength >= 2 ? best : null
}

/** Rows of figures and words: a table's contents. */
const hasRecords = (grid: Grid, from: number, to: number): boolean =>
  grid.rows.slice(from, to).some((row) => {
    const filled = row.map(cellText).filter((text) => text !== '')
    return filled.length >= 3 && filled.some((text) => /^[\d.,]+$/.test(text))
  })

/** A number that is no year: most rows have one, and no header. */
const isFigure = (cell: Cell): boolean => typeof cell === 'number' && (cell < 2000 || cell > 2099)

function scoutOf(grid: Grid, merges: MergeIndex, targets: readonly PreparedTarget[]): Scout {
  const known = new Map<string, number[]>()
  const scores = (label: string): number[] => {
    let found = known.get(label)
    if (!found) {
      found = headerScores([label], targets, anyYear)
      known.set(label, found)
    }
    return found
  }
  const width = Math.max(0, ...grid.rows.slice(0, searchedRows).map((row) => row.length))
  return { grid, merges, width, scores }
}

const longestTitleLabel = 16

/** Headers of further tables below the first: rows that hold a word for the name and words of other fields. */
export function laterHeaders(
  grid: Grid,
  merges: MergeIndex,
  targets: readonly PreparedTarget[],
  titleField: string,
  first: HeaderBlock,
): HeaderBlock[] {
  const scout = scoutOf(grid, merges, targets)
  const title = targets.findIndex(({ target }) => target.field === titleField)
  const own = headerPaths(grid, merges, first).flat().map(bareLabel)
  const words = new Set([...(targets[title]?.words ?? []).map(({ text }) => text), ...own])
  const isWord = new Map<string, boolean>()
  const named = (cell: Cell): boolean => {
    if (typeof cell !== 'string' || cell.length > longestTitleLabel) return false
    const known = isWord.get(cell) ?? words.has(bareLabel(cell))
    isWord.set(cell, known)
    return known
  }
  const blocks: HeaderBlock[] = []
  for (let row = first.last + 1; row < grid.rows.length; row++) {
    const cells = grid.rows[row] ?? []
    if (cells.some(isFigure) || !cells.some(named) || !headerLike(cells) || distinct(cells).length < 3) continue
    const block = growDown(scout, row, title)
    if (!block || block.strength < furtherStrength) continue
    blocks.push(block)
    row = block.last
  }
  return blocks
}

/** Adds the levels above and below that belong to the same header; null when the title is not among its words. */
function grow(scout: Scout, seed: number, title: number): HeaderBlock | null {
  let first = seed
  while (first > 0 && seed - first < 3 && belongsAbove(scout, first - 1, first)) first--
  return growDown(scout, first, title, seed)
}

/** The header that begins at a row, with the levels below it. */
function growDown(scout: Scout, first: number, title: number, seed = first): HeaderBlock | null {
  let last = seed
  while (last + 1 < scout.grid.rows.length && last - first < 4 && belongsBelow(scout, first, last, title)) last++
  const cells = Array.from({ length: last - first + 1 }, (_, at) => rowCells(scout, first + at)).flat()
  const strength = strengthOf(scout, cells, title)
  return strength.title ? { first, last, strength: strength.count } : null
}

function belongsAbove(scout: Scout, above: number, first: number): boolean {
  const cells = rowCells(scout, above)
  const texts = distinct(cells)
  if (texts.length < 2 || !headerLike(cells) || isMetadata(texts)) return false
  const joined = cells.some((_, column) => {
    const merge = scout.merges.at(above, column)
    return merge !== undefined && isVertical(merge) && merge.endRow >= first && merge.startRow <= above
  })
  const groups = cells.filter((cell) => cellText(cell) !== '').length
  return (
    joined || (groups >= 3 && texts.every((text) => text.length <= 25) && strengthOf(scout, cells, -1).count >= 0.5)
  )
}

function belongsBelow(scout: Scout, first: number, last: number, title: number): boolean {
  const below = last + 1
  const own = scout.grid.rows[below] ?? []
  const texts = distinct(own)
  if (texts.length === 0) return coveredByMerge(scout, first, below)
  if (!headerLike(own) || texts.some((text) => text.length > 40)) return false
  if (coveredByMerge(scout, first, below)) return texts.every((text) => !isMetadata([text]))
  if (texts.length === 1 && own.findIndex((cell) => cellText(cell) !== '') <= 1) return false
  const nameColumns = columnsOf(scout, first, last, title)
  if (nameColumns.some((column) => cellText(own[column]) !== '')) return false
  const labels = texts.filter(
    (text) => Math.max(0, ...scout.scores(text)) >= 0.6 || labelVariants(text, null).length === 0,
  )
  return nameColumns.length > 0 && labels.length >= Math.max(1, texts.length * 0.5)
}

/** A label that is merged downward reaches into the row: the header goes on. */
function coveredByMerge(scout: Scout, first: number, row: number): boolean {
  for (let column = 0; column < scout.width; column++) {
    const merge = scout.merges.at(row, column)
    if (merge && merge.startRow >= first && merge.startRow < row) return true
  }
  return false
}

function columnsOf(scout: Scout, first: number, last: number, target: number): number[] {
  const columns: number[] = []
  for (let column = 0; column < scout.width; column++) {
    for (let row = first; row <= last; row++) {
      const text = cellText(spreadCell(scout.grid, scout.merges, row, column))
      if (text && (scout.scores(text)[target] ?? 0) >= fits) {
        columns.push(column)
        break
      }
    }
  }
  return columns
}

/** The header path of every column; a group written once above unmerged cells stands for those to its right. */
export function headerPaths(grid: Grid, merges: MergeIndex, block: HeaderBlock): HeaderPath[] {
  const rows = Array.from({ length: block.last - block.first + 1 }, (_, at) => block.first + at)
  const width = Math.max(0, ...rows.map((row) => grid.rows[row]?.length ?? 0))
  const levels = rows.map((row) =>
    Array.from({ length: width }, (_, column) => cellText(spreadCell(grid, merges, row, column))),
  )
  for (let level = 0; level < levels.length - 1; level++) fillGroups(levels, level, merges, rows[level]!)
  return Array.from({ length: width }, (_, column) => {
    const path: string[] = []
    for (const level of levels) {
      const text = level[column]!
      if (text !== '' && path.at(-1) !== text) path.push(text)
    }
    return path
  })
}

function fillGroups(levels: string[][], level: number, merges: MergeIndex, row: number): void {
  const labels = levels[level]!
  if (labels.some((_, column) => spansColumns(merges, row, column))) return
  const below = (column: number): boolean => levels.slice(level + 1).some((other) => other[column] !== '')
  for (let column = 1; column < labels.length; column++) {
    if (labels[column] === '' && labels[column - 1] !== '' && below(column) && below(column - 1))
      labels[column] = labels[column - 1]!
  }
}

function spansColumns(merges: MergeIndex, row: number, column: number): boolean {
  const merge = merges.at(row, column)
  return merge !== undefined && merge.endColumn > merge.startColumn
}
