import { playbooks } from '@guatu/playbooks'
import { describe, expect, it } from 'vitest'
import type { Project } from './project.ts'
import { donePercent, moneyByRole, textByRole } from './role-values.ts'

const playbook = playbooks[0]!
const { annualPlan, annualDone, leader } = playbook.roles
const projectWith = (fields: Record<string, unknown>): Project =>
  ({ playbook, reply: { item: { fields } } }) as unknown as Project
const money = (amount: string, currency = 'CNY') => ({ amount, currency })

describe('values by the part they play', () => {
  it('finds money and text by role, and says so when there is none', () => {
    const project = projectWith({ [annualPlan!]: money('100.00'), [leader!]: 'p1' })
    expect(moneyByRole(project, 'annualPlan')).toEqual(money('100.00'))
    expect(moneyByRole(project, 'annualDone')).toEqual({ amount: null })
    expect(textByRole(project, 'leader')).toBe('p1')
    expect(textByRole(project, 'annualPlan')).toBeNull()
  })
})

describe('the share of the plan that is done', () => {
  const shareOf = (plan: unknown, done: unknown) =>
    donePercent(projectWith({ [annualPlan!]: plan, [annualDone!]: done }))

  it('is exact to one decimal whatever the size', () => {
    expect(shareOf(money('17000000.00'), money('14410000.00'))).toBe(84.7)
    expect(shareOf(money('30000000000000.00'), money('10000000000000.00'))).toBe(33.3)
  })

  it('is nothing without a plan, with an empty one, or across currencies', () => {
    expect(shareOf(undefined, money('1.00'))).toBeNull()
    expect(shareOf(money('0.00'), money('1.00'))).toBeNull()
    expect(shareOf(money('1.00'), money('1.00', 'USD'))).toBeNull()
  })
})
