import { type Cell, cellText, type Grid, isBlank } from '../grid/grid.ts'
import { type MergeIndex, spreadCell } from '../grid/merges.ts'
import type { CellRemark, SkippedRow } from '../report.ts'
import { isDitto } from '../rows/ditto.ts'
import { bareLabel, compact } from '../text/normalise.ts'
import { type DirectoryColumn, type DirectoryHeader, letterOf } from './columns.ts'
import type { DirectoryEntry } from './report.ts'
import { readEmail, readNames, readPhone, readPostDay, readWord, type Told, type Vocabulary } from './values.ts'

export interface RowsInput {
  readonly grid: Grid
  readonly merges: MergeIndex
  readonly header: DirectoryHeader
  readonly kinds: Vocabulary
  readonly roles: Vocabulary
  readonly today: string
}

/** What the rows above have settled: a block names its unit once, and a person with several posts is named once. */
interface Carried {
  readonly unit: Pick<DirectoryEntry, 'unit' | 'parent' | 'kind' | 'shortName'> | null
  readonly person: Pick<DirectoryEntry, 'person' | 'phone' | 'email'> | null
}

interface RowReading {
  readonly entries: readonly DirectoryEntry[]
  readonly skipped: readonly SkippedRow[]
  readonly errors: readonly CellRemark[]
  readonly warnings: readonly CellRemark[]
  readonly rows: number
}

const footnote = /^(注|备注|说明|填表说明|填报说明|附注)\d*[:：.、]|^(填报人|填表人|制表|审核人|联系人|填报日期)[:：]/
const total = /^(合计|总计|小计|共计)/

export function readDirectoryRows(input: RowsInput): RowReading {
  const { grid, header } = input
  const entries: DirectoryEntry[] = []
  const skipped: SkippedRow[] = []
  const remarks: Remarks = { errors: [], warnings: [] }
  let carried: Carried = { unit: null, person: null }
  let rows = 0
  for (let row = header.last + 1; row < grid.rows.length; row++) {
    const reason = skipReason(input, row)
    if (reason) {
      skipped.push({ row: row + 1, reason, text: lineText(grid.rows[row]) })
      if (reason === 'section') carried = { unit: null, person: null }
      continue
    }
    rows += 1
    const read = readRow(input, row, carried, remarks)
    entries.push(...read.entries)
    carried = read.carried
  }
  return { entries, skipped, rows, ...remarks }
}

interface Remarks {
  readonly errors: CellRemark[]
  readonly warnings: CellRemark[]
}

const lineText = (cells: readonly Cell[] = []): string => cells.map(cellText).filter(Boolean).join(' ').slice(0, 60)

/** Why a row below the header tells of nobody; undefined where it does. */
function skipReason({ grid, header, merges }: RowsInput, row: number): string | undefined {
  const cells = grid.rows[row] ?? []
  const filled = cells.filter((cell) => !isBlank(cell))
  if (filled.length === 0) return 'blank'
  const first = compact(cellText(filled[0]))
  if (footnote.test(first)) return 'footnote'
  if (total.test(first)) return 'total'
  const labels = [...header.columns].filter(([, index]) => {
    const label = bareLabel(cellText(grid.rows[header.last]?.[index]))
    return label !== '' && bareLabel(cellText(cells[index])) === label
  })
  if (labels.length >= 2) return 'header'
  const at = cells.findIndex((cell) => !isBlank(cell))
  const across = merges.at(row, at)
  const wide = across !== undefined && across.endColumn - across.startColumn >= 2
  if (filled.length === 1 && (wide || /^[(（]?[一二三四五六七八九十]+[)）、.]/.test(first))) return 'section'
  return undefined
}

/** Reads the cells of one row; what is wrong with them is put down where it stands. */
class RowReader {
  readonly #input: RowsInput
  readonly #row: number
  readonly #remarks: Remarks
  faulty = false

  constructor(input: RowsInput, row: number, remarks: Remarks) {
    this.#input = input
    this.#row = row
    this.#remarks = remarks
  }

  cell(key: DirectoryColumn): Cell {
    const { grid, merges, header } = this.#input
    const column = header.columns.get(key)
    if (column === undefined) return null
    for (let row = this.#row; row > header.last; row--) {
      const cell = spreadCell(grid, merges, row, column)
      if (!isDitto(cellText(cell))) return cell
    }
    return null
  }

