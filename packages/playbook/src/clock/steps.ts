import { isEmpty } from '../document/field-value.ts'
import type { ChargedRelation } from '../loop.ts'
import type { Playbook } from '../playbook.ts'
import type { ChargedUnits, LoopHistory, Pause, Stay } from './history.ts'

/** The unit that a list's items name in a relation; a person, or nobody, is none. */
function unitIn(playbook: Playbook, relation: ChargedRelation, fields: Readonly<Record<string, unknown>>) {
  const own = Object.entries(playbook.fields).filter(([, field]) => field.kind === 'org' && field.relation === relation)
  const keys = relation === 'lead' ? [playbook.roles.leadOrg, ...own.map(([key]) => key)] : own.map(([key]) => key)
  const value = keys.map((key) => (key === undefined ? null : fields[key])).find((id) => !isEmpty(id))
  return typeof value === 'string' ? value : null
}

/** The units that time may be charged to as the document names them: the lead unit, and whom a clock of the list charges. */
export function unitsOf(playbook: Playbook, fields: Readonly<Record<string, unknown>>): ChargedUnits {
  const relations = new Set<ChargedRelation>(['lead', ...(playbook.clocks ?? []).map(({ chargedTo }) => chargedTo)])
  const named = [...relations].flatMap((relation) => {
    const id = unitIn(playbook, relation, fields)
    return id === null ? [] : [[relation, id] as const]
  })
  return Object.fromEntries(named)
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
