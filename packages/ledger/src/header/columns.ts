import type { Playbook } from '@guatu/playbook'
import { type Cell, cellText, columnLetter, type Grid } from '../grid/grid.ts'
import { isPlaceholder } from '../text/normalise.ts'
import { areaUnitOf, moneyUnitOf } from '../values/units.ts'
import { assign } from './assign.ts'
import { evidenceFor } from './evidence.ts'
import type { HeaderBlock } from './find.ts'
import { type HeaderPath, headerText, labelParts, labelVariants, unitsIn } from './label.ts'
import type { ReportPeriod } from './period.ts'
import { headerScores, type PreparedTarget } from './score.ts'
import { isSerialLabel } from './targets.ts'

/** One column of the sheet: what its header says and where its values go. */
export interface LedgerColumn {
  readonly index: number
  readonly letter: string
  readonly path: HeaderPath
  readonly header: string
  readonly field: string | null
  /** The second field that the column fills: the finish of 建设起止年限. */
  readonly also: string | null
  readonly confidence: number
  readonly serial: boolean
  /** The header's own unit, as written. */
  readonly headerUnit: string | null
  /** Cells hold the unit of the amount to their left. */
  readonly unitColumn: boolean
  /** The header names two things, and so do the cells: 责任单位/责任人. */
  readonly split: boolean
}

/** Column letter to field key; null leaves the column out. */
export type ColumnMapping = Readonly<Record<string, string | null>>

const threshold = 0.58

/** Of two columns of one meaning the one that is seen counts. */
const hiddenWeight = 0.9

interface ColumnInput {
  readonly grid: Grid
  readonly paths: readonly HeaderPath[]
  readonly block: HeaderBlock
  readonly targets: readonly PreparedTarget[]
  readonly period: ReportPeriod
  readonly playbook: Playbook
  readonly mapping?: ColumnMapping
}

/** Gives every column its field, all at once: the best sum decides, no field gets two columns. */
export function mapColumns(input: ColumnInput): LedgerColumn[] {
  const { grid, paths, block, targets, period, mapping = {} } = input
  const chosen = (column: number): string | null | undefined => mapping[columnLetter(column)]
  const forced = new Set(Object.values(mapping))
  const hidden = new Set(grid.hiddenColumns ?? [])
  const scores = paths.map((path, column) => {
    if (path.length === 0 || chosen(column) !== undefined || isSerialLabel(path.at(-1)!)) return null
    const cells = sample(grid, block, column)
    if (isUnitColumn(path, cells)) return null
    return headerScores(path, targets, period).map((score, target) =>
      forced.has(targets[target]!.target.field)
        ? 0
        : score * evidenceFor(targets[target]!.target, cells) * (hidden.has(column) ? hiddenWeight : 1),
    )
  })
  const gain = targets.map((_, target) =>
    scores.map((row) => {
      const score = row?.[target] ?? 0
      // Squares prefer one sure column and one doubtful to two middling ones.
      return score >= threshold ? score * score : 0
    }),
  )
  const targetOf = new Map(
    settled(assign(gain, paths.length), targets, scores).map((column, target) => [column, target]),
  )
  const taken = new Set([...targetOf.values()].map((target) => targets[target]!.target.field))
  return paths.map((path, index) => {
    const target = targetOf.get(index)
    const score = target === undefined ? 0 : scores[index]![target]!
    const second =
      target === undefined || chosen(index) !== undefined ? null : secondTarget(path, targets, target, period)
    const free = second !== null && !taken.has(second) ? second : null
    const field =
      chosen(index) !== undefined ? chosen(index)! : target === undefined ? null : targets[target]!.target.field
    return {
      index,
      letter: columnLetter(index),
      path,
      header: headerText(path),
      field,
      also: target === undefined || chosen(index) !== undefined ? null : (targets[target]!.target.also ?? free),
      confidence: chosen(index) !== undefined ? 1 : Math.round(score * 100) / 100,
      serial: path.length > 0 && isSerialLabel(path.at(-1)!),
      headerUnit: unitOf(path),
      unitColumn: field === null && isUnitColumn(path, sample(grid, block, index)),
      split: free !== null,
    }
  })
}

/** A span column and a start column cannot both give the start: the surer of the two stays. */
function settled(
  columns: number[],
  targets: readonly PreparedTarget[],
  scores: readonly (readonly number[] | null)[],
): number[] {
  const span = targets.findIndex(({ target }) => target.also !== undefined)
  if (span < 0 || columns[span]! < 0) return columns
  const { field, also } = targets[span]!.target
  const rivals = targets.flatMap(({ target }, at) =>
    at !== span && (target.field === field || target.field === also) && columns[at]! >= 0 ? [at] : [],
  )
  const own = scores[columns[span]!]![span]!
  const surer = rivals.some((rival) => scores[columns[rival]!]![rival]! >= own)
  return columns.map((column, at) => (surer ? (at === span ? -1 : column) : rivals.includes(at) ? -1 : column))
}

/** The field that the other half of a double header names, exactly; null when there is none. */
function secondTarget(
  path: HeaderPath,
  targets: readonly PreparedTarget[],
  first: number,
  period: ReportPeriod,
): string | null {
  const kind = targets[first]!.target.kind
  if (kind !== 'org' && kind !== 'person' && kind !== 'text') return null
  for (const part of labelParts(path.at(-1) ?? '')) {
    const scores = headerScores([part], targets, period)
    const best = scores.indexOf(Math.max(...scores))
    if (best !== first && scores[best]! >= 0.95 && scores[first]! < 0.95) return targets[best]!.target.field
  }
  return null
}

const unitLabels = /^(单位|计量单位|金额单位|投资单位|币种|货币单位|unit)$/

/** A column of units stays one with a blank sign or a word in it that is no known unit: that row is refused then. */
function isUnitColumn(path: HeaderPath, cells: readonly Cell[]): boolean {
  const label = labelVariants(path.at(-1) ?? '', null)[0] ?? ''
  if (!unitLabels.test(label)) return false
  const texts = cells.map(cellText).filter((text) => !isPlaceholder(text))
  const units = texts.filter((text) => moneyUnitOf(text) !== null).length
  return units > 0 && (label.includes('币') || units * 2 >= texts.length)
}

function sample(grid: Grid, block: HeaderBlock, column: number): Cell[] {
  const cells: Cell[] = []
  for (let row = block.last + 1; row < grid.rows.length && cells.length < 40 && row < block.last + 400; row++) {
    const cell = grid.rows[row]?.[column] ?? null
    if (cellText(cell) !== '') cells.push(cell)
  }
  return cells
}

/** The unit nearest to the values: the leaf's, else that of the group above. */
function unitOf(path: HeaderPath): string | null {
  for (const label of [...path].reverse()) {
    const units = unitsIn(label)
    const money = units.filter((unit) => moneyUnitOf(unit) && !areaUnitOf(unit))
    if (units.length === 1) return units[0]!
    if (units.length > 1 && money.length === 1) return units.find((unit) => unit === money[0]) ?? null
    if (units.length > 1) return null
  }
  return null
}
