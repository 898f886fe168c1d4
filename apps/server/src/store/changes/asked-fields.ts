import type { PartialDate } from '@guatu/kernel'
import type { PlanEffect, Playbook } from '@guatu/playbook'
import type { PlanChange } from '../items/plan-write.ts'

/** What an application asks, in the fields that its list shows it in. */
export function askedFields(
  { roles }: Playbook,
  { finish }: PlanChange,
  { finishShiftWorkdays }: PlanEffect,
): Readonly<Record<string, unknown>> {
  const date: PartialDate | null = finish === undefined ? null : { date: finish, precision: 'day' }
  return {
    ...(roles.askedFinish ? { [roles.askedFinish]: date } : {}),
    ...(roles.askedWorkdays ? { [roles.askedWorkdays]: finishShiftWorkdays } : {}),
  }
}
