import type { FieldOf, FieldRole, Playbook } from '@guatu/playbook'
import { cellText, type Grid } from '../grid/grid.ts'
import type { CellRemark } from '../report.ts'
import type { ReadyColumn } from '../rows/row-input.ts'
import { moneyUnitOf } from '../values/units.ts'
import type { LedgerColumn } from './columns.ts'
import { unitsIn } from './label.ts'
import { anyYear } from './period.ts'
import { headerScores, type PreparedTarget } from './score.ts'
import { areaUnitFor, moneyUnitFor, type SheetUnits, type UnitSource } from './units.ts'

interface UnitsInput {
  readonly mapped: readonly LedgerColumn[]
  readonly playbook: Playbook
  readonly targets: readonly PreparedTarget[]
  readonly sheet: SheetUnits
  readonly grid: Grid
  /** The header's last row, at which remarks stand. */
  readonly headerRow: number
  /** The last row of the table, exclusive. */
  readonly end: number
}

/** Settles the unit of every column; a unit that the sheet does not clearly speak for is pointed out. */
export function withUnits(input: UnitsInput): {
  readonly columns: ReadyColumn[]
  readonly warnings: CellRemark[]
} {
  const { mapped, playbook, sheet, headerRow } = input
  const warnings: CellRemark[] = []
  const columns = mapped.map((column): ReadyColumn => {
    const field = playbook.fields[column.field ?? '']
    const area = areaUnitFor(column.headerUnit, sheet, field?.kind === 'number' && field.unit === 'm2' ? 'm2' : 'mu')
    if (field?.kind !== 'money') return { ...column, money: moneyUnitOf('元')!, area: area.unit }
    const isOf = (figures: string): boolean => speaksOf(figures, column.field!, input)
    const money = moneyUnitFor(field as FieldOf<'money'>, column.headerUnit, sheet, isOf)
    const unitBeside = mapped[column.index + 1]?.unitColumn === true
    const doubt = unitBeside ? null : doubtOf(column, money.from, sheet)
    if (doubt && hasBareNumber(input, column.index)) {
      const message = `“${column.header}”${doubt}，单元格里没写的按${money.unit.label}读入，请核对`
      warnings.push({ row: headerRow + 1, column: column.letter, value: column.header, message })
    }
    return { ...column, money: money.unit, area: area.unit }
  })
  return { columns, warnings }
}

function doubtOf(column: LedgerColumn, from: UnitSource, sheet: SheetUnits): string | null {
  const own = [...new Set(column.path.flatMap(unitsIn).filter((unit) => moneyUnitOf(unit) !== null))]
  if (column.headerUnit === null && own.length > 1) return `写了几个单位（${own.join('、')}）`
  if (from === 'several')
    return `上面的单位行没有说明用哪个单位（${sheet.money.map(({ unit, of }) => `${of ?? ''}${unit.label}`).join('、')}）`
  return from === 'default' ? '没有写单位' : null
}

const yearly: readonly FieldRole[] = ['annualPlan', 'annualDone', 'monthDone']

/** Whether 总投资 or 年度投资 of a unit line means a field: its own words, or any word of time for the year's figures. */
function speaksOf(figures: string, field: string, { playbook, targets }: UnitsInput): boolean {
  const scores = headerScores([figures], targets, anyYear)
  const best = Math.max(...scores)
  if (best >= 0.74 && targets[scores.indexOf(best)]!.target.field === field) return true
  return /年|月|计划|完成/.test(figures) && !/总/.test(figures) && yearly.some((role) => playbook.roles[role] === field)
}

function hasBareNumber({ grid, headerRow, end }: UnitsInput, column: number): boolean {
  return grid.rows.slice(headerRow + 1, end).some((row) => /^[\d,.]+$/.test(cellText(row[column])))
}
