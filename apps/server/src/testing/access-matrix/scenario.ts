import {
  type Action,
  decide,
  type Holder,
  type Holding,
  ofUnits,
  type Role,
  roles,
  type Standing,
  standardRules,
} from '@guatu/access'
import type { Route } from '@guatu/contract'
import type { Phase } from '@guatu/kernel'

const id = (index: number) => `018f0000-0000-7000-8000-00000000a${String(index).padStart(3, '0')}`

/** A small district: a root with two towns, a village below the first, and a unit outside of the tree. */
export const units = { root: id(1), own: id(2), sibling: id(3), village: id(4), foreign: id(5) } as const
export const ownArea = '330402100'

/** Where the person's unit stands to the unit whose item it is. */
export const places = {
  own: { zh: '本单位', orgId: units.own, orgIds: [units.own, units.village], areaCodes: [ownArea] },
  parent: {
    zh: '上级单位',
    orgId: units.root,
    orgIds: [units.root, units.own, units.sibling, units.village],
    areaCodes: [ownArea],
  },
  sibling: { zh: '同级单位', orgId: units.sibling, orgIds: [units.sibling], areaCodes: [] },
  foreign: { zh: '外单位', orgId: units.foreign, orgIds: [units.foreign], areaCodes: [] },
} as const
export type PlaceName = keyof typeof places

/** One person for every role at every place, and one without any post. */
export interface MatrixPerson {
  readonly personId: string
  readonly role: Role | null
  readonly place: PlaceName
  readonly holder: Holder
}

function personOf(role: Role | null, place: PlaceName, index: number): MatrixPerson {
  const personId = id(100 + index)
  const { orgId, orgIds, areaCodes } = places[place]
  const held: readonly Holding[] = role
    ? [{ postId: id(400 + index), role, orgId, orgName: places[place].zh, orgIds, areaCodes, deputyForId: null }]
    : []
  return { personId, role, place, holder: { personId, holdings: held, charges: [] } }
}

export const roleNames = Object.keys(roles) as Role[]
export const placeNames = Object.keys(places) as PlaceName[]

export const matrixPersons: readonly MatrixPerson[] = [
  ...roleNames.flatMap((role) => placeNames.map((place) => ({ role, place }))),
  { role: null, place: 'own' as const },
].map(({ role, place }, index) => personOf(role, place, index))

/** The item of the own unit: everything that a unit can be to it, that unit is. */
export const itemOf = (itemId: string, phase: Phase): Standing => ({
  itemId,
  phase,
  ties: [
    ...ofUnits.map((relation) => {
      return { relation, id: units.own }
    }),
    { relation: 'area', id: ownArea },
    ...(phase === 'negotiation' ? [] : [{ relation: 'opened' as const, id: '' }]),
  ],
})

/** What a request has to be answered with: let through, refused, or not there at all. */
export type Verdict = 'allowed' | 'forbidden' | 'absent'

/** Routes of one item, judged by it; the others are judged by their action alone. */
export const isOfItem = ({ path, needs }: Route): boolean =>
  (path.includes('/:itemId') || path.includes('/:factId')) && needs !== 'public'

export function verdictOf({ holder }: MatrixPerson, route: Route, standing: Standing | null): Verdict {
  const may = (action: Action, item: Standing | null) => decide(holder, standardRules, action, item).kind === 'done'
  const { needs } = route
  const isAction = needs !== 'public' && needs !== 'session'
  if (isAction && !may(needs, null)) return 'forbidden'
  if (!standing || !isOfItem(route)) return 'allowed'
  if (!may('item.read', standing)) return 'absent'
  return isAction && !may(needs, standing) ? 'forbidden' : 'allowed'
}
