import type { PlanNode } from '@guatu/kernel'
import { type Field, type FieldRelation, type FieldRole, type Playbook, tiesOf } from '@guatu/playbook'
import type { Actor } from '../../store/actor.ts'
import type { HeldItem } from '../../store/items/change.ts'

/** Whoever answers for a project, supervises it or leads it stands so to an application about it. */
const copiedRoles: readonly FieldRole[] = ['leadOrg', 'leader', 'area']

type Fields = Readonly<Record<string, unknown>>

const valueInRole = ({ playbook }: HeldItem['context'], fields: Fields, role: FieldRole) => {
  const key = playbook.roles[role]
  return key === undefined ? null : (fields[key] ?? null)
}

/** Fields of an application that tie it in a relation, and that take such a value. */
const tying = (playbook: Playbook, relation: FieldRelation, kind: Field['kind']) =>
  Object.entries(playbook.fields).flatMap(([key, field]) =>
    field.relation === relation && field.kind === kind ? [key] : [],
  )

/** What an application takes over from the project that it is about, and from who applies. */
export function takenOver(application: Playbook, { context, row, state }: HeldItem, actor: Actor): Fields {
  const taken: Record<string, unknown> = {}
  for (const role of copiedRoles) {
    const key = application.roles[role]
    if (key !== undefined) taken[key] = valueInRole(context, state.fields, role)
  }
  const ties = tiesOf(row, [] satisfies readonly PlanNode[], context.playbook)
  const supervising = ties.find(({ relation }) => relation === 'supervising')?.id
  for (const key of tying(application, 'supervising', 'org')) taken[key] = supervising ?? null
  for (const key of tying(application, 'raiser', 'org')) taken[key] = row.leadOrgId
  for (const key of tying(application, 'raiser', 'person')) taken[key] = actor.personId
  return Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== null))
}

/** How an application is called: by its project, and which one it is. */
export function applicationTitle(project: string, number: number): string {
  const which = number > 1 ? `（第 ${number} 次）` : ''
  return `${project.slice(0, 150)} 计划变更申请${which}`
}
