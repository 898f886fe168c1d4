import type { Field } from '@guatu/playbook'
import { cellText, type Grid } from '../grid/grid.ts'
import { halfWidth } from '../text/normalise.ts'
import { type AreaUnit, areaUnitOf, type MoneyUnit, moneyUnitOf } from '../values/units.ts'
import type { HeaderBlock } from './find.ts'
import { unitsIn } from './label.ts'

/** Units that hold for the whole sheet, from the unit line above the header or from a note. */
export interface SheetUnits {
  readonly money: MoneyUnit | null
  readonly area: AreaUnit | null
}

const unit = '(?:人民币)?(?:百|千)?[万亿]?(?:美元|美金|欧元|日元|港元|港币|英镑|元)|万?亩|公顷|万?平方米|万?m2|平方公里'
/** 单位：万元、亩; the 单位 of 填报单位 is followed by a name and does not match. */
const statement = new RegExp(
  `单位[:为是]?((?:${unit})(?:[/、,;或和及](?:${unit}))*)|以(${unit})(?:人民币)?(?:为单位|计)|unit:?(rmb[a-z]*|[a-z]*rmb|[a-z]*yuan)`,
  'g',
)

function statedUnits(line: string): string[] {
  const text = halfWidth(line).replace(/\s+/g, '').toLowerCase()
  const stated = [...text.matchAll(statement)].flatMap((match) =>
    (match[1] ?? match[2] ?? match[3] ?? '').split(/[/、,;或和及]/),
  )
  return [...stated, ...unitsIn(line)]
}

/** Unit lines above the header count before notes below the table. */
export function sheetUnits(grid: Grid, block: HeaderBlock): SheetUnits {
  const above = linesOf(grid, 0, block.first)
  const below = linesOf(grid, Math.max(block.last + 1, grid.rows.length - 12), grid.rows.length, true)
  const units = [...above, ...below].flatMap(statedUnits)
  return { money: firstOf(units, moneyUnitOf), area: firstOf(units, areaUnitOf) }
}

/** Texts of some rows; of rows below the table only lone ones, which are notes. */
function linesOf(grid: Grid, from: number, to: number, lone = false): string[] {
  const lines: string[] = []
  for (let row = from; row < to; row++) {
    const texts = (grid.rows[row] ?? []).map(cellText).filter((text) => text !== '')
    if (!lone || texts.length === 1) lines.push(...texts)
  }
  return lines
}

function firstOf<T>(units: readonly string[], read: (unit: string) => T | null): T | null {
  for (const unit of units) {
    const found = read(unit)
    if (found) return found
  }
  return null
}

export type UnitSource = 'header' | 'sheet' | 'default'

/** The money unit of a column's bare numbers, and where it was read. */
export function moneyUnitFor(
  field: Field & { kind: 'money' },
  headerUnit: string | null,
  sheet: SheetUnits,
): { readonly unit: MoneyUnit; readonly from: UnitSource } {
  const own = headerUnit ? moneyUnitOf(headerUnit) : null
  if (own) return { unit: own, from: 'header' }
  const usual = moneyUnitOf(field.unit)!
  // A unit line in yuan does not speak of a column of foreign money.
  if (sheet.money && !(field.foreign && usual.currency !== 'CNY' && sheet.money.currency === 'CNY'))
    return { unit: sheet.money, from: 'sheet' }
  return { unit: usual, from: 'default' }
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
