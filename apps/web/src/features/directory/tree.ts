import { type DirectoryPerson, type Unit, unitKinds } from '@guatu/contract'
import { searchText } from '@guatu/kernel'

/** A line of the tree: a unit, or the heading of the units of one kind below their superior. */
export type TreeRow =
  | {
      readonly type: 'unit'
      readonly key: string
      readonly level: number
      readonly unit: Unit
      readonly folds: boolean
    }
  | {
      readonly type: 'kind'
      readonly key: string
      readonly level: number
      readonly kind: string
      readonly count: number
    }

const kindOrder = Object.keys(unitKinds)

/** Fewer units than this below one superior need no headings. */
const headedFrom = 8

const kindRank = (kind: string) => {
  const rank = kindOrder.indexOf(kind)
  return rank < 0 ? kindOrder.length : rank
}

/** Units that are closed come last among their like. */
const inOrder = (a: Unit, b: Unit) =>
  kindRank(a.kind) - kindRank(b.kind) ||
  Number(a.closedOn !== null) - Number(b.closedOn !== null) ||
  a.position - b.position

function byParent(units: readonly Unit[]): ReadonlyMap<string | null, readonly Unit[]> {
  const known = new Set(units.map(({ orgId }) => orgId))
  const children = new Map<string | null, Unit[]>()
  for (const unit of [...units].sort(inOrder)) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), unit])
  }
  return children
}

/** The lines that are shown: what is folded keeps its own line. */
export function treeRows(units: readonly Unit[], folded: ReadonlySet<string>): TreeRow[] {
  const children = byParent(units)
  const rows: TreeRow[] = []
  const walk = (parent: string | null, level: number): void => {
    const below = children.get(parent) ?? []
    const headed = below.length >= headedFrom
    let kind = ''
    for (const unit of below) {
      const headKey = `${parent}/${unit.kind}`
      if (headed && unit.kind !== kind) {
        kind = unit.kind
        rows.push({
          type: 'kind',
          key: headKey,
          level,
          kind,
          count: below.filter((other) => other.kind === kind).length,
        })
      }
      if (headed && folded.has(headKey)) continue
      const own = headed ? level + 1 : level
      rows.push({ type: 'unit', key: unit.orgId, level: own, unit, folds: children.has(unit.orgId) })
      if (!folded.has(unit.orgId)) walk(unit.orgId, own + 1)
    }
  }
  walk(null, 1)
  return rows
}

/** The units above one, the highest first. */
export function pathTo(units: readonly Unit[], orgId: string): Unit[] {
  const known = new Map(units.map((unit) => [unit.orgId, unit]))
  const path: Unit[] = []
  for (let unit = known.get(orgId); unit && !path.includes(unit); unit = known.get(unit.parentId ?? ''))
    path.unshift(unit)
  return path.slice(0, -1)
}

export interface Found {
  readonly units: readonly Unit[]
  readonly persons: readonly DirectoryPerson[]
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** Units by their names, former ones included, and persons by theirs: words, pinyin or initials. */
export function findEntries(units: readonly Unit[], persons: readonly DirectoryPerson[], typed: string): Found {
  const wanted = plain(typed)
  const holds = (words: readonly (string | null)[]) => words.some((word) => word && searchText(word).includes(wanted))
  return {
    units: units.filter(({ name, shortName, formerNames }) =>
      holds([name, shortName, ...formerNames.map((former) => former.name)]),
    ),
    persons: persons.filter(({ name }) => holds([name])),
  }
}
