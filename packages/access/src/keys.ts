import type { Phase } from '@guatu/kernel'
import type { Charge, Holder, Holding } from './holding.ts'
import type { Relation, Standing, Tie } from './relation.ts'

/** One tie in one phase as text: what the database compares of an item with what it compares of a person. */
export const keyOf = ({ relation, id }: Tie, phase: Phase): string => `${relation}:${id}@${phase}`

/** Every key of an item: one for each of its ties, and one for itself. */
export function keysOf({ itemId, phase, ties }: Standing): string[] {
  const all: readonly Tie[] = [{ relation: 'item', id: itemId }, ...ties]
  return [...new Set(all.map((tie) => keyOf(tie, phase)))].sort()
}

const keyForm = /^(\w+):(.*)@(\w+)$/s

/** What an item's stored keys say of its ties. */
export function standingOfKeys(itemId: string, phase: Phase, keys: readonly string[]): Standing {
  const ties = keys.flatMap((key): Tie[] => {
    const [, relation, id = ''] = keyForm.exec(key) ?? []
    if (relation === undefined) throw new Error(`not a key of an item: ${key}`)
    return relation === 'item' ? [] : [{ relation: relation as Tie['relation'], id }]
  })
  return { itemId, phase, ties }
}

/** Relations in which an item names a unit. Teams, duties and whoever raises or issues may be persons as well. */
export const ofUnits = [
  'lead',
  'cooperating',
  'supervising',
  'team',
  'nodeDuty',
  'firm',
  'partner',
  'raiser',
  'issuer',
] as const satisfies readonly Relation[]
/** Relations in which an item names a person. */
export const ofPersons = [
  'owner',
  'leader',
  'team',
  'nodeDuty',
  'raiser',
  'issuer',
] as const satisfies readonly Relation[]

function tiesOfCharge({ kind, target, orgIds }: Charge): Tie[] {
  if (kind === 'item') return [{ relation: 'item', id: target }]
  if (kind === 'area') return [{ relation: 'area', id: target }]
  return orgIds.map((id): Tie => ({ relation: 'lead', id }))
}

/** Whose own items and charges a post brings: of one held for somebody else, that person's. */
export const selfOf = ({ personId }: Pick<Holder, 'personId'>, { deputyForId }: Holding) => deputyForId ?? personId

/** The ties by which an item stands to a post in a relation. `all` has none: it asks for no tie. */
export function tiesSought(holder: Holder, holding: Holding, relation: Relation): Tie[] {
  const self = selfOf(holder, holding)
  if (relation === 'all') return []
  if (relation === 'charge') {
    return holder.charges.filter(({ personId }) => personId === self).flatMap(tiesOfCharge)
  }
  if (relation === 'area') return holding.areaCodes.map((id): Tie => ({ relation, id }))
  if (relation === 'opened') return [{ relation, id: '' }]
  const units = (ofUnits as readonly Relation[]).includes(relation) ? holding.orgIds : []
  const persons = (ofPersons as readonly Relation[]).includes(relation) ? [self] : []
  return [...units, ...persons].map((id): Tie => ({ relation, id }))
}
