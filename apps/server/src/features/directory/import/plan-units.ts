import { unitKinds } from '@guatu/contract'
import type { DirectoryEntry } from '@guatu/ledger'
import { orgRow } from '../../../store/district.ts'
import type { OrgRow } from '../../../store/schema.ts'
import { unitRefusals } from '../unit-check.ts'
import { unitSearchText } from '../write-unit.ts'
import type { Change, Planning, Replaced } from './planning.ts'
import { kindByName } from './vocabulary.ts'

export interface PlannedUnits {
  readonly created: readonly OrgRow[]
  readonly changed: readonly Replaced<OrgRow>[]
  /** Units as they shall be, by the names that the file calls them. */
  readonly byName: ReadonlyMap<string, OrgRow>
  readonly leftOut: number
}

const kindTitle = (kind: string): string => (unitKinds as Record<string, { zh: string }>)[kind]?.zh ?? kind

/** Units by every name that they are or were called; a name in force goes before a former one. */
function unitNames(units: readonly OrgRow[]): Map<string, OrgRow> {
  const byName = new Map<string, OrgRow>()
  for (const unit of units) for (const { name } of unit.formerNames) byName.set(name, unit)
  for (const unit of units) if (unit.shortName) byName.set(unit.shortName, unit)
  for (const unit of units) byName.set(unit.name, unit)
  return byName
}

/** What the rows of one unit say of it together; two that contradict each other are an error of the later one. */
interface ToldUnit {
  readonly row: number
  readonly name: string
  readonly parent: string | null
  readonly kind: string | null
  readonly shortName: string | null
}

function toldUnits({ entries, errors, columnOf }: Planning): ToldUnit[] {
  const told = new Map<string, ToldUnit>()
  for (const entry of entries) {
    const known = told.get(entry.unit)
    const { row, unit: name, parent, kind, shortName } = entry
    if (!known) {
      told.set(name, { row, name, parent, kind, shortName })
      continue
    }
    for (const key of ['parent', 'kind', 'shortName'] as const) {
      if (entry[key] === null || known[key] === null || entry[key] === known[key]) continue
      const message = `${name}在第${known.row}行写的是“${known[key]}”，这里写的是“${entry[key]}”`
      errors.push({ row, column: columnOf(key), value: entry[key], message })
    }
    told.set(name, {
      ...known,
      parent: known.parent ?? parent,
      kind: known.kind ?? kind,
      shortName: known.shortName ?? shortName,
    })
  }
  return [...told.values()]
}

const fault = ({ errors, columnOf }: Planning, row: number, key: keyof DirectoryEntry, value: string | null) => {
  return (message: string, accepted?: readonly string[]) =>
    errors.push({ row, column: columnOf(key), value, message, ...(accepted ? { accepted } : {}) })
}

function newUnit(planning: Planning, told: ToldUnit, position: number): OrgRow | null {
  const kind = told.kind ?? kindByName(told.name)
  if (!kind) {
    const accepted = Object.values(unitKinds).map(({ zh }) => zh)
    fault(planning, told.row, 'kind', null)(`从名称看不出“${told.name}”的单位类型，请写明`, accepted)
    return null
  }
  const { name, shortName } = told
  const assessed = kind === 'town' || kind === 'subDistrict' || kind === 'functionalArea' || kind === 'department'
  return orgRow(planning.districtId, { kind, name, shortName, areaCode: null, assessed }, position)
}

/** The cells of a unit that change, in words. */
function unitCells(before: OrgRow, after: OrgRow, nameOf: (id: string | null) => string): Change['cells'] {
  const cells = [
    { label: '上级单位', before: nameOf(before.parentId), after: nameOf(after.parentId) },
    { label: '单位类型', before: kindTitle(before.kind), after: kindTitle(after.kind) },
    { label: '单位简称', before: before.shortName ?? '', after: after.shortName ?? '' },
  ]
  return cells.filter((cell) => cell.before !== cell.after)
}

/** Units as the plan makes them: all of the district, and those that the file names. */
interface Making {
  readonly all: Map<string, OrgRow>
  readonly byName: Map<string, OrgRow>
  readonly created: OrgRow[]
  readonly changed: Replaced<OrgRow>[]
}

