import type { FieldRelation, FieldRole, Playbook } from '@guatu/playbook'
import { at, dutiesOf } from './event-data.ts'
import type { Condition } from './rules.ts'
import type { ItemView } from './telling.ts'

const roleOf: Readonly<Partial<Record<FieldRelation, FieldRole>>> = {
  lead: 'leadOrg',
  owner: 'owner',
  leader: 'leader',
}

/** Fields of a list that name who stands in a relation to the item. */
function fieldsOf({ roles, fields }: Playbook, relation: FieldRelation): string[] {
  const role = roleOf[relation]
  const byRole = role && roles[role]
  const byRelation = Object.keys(fields).filter((key) => fields[key]?.relation === relation)
  return [...new Set([...(byRole ? [byRole] : []), ...byRelation])]
}

type Data = Readonly<Record<string, unknown>>

/** Whether a condition of a rule holds of an event and of the item as it stands after it. */
export function holds(condition: Condition, data: Data, item: ItemView | null): boolean {
  if ('path' in condition) {
    const value = at(data, condition.path)
    return condition.in.some((wanted) => wanted === value)
  }
  if ('nodeDuty' in condition) return dutiesOf(data).length > 0
  if (!item) return false
  if ('phase' in condition) return condition.phase.includes(item.standing.phase)
  if ('litBy' in condition) {
    const lit = Array.isArray(data.rules) ? data.rules : []
    return item.playbook.lamps.rules.some(({ key, subject }) => subject === condition.litBy && lit.includes(key))
  }
  if ('changed' in condition) {
    return fieldsOf(item.playbook, condition.changed).some((key) => {
      const to = at(data, `changes.${key}.to`)
      return to !== undefined && to !== null
    })
  }
  const stage = item.playbook.stages.find(({ key }) => key === item.stage)
  return (stage?.final === true) === (condition.stage === 'final')
}
