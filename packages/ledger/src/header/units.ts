import type { Field } from '@guatu/playbook'
import { cellText, type Grid } from '../grid/grid.ts'
import type { CellRemark } from '../report.ts'
import type { ReadyColumn } from '../rows/row-input.ts'
import { type AreaUnit, areaUnitOf, type MoneyUnit, moneyUnitOf } from '../values/units.ts'
import type { HeaderBlock } from './find.ts'
import { bracketUnits, explicitUnits, type StatedUnit } from './unit-statement.ts'

/** Units that hold for the whole sheet, from the unit line above the header or from a note. */
export interface SheetUnits {
  readonly money: readonly SheetMoney[]
  readonly area: AreaUnit | null
}

interface SheetMoney {
  readonly unit: MoneyUnit
  /** The figures that it is stated for: 总投资; null for all of them. */
  readonly of: string | null
}

/**
 * What the rows above a header and the notes below the table state. The nearest 单位：X above counts first, then a
 * bracket that closes a line above, then a note below; a note in foreign money is about single projects.
 */
export function sheetUnits(grid: Grid, block: HeaderBlock, end: number | undefined): SheetUnits {
  const above = linesOf(grid, 0, block.first).reverse()
  return unitsOfLines(above, notesBelow(grid, block, end))
}

/** Notes below a table; above a next header only what calls itself a note, for the rest is about the next table. */
function notesBelow(grid: Grid, block: HeaderBlock, end: number | undefined): string[] {
  const last = end ?? grid.rows.length
  const lines = linesOf(grid, notesFrom(grid, block.last + 1, last), last)
  return end === undefined ? lines : lines.filter((line) => noteStart.test(line))
}

const noteStart = /^[（(【]?(注|备注|说明|附注)/

function unitsOfLines(above: readonly string[], below: readonly string[]): SheetUnits {
  const sources = [
    ...above.map(explicitUnits),
    ...above.map(bracketUnits),
    ...below.map((line) => explicitUnits(line).filter(({ unit }) => (moneyUnitOf(unit)?.currency ?? 'CNY') === 'CNY')),
  ]
  const money = sources.map((units) => moneyOf(units)).find((units) => units.length > 0) ?? []
  const area = sources.flatMap((units) => units.flatMap(({ unit }) => areaUnitOf(unit) ?? []))[0] ?? null
  return { money, area }
}

function moneyOf(units: readonly StatedUnit[]): SheetMoney[] {
  return units.flatMap(({ unit, of }) => {
    const read = moneyUnitOf(unit)
    return read && !areaUnitOf(unit) ? [{ unit: read, of }] : []
  })
}

/** Units that the lines above a further header, or the notes below its table, state; null where they state none. */
export function furtherUnits(grid: Grid, block: HeaderBlock, from: number, end: number | undefined): SheetUnits | null {
  const above = linesOf(grid, from, block.first).filter((line) => !noteStart.test(line))
  const units = unitsOfLines(above.reverse(), notesBelow(grid, block, end))
  return units.money.length > 0 || units.area ? units : null
}

/** Units that a line between the rows states outright for what follows it; a bracket in a heading does not. */
export function unitsFromLine(grid: Grid, row: number): SheetUnits | null {
  const lines = linesOf(grid, row, row + 1)
    .filter((line) => !noteStart.test(line))
    .filter((line) => explicitUnits(line).length > 0 || /^[（(][^（(]*[)）]$/.test(line))
  const units = unitsOfLines(lines, [])
  return units.money.length > 0 || units.area ? units : null
}

/** A heading such as 外资项目（万美元） whose bracket is not the unit by which the rows below it are read. */
export function foreignHeading(
  grid: Grid,
  row: number,
  columns: readonly Pick<ReadyColumn, 'field' | 'money' | 'headerUnit'>[],
): CellRemark[] {
  const lines = linesOf(grid, row, row + 1)
  const units = lines.filter((line) => explicitUnits(line).length === 0).flatMap(bracketUnits)
  const unit = units.flatMap(({ unit: text }) => moneyUnitOf(text) ?? [])[0]
  const amounts = columns.filter(({ field, headerUnit }) => field !== null && headerUnit === null)
  const used = amounts.map(({ money }) => money).find(({ label }) => label !== '元')
  if (!unit || !used || (unit.power === used.power && unit.currency === used.currency)) return []
  const message = `这里写有“${unit.label}”，以下各行没有写单位的仍按${used.label}读入，请核对`
  return [{ row: row + 1, column: null, value: lines[0] ?? null, message }]
}

/** Texts of some rows; 单位： and the unit may stand in two cells. */
function linesOf(grid: Grid, from: number, to: number): string[] {
  const lines: string[] = []
  for (let row = from; row < to; row++) {
    const texts = (grid.rows[row] ?? []).map(cellText).filter((text) => text !== '')
    texts.forEach((text, at) => {
      lines.push(/单\s*位\s*[:：]?$/.test(text) ? `${text.replace(/[:：]$/, '')}：${texts[at + 1] ?? ''}` : text)
    })
  }
  return lines
}

/** The first row of the notes below a table: upwards from the end, as long as rows hold a few texts and no figures. */
export function notesFrom(grid: Grid, first: number, end = grid.rows.length): number {
  let row = end
  while (row > first) {
    const filled = (grid.rows[row - 1] ?? []).filter((cell) => cellText(cell) !== '')
    if (filled.length > 2 || (filled.length === 2 && filled.some((cell) => /^[\d.,]+$/.test(cellText(cell))))) break
    row--
  }
  return row
}

export type UnitSource = 'header' | 'sheet' | 'several' | 'default'

/**
 * The money unit of a column's bare numbers, and where it was read; `several` where the unit line names more than one
 * and does not say which figures each is for.
 */
export function moneyUnitFor(
  field: Field & { kind: 'money' },
  headerUnit: string | null,
  sheet: SheetUnits,
  isOf: (figures: string) => boolean,
): { readonly unit: MoneyUnit; readonly from: UnitSource } {
  const own = headerUnit ? moneyUnitOf(headerUnit) : null
  if (own) return { unit: own, from: 'header' }
  const usual = moneyUnitOf(field.unit)!
  const named = sheet.money.find(({ of }) => of !== null && isOf(of))
  if (named) return { unit: named.unit, from: 'sheet' }
  const foreign = field.foreign === true && usual.currency !== 'CNY'
  // A unit line in yuan does not speak of a column of foreign money.
  const fitting = sheet.money.filter(({ unit }) => !foreign || unit.currency !== 'CNY')
  const stated = fitting.filter(({ of }) => of === null)
  const unit = (stated[0] ?? fitting[0])?.unit
  if (!unit) return { unit: usual, from: 'default' }
  const same = fitting.every((other) => other.unit.power === unit.power && other.unit.currency === unit.currency)
  return { unit, from: same && (stated.length > 0 || fitting.length > 1) ? 'sheet' : 'several' }
}

/** `usual` is the field's own unit: floor areas are m² even where the unit line speaks of mu for the land. */
export function areaUnitFor(
  headerUnit: string | null,
  sheet: SheetUnits,
  usual: 'mu' | 'm2',
): { readonly unit: AreaUnit; readonly from: UnitSource } {
  const own = headerUnit ? areaUnitOf(headerUnit) : null
  if (own) return { unit: own, from: 'header' }
  if (sheet.area && usual === 'mu') return { unit: sheet.area, from: 'sheet' }
  return { unit: areaUnitOf(usual)!, from: 'default' }
}
