import type { Block } from '@guatu/contract'
import type { HoldRow } from '../../store/items/holds.ts'
import { chinaText } from '../../store/past/as-of.ts'

/** The last day that a node is held: what was promised, else what the running clock says, never before today. */
export function heldUntil(
  { deadline, clockDueAt }: Pick<HoldRow, 'deadline' | 'clockDueAt'>,
  today: string,
): Pick<Block, 'until' | 'basis'> {
  if (deadline !== null && deadline >= today) return { until: deadline, basis: 'promised' }
  const due = clockDueAt === null ? null : chinaText(clockDueAt).slice(0, 10)
  // Of a promise that was broken nothing more is known than that it is still open.
  if (deadline === null && due !== null && due >= today) return { until: due, basis: 'clock' }
  return { until: today, basis: 'today' }
}
