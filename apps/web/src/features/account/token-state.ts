import type { Tokens } from '@guatu/contract'
import { fromDay, toDay } from '@guatu/schedule'
import { dayOfInstant } from '../../ui/format.ts'

export type TokenState = 'open' | 'expired' | 'revoked'

/** `today`: the district's day. A token whose last day is today still opens. */
export function tokenState(
  { expiresAt, revokedAt }: Pick<Tokens[number], 'expiresAt' | 'revokedAt'>,
  today: string,
): TokenState {
  if (revokedAt !== null) return 'revoked'
  return dayOfInstant(expiresAt) < today ? 'expired' : 'open'
}

const daysAfter = (today: string, days: number): string => fromDay(toDay(today) + days)

/** Last days that the form offers: the longest is what the server allows. */
export const expiryChoices = (
  today: string,
): { readonly least: string; readonly usual: string; readonly most: string } => ({
  least: daysAfter(today, 1),
  usual: daysAfter(today, 90),
  most: daysAfter(today, 365),
})