/** Makes the units that the directory does not have; answers how many are left to whoever keeps it. */
function makeUnits(planning: Planning, told: readonly ToldUnit[], { all, byName, created }: Making): number {
  const { stored, warnings, columnOf } = planning
  let leftOut = 0
  let position = Math.max(0, ...stored.units.map((unit) => unit.position)) + 1
  for (const unit of told) {
    const place = { row: unit.row, column: columnOf('unit'), value: unit.name }
    const known = byName.get(unit.name)
    if (known && known.name !== unit.name && known.shortName !== unit.name)
      warnings.push({ ...place, message: `该单位现名“${known.name}”` })
    if (known) continue
    if (!stored.rights.directory) {
      leftOut += 1
      warnings.push({ ...place, message: `名录中没有“${unit.name}”，请系统管理员先导入` })
      continue
    }
    const row = newUnit(planning, unit, position++)
    if (!row) continue
    created.push(row)
    all.set(row.orgId, row)
    byName.set(row.name, row)
  }
  return leftOut
}

/** Puts a unit where the file says, once all units of the file are known; a new one without a word stands below the district. */
function placeUnit(planning: Planning, unit: ToldUnit, making: Making, rootId: string | null): void {
  const { errors, changes, columnOf } = planning
  const { all, byName, created, changed } = making
  const before = byName.get(unit.name)
  if (!before) return
  const isNew = created.includes(before)
  const parent = unit.parent === null ? undefined : byName.get(unit.parent)
  if (unit.parent !== null && !parent)
    fault(planning, unit.row, 'parent', unit.parent)(`没有上级单位“${unit.parent}”，请在表中写一行或先建立`)
  const parentId = parent?.orgId ?? (isNew ? rootId : before.parentId)
  const wanted = {
    ...before,
    parentId,
    kind: unit.kind ?? before.kind,
    shortName: unit.shortName ?? before.shortName,
  }
  const after = { ...wanted, searchText: unitSearchText(wanted), revision: isNew ? 1 : before.revision + 1 }
  const cells = unitCells(before, after, (id) => (id === null ? '' : (all.get(id)?.name ?? '')))
  if (!isNew && cells.length === 0) return
  all.set(after.orgId, after)
  byName.set(unit.name, after)
  for (const { message } of unitRefusals(after, [...all.values()], new Set()))
    errors.push({ row: unit.row, column: columnOf('unit'), value: unit.name, message: message.zh })
  if (isNew) created[created.indexOf(before)] = after
  else changed.push({ before, after })
  const kind = isNew ? 'unitCreated' : 'unitChanged'
  changes.push({ row: unit.row, kind, name: after.name, cells: isNew ? [] : cells })
}

export function planUnits(planning: Planning): PlannedUnits {
  const { stored } = planning
  const told = toldUnits(planning)
  const making: Making = {
    all: new Map(stored.units.map((unit) => [unit.orgId, unit])),
    byName: unitNames(stored.units),
    created: [],
    changed: [],
  }
  const leftOut = makeUnits(planning, told, making)
  const root = stored.units.find(({ kind, parentId }) => kind === 'district' && parentId === null)
  if (stored.rights.directory) for (const unit of told) placeUnit(planning, unit, making, root?.orgId ?? null)
  return { created: parentsFirst(making.created), changed: making.changed, byName: making.byName, leftOut }
}

/** Rows are written in this order, and a row's superior must be there before it. */
function parentsFirst(units: readonly OrgRow[]): OrgRow[] {
  const ordered: OrgRow[] = []
  let waiting = [...units]
  while (waiting.length > 0) {
    const ids = new Set(waiting.map(({ orgId }) => orgId))
    const ready = waiting.filter(({ parentId }) => parentId === null || !ids.has(parentId))
    // A ring is refused as an error of its row; what is in one is not written.
    if (ready.length === 0) return ordered
    ordered.push(...ready)
    waiting = waiting.filter((unit) => !ready.includes(unit))
  }
  return ordered
}
