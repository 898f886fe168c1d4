import { centsOf, type Money } from '@guatu/kernel'
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

/** Share of the year's plan that is done, in percent with one decimal; null without a plan, or across currencies. */
export function donePercent(project: Project): number | null {
  const plan = valueByRole(project, 'annualPlan')
  const done = valueByRole(project, 'annualDone')
  if (!isMoney(plan) || !isMoney(done) || plan.currency !== done.currency) return null
  const planCents = centsOf(plan.amount)
  return planCents > 0n ? Number((centsOf(done.amount) * 1000n) / planCents) / 10 : null
}
