import type { Role } from '@guatu/access'
import { dictionaries, playbooks } from '@guatu/playbooks'
import { demonstrationOrgs, districtOrgs } from '../../demo/orgs.ts'
import type { Random } from '../../demo/random.ts'
import type { Deps } from '../../http/deps.ts'
import { systemActor } from '../../store/actor.ts'
import { ensureDistrict, type NewOrg } from '../../store/district.ts'
import { givePerson } from '../../store/testing/people.ts'
import type { Size } from './size.ts'

export interface Person {
  readonly personId: string
  readonly role: Role
  readonly orgId: string
}

/** Who and what there is: the same for one seed, but for ids. */
export interface World {
  readonly towns: readonly (NewOrg & { readonly orgId: string })[]
  readonly departments: readonly (NewOrg & { readonly orgId: string })[]
  readonly persons: readonly Person[]
  of(...roles: Role[]): readonly Person[]
}

type Unit = NewOrg & { readonly orgId: string }

const withId = (orgs: readonly NewOrg[]): Unit[] => orgs.filter((org): org is Unit => org.orgId !== undefined)

/** Departments beyond those that the templates call for. */
const further = (count: number): NewOrg[] =>
  Array.from({ length: Math.max(0, count) }, (_, index) => ({
    orgId: `018f0000-0000-7000-9000-${String(index).padStart(12, '0')}`,
    kind: 'department',
    name: `区第${index + 1}事务中心`,
    shortName: null,
    areaCode: null,
    assessed: true,
  }))

export async function makeWorld(deps: Deps, size: Size, random: Random): Promise<World> {
  const areas = districtOrgs(dictionaries.area)
  const own = demonstrationOrgs(areas[0]?.orgId ?? null, areas[1]?.orgId ?? null)
  const known = own.filter(({ kind }) => kind === 'department').length
  const orgs = [...areas, ...own, ...further(size.departments - known)]
  const start = { name: '测试区', shortName: '测试', today: deps.today(), now: deps.now(), playbooks, orgs }
  await ensureDistrict(deps.store.as(systemActor), start)
  const ofKind = (...kinds: string[]) => withId(orgs).filter(({ kind }) => kinds.includes(kind))
  const towns = ofKind('town', 'subDistrict', 'functionalArea').slice(0, size.towns)
  const departments = ofKind('department').slice(0, size.departments)
  const persons: Person[] = []
  const give = async (role: Role, { orgId }: Unit, charges: Parameters<typeof givePerson>[2] = []) =>
    void persons.push({ personId: await givePerson(deps, [{ role, orgId }], charges), role, orgId })
  for (const town of towns) for (let clerk = 0; clerk < 2; clerk += 1) await give('town', town)
  for (const department of departments) await give('department', department)
  for (const firm of ofKind('firm').slice(0, size.firms)) await give('firm', firm)
  const [office] = ofKind('department').slice(-1) as [Unit]
  for (const role of ['districtOffice', 'districtOffice', 'supervisor', 'verifier', 'assessor'] as const)
    await give(role, office)
  const [leadership] = ofKind('leadership') as [Unit]
  for (const town of random.shuffled(towns).slice(0, 4)) {
    await give('leader', leadership, town.areaCode ? [{ kind: 'area', target: town.areaCode }] : [])
  }
  const of = (...roles: Role[]) => persons.filter(({ role }) => roles.includes(role))
  return { towns, departments, persons, of }
}
