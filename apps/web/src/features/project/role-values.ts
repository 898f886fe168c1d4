import type { Money } from '@guatu/kernel'
import type { FieldRole } from '@guatu/playbook'
import type { Project } from './project.ts'

const valueByRole = ({ reply, playbook }: Project, role: FieldRole): unknown => {
  const key = playbook.roles[role]
  return key === undefined ? undefined : reply.item.fields[key]
}

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'amount' in value

/** Money of the field that plays the part, as MoneyText takes it; `amount` null when it is not filled in. */
export function moneyByRole(
  project: Project,
  role: FieldRole,
): Partial<Omit<Money, 'amount'>> & { readonly amount: string | null } {
  const value = valueByRole(project, role)
  return isMoney(value) ? value : { amount: null }
}

export function textByRole(project: Project, role: FieldRole): string | null {
  const value = valueByRole(project, role)
  return typeof value === 'string' ? value : null
}
