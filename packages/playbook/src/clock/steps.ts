import { isEmpty } from '../document/field-value.ts'
import type { ChargedRelation } from '../loop.ts'
import { oncePer } from '../once.ts'
import type { Playbook } from '../playbook.ts'
import type { ChargedUnits, LoopHistory, Pause, Stay } from './history.ts'

/** The fields in which a list's items name a unit, by the relations that matter: lead, and whom a clock charges. */
const unitFields = oncePer(({ fields, roles, clocks = [] }: Playbook) => {
  const relations = new Set<ChargedRelation>(['lead', ...clocks.map(({ chargedTo }) => chargedTo)])
  return [...relations].map((relation) => {
    const own = Object.entries(fields).flatMap(([key, field]) =>
      field.kind === 'org' && field.relation === relation ? [key] : [],
    )
    return [relation, relation === 'lead' && roles.leadOrg ? [roles.leadOrg, ...own] : own] as const
  })
})

/** The units that time may be charged to as the document names them; a person, or nobody, is none. */
export function unitsOf(playbook: Playbook, fields: Readonly<Record<string, unknown>>): ChargedUnits {
  const units: Partial<Record<ChargedRelation, string>> = {}
  for (const [relation, keys] of unitFields(playbook)) {
    const key = keys.find((candidate) => !isEmpty(fields[candidate]))
    const id = key === undefined ? null : fields[key]
    if (typeof id === 'string') units[relation] = id
  }
  return units
}

const sameUnits = (a: ChargedUnits, b: ChargedUnits): boolean => {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<ChargedRelation>
  return [...keys].every((key) => a[key] === b[key])
}

/** Where an act leaves an item. */
export interface Step {
  readonly stage: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly at: string
  /** A move was made, be it within the stage. */
  readonly moved: boolean
}

/** An item's way after an act: the same, or with one more stay; pauses end where their clock's stages are left. */
export function stepped<H extends LoopHistory>(playbook: Playbook, history: H, step: Step): LoopHistory {
  const { stage, fields } = step
  const last = history.stays.at(-1)
  const units = unitsOf(playbook, fields)
  const entered = last === undefined || step.moved || last.stage !== stage
  if (last && !entered && sameUnits(last.units, units)) return history
  // A machine's clock may be set back; an item's way never runs backward.
  const at = last && step.at < last.enteredAt ? last.enteredAt : step.at
  const next: Stay = { stage, units, enteredAt: at, leftAt: null, entered }
  const runsHere = (pause: Pause) =>
    playbook.clocks?.some(({ key, runsIn }) => key === pause.clock && runsIn.includes(stage)) ?? false
  return {
    stays: [...history.stays.slice(0, -1), ...(last ? [{ ...last, leftAt: at }] : []), next],
    pauses: history.pauses.map((pause) => (pause.toAt === null && !runsHere(pause) ? { ...pause, toAt: at } : pause)),
  }
}