  text(key: DirectoryColumn): string {
    return cellText(this.cell(key)).replace(/\s*\n\s*/g, key === 'unit' || key === 'parent' ? '' : '\n')
  }

  read<T>(key: DirectoryColumn, reading: Told<T>, otherwise: T): T {
    if (reading.kind === 'wrong') {
      this.fault(key, reading.message, reading.accepted)
      return otherwise
    }
    for (const note of reading.notes) this.warn(key, note)
    return reading.value
  }

  fault(key: DirectoryColumn, message: string, accepted?: readonly string[]): void {
    this.faulty = true
    this.#remarks.errors.push({ ...this.#place(key), message, ...(accepted ? { accepted } : {}) })
  }

  warn(key: DirectoryColumn, message: string): void {
    this.#remarks.warnings.push({ ...this.#place(key), message })
  }

  #place(key: DirectoryColumn) {
    return { row: this.#row + 1, column: letterOf(this.#input.header, key), value: cellText(this.cell(key)) || null }
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text)

function readUnit(reader: RowReader, input: RowsInput, above: Carried['unit']): Carried['unit'] {
  const kind = reader.read('kind', readWord(reader.text('kind'), input.kinds, '单位类型'), null)
  const told = { parent: orNull(reader.text('parent')), kind, shortName: orNull(reader.text('shortName')) }
  const name = reader.text('unit')
  if (name.length > 100) reader.fault('unit', '单位名称超过 100 字')
  if (name !== '' && name !== above?.unit) return { unit: name, ...told }
  if (!above) {
    reader.fault('unit', '没有写单位，上面也没有可以沿用的单位')
    return null
  }
  // The rows of a block repeat what its first row says, or leave it out.
  return {
    ...above,
    parent: told.parent ?? above.parent,
    kind: told.kind ?? above.kind,
    shortName: told.shortName ?? above.shortName,
  }
}

interface Named {
  readonly names: readonly string[]
  readonly phone: string | null
  readonly email: string | null
}

function readPersons(reader: RowReader, carried: Carried, title: string): Named {
  const written = reader.text('person')
  const names = reader.read('person', readNames(written), [])
  const phone = reader.read('phone', readPhone(reader.text('phone')), null)
  const email = reader.read('email', readEmail(reader.text('email')), null)
  const last = carried.person
  const continues = written === '' && title !== '' && reader.text('unit') === '' && last?.person
  if (continues) {
    reader.warn('person', `没有写姓名，按上一行“${last.person}”的另一个职务读入`)
    return { names: [last.person as string], phone: phone ?? last.phone, email: email ?? last.email }
  }
  if (written !== '' && names.length === 0 && !reader.faulty) reader.warn('person', '职务空缺，没有读入人员')
  if (written === '' && (phone !== null || title !== '')) reader.warn('person', '没有写姓名，只读入单位')
  return { names, phone, email }
}

function readRow(input: RowsInput, row: number, carried: Carried, remarks: Remarks) {
  const reader = new RowReader(input, row, remarks)
  const unit = readUnit(reader, input, carried.unit)
  const title = reader.text('title').replaceAll('\n', '、')
  const { names, phone, email } = readPersons(reader, carried, title)
  const roleWords = reader.text('role').split(/[、,，;；/\n]+/)
  const roles = roleWords.map((word) => reader.read('role', readWord(word, input.roles, '角色'), null))
  const year = Number(input.today.slice(0, 4))
  const from = reader.read('from', readPostDay(reader.cell('from'), 'start', year), null)
  const to = reader.read('to', readPostDay(reader.cell('to'), 'finish', year), null)
  if (from !== null && to !== null && to < from) reader.fault('to', '截止日期早于起始日期')
  if (names.length > 1 && phone !== null) reader.fault('phone', '一格有几个姓名时电话无法对应，请一人一行')
  if (title.length > 100) reader.fault('title', '职务超过 100 字')
  const next: Carried = {
    unit,
    person: names.length === 1 ? { person: names[0]!, phone, email } : names.length > 1 ? null : carried.person,
  }
  if (!unit || reader.faulty) return { entries: [], carried: next }
  const own = { row: row + 1, ...unit }
  const alone = { ...own, person: null, title: null, role: null, phone: null, email: null, from: null, to: null }
  const entries: DirectoryEntry[] =
    names.length === 0
      ? [alone]
      : names.flatMap((person) =>
          roles.map((role) => ({ ...own, person, title: orNull(title), role, phone, email, from, to })),
        )
  return { entries, carried: next }
}
