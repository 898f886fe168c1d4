import type { ConstraintType } from './input.ts'

const NAMES: Record<ConstraintType, string> = {
  'not-earlier': 'notearlier notearlierthan startnotearlier startnotearlierthan startnoearlierthan snet',
  'not-later': 'notlater notlaterthan finishnotlater finishnotlaterthan finishnolaterthan fnlt',
  'must-start': 'muststart muststarton starton mso',
  'must-finish': 'mustfinish mustfinishon finishon mfo',
  'as-late-as-possible': 'aslateaspossible alap',
  'start-not-later': 'startnotlater startnotlaterthan startnolaterthan snlt',
  'finish-not-earlier': 'finishnotearlier finishnotearlierthan finishnoearlierthan fnet',
}

const byName = new Map(
  Object.entries(NAMES).flatMap(([type, names]) =>
    names.split(' ').map((name) => [name, type as ConstraintType] as const),
  ),
)

/** The constraint that a name means, in the spelling of this or of other tools; null for none at all, undefined if unknown. */
export function constraintNamed(name: unknown): ConstraintType | null | undefined {
  if (typeof name !== 'string') return undefined
  const plain = name.toLowerCase().replace(/[^a-z]/g, '')
  return plain === 'assoonaspossible' || plain === 'asap' ? null : byName.get(plain)
}
