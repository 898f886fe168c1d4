import { unitKinds } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import type { OrgRow } from '../../store/schema.ts'
import { invalid } from './refusals.ts'

/** A unit as it shall be, among the others. */
export type WantedUnit = Pick<OrgRow, 'orgId' | 'parentId' | 'kind' | 'name' | 'shortName' | 'areaCode' | 'closedOn'>

/** The units above one, nearest first; a ring, which no write makes, would end it. */
function ancestorsOf(units: ReadonlyMap<string, Pick<OrgRow, 'parentId'>>, parentId: string | null): string[] {
  const above: string[] = []
  for (let id = parentId; id !== null && !above.includes(id); id = units.get(id)?.parentId ?? null) above.push(id)
  return above
}

function parentRefusals(wanted: WantedUnit, units: ReadonlyMap<string, OrgRow>): Refusal[] {
  if (wanted.parentId === null) return []
  const parent = units.get(wanted.parentId)
  if (!parent) return [invalid('parentId', '没有这个上级单位', 'There is no such superior unit')]
  if (ancestorsOf(units, wanted.parentId).includes(wanted.orgId))
    return [invalid('parentId', `${wanted.name}不能放到自己的下级之下`, `${wanted.name} cannot stand below itself`)]
  if (parent.closedOn !== null && wanted.closedOn === null)
    return [
      invalid(
        'parentId',
        `${parent.name}已于 ${parent.closedOn} 撤销`,
        `${parent.name} was closed on ${parent.closedOn}`,
      ),
    ]
  return []
}

function nameRefusals(wanted: WantedUnit, others: readonly OrgRow[]): Refusal[] {
  if (wanted.name.trim() === '') return [invalid('name', '单位要有名称', 'A unit needs a name')]
  const same = others.find(({ name }) => name === wanted.name)
  if (!same) return []
  const closed = same.closedOn === null ? '' : `（已于 ${same.closedOn} 撤销）`
  return [invalid('name', `已有名为“${wanted.name}”的单位${closed}`, `There is a unit named '${wanted.name}' already`)]
}

/** Everything that speaks against a unit as it shall be. `areas`: codes of the district's areas. */
export function unitRefusals(wanted: WantedUnit, all: readonly OrgRow[], areas: ReadonlySet<string>): Refusal[] {
  const others = all.filter(({ orgId }) => orgId !== wanted.orgId)
  const units = new Map(all.map((unit) => [unit.orgId, unit]))
  const area =
    wanted.areaCode !== null && areas.size > 0 && !areas.has(wanted.areaCode)
      ? [invalid('areaCode', `没有代码为 ${wanted.areaCode} 的区域`, `There is no area ${wanted.areaCode}`, [...areas])]
      : []
  const kinds = Object.keys(unitKinds)
  const kind =
    kinds.includes(wanted.kind) || wanted.kind === 'unlisted'
      ? []
      : [invalid('kind', '没有这种单位类型', 'There is no such kind of unit', kinds)]
  return [...nameRefusals(wanted, others), ...kind, ...parentRefusals(wanted, units), ...area]
}
