import type { AccountEntry } from '@guatu/contract'
import { searchText } from '@guatu/kernel'

export type State = AccountEntry['state']

export const states: readonly State[] = ['open', 'none', 'invited', 'locked', 'closed']

/** How many accounts are in each state. */
export function tally(accounts: readonly AccountEntry[]): Readonly<Record<State, number>> {
  const counts: Record<State, number> = { none: 0, invited: 0, open: 0, locked: 0, closed: 0 }
  for (const { state } of accounts) counts[state] += 1
  return counts
}

const haystacks = new WeakMap<AccountEntry, string>()

/** Name, unit, post and user name with their pinyin and initials: computed once for each account. */
function haystackOf(account: AccountEntry): string {
  const known = haystacks.get(account)
  if (known !== undefined) return known
  const { name, org, post, userName } = account
  const text = [name, org, post, userName]
    .filter((part) => part !== null)
    .map(searchText)
    .join(' ')
  haystacks.set(account, text)
  return text
}

/** Accounts of a state (null: of all) that the typed words find. */
export function selected(
  accounts: readonly AccountEntry[],
  state: State | null,
  typed: string,
): readonly AccountEntry[] {
  const wanted = typed.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  return accounts.filter(
    (account) => (state === null || account.state === state) && (wanted === '' || haystackOf(account).includes(wanted)),
  )
}

/** What can be done to an account. */
export type AccountAct = 'invite' | 'close' | 'reopen' | 'endSessions' | 'unlock' | 'reset'

interface Keeper {
  readonly manages: boolean
  readonly unlocks: boolean
}

/** The acts that its state allows, for whoever keeps accounts: each administrator finds his own only. */
export function actsOf({ state, sessions }: AccountEntry, { manages, unlocks }: Keeper): readonly AccountAct[] {
  const living = state === 'open' || state === 'locked'
  const managing: readonly (readonly [AccountAct, boolean])[] = [
    ['invite', state === 'none' || state === 'invited'],
    ['endSessions', living && sessions > 0],
    ['close', living],
    ['reopen', state === 'closed'],
  ]
  const unlocking: readonly (readonly [AccountAct, boolean])[] = [
    ['unlock', state === 'locked'],
    ['reset', living],
  ]
  return [...(unlocks ? unlocking : []), ...(manages ? managing : [])].flatMap(([act, open]) => (open ? [act] : []))
}
