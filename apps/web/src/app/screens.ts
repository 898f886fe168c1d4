import type { Action } from '@guatu/access'
import type { Capability } from '@guatu/playbook'
import type { Text } from './language.ts'
import { shellTexts } from './texts.ts'

/** A screen that the navigation can lead to. */
export interface ScreenEntry {
  readonly path: string
  readonly title: Text
  /** Who may open it: holders of any of these; everybody who is signed in when there are none. */
  readonly opens: readonly Action[]
  /** Whose daily work it is: holders of any of these find it in the navigation. The rest reach it by a link. */
  readonly shown: readonly Action[]
  /** What the list of the address has to offer; absent: the screen shows every list. */
  readonly needs?: Capability
}

const reading: readonly Action[] = ['item.read']

/** In the order of the navigation: the work first, what keeps the house after it. */
export const screens: readonly ScreenEntry[] = [
  { path: '/', title: shellTexts.cockpit, opens: reading, shown: reading },
  { path: '/wall/$playbook', title: shellTexts.wallMap, opens: reading, shown: reading, needs: 'schedule' },
  { path: '/list/$playbook', title: shellTexts.ledger, opens: reading, shown: reading },
  { path: '/check/$playbook', title: shellTexts.check, opens: reading, shown: ['item.plan'], needs: 'schedule' },
  { path: '/import/$playbook', title: shellTexts.import, opens: ['import.run'], shown: ['import.run'] },
  { path: '/rules/$playbook', title: shellTexts.rules, opens: [], shown: ['item.read', 'list.configure'] },
  { path: '/screen', title: shellTexts.screen, opens: reading, shown: reading },
  { path: '/item/$itemId', title: shellTexts.project, opens: reading, shown: [] },
  {
    path: '/accounts',
    title: shellTexts.accounts,
    opens: ['account.manage', 'account.unlock'],
    shown: ['account.manage', 'account.unlock'],
  },
  {
    path: '/directory',
    title: shellTexts.directory,
    opens: ['directory.read'],
    shown: ['directory.manage', 'post.manage', 'charge.manage'],
  },
  { path: '/access', title: shellTexts.access, opens: [], shown: ['rule.manage', 'access.explain'] },
  { path: '/audit', title: shellTexts.audit, opens: ['audit.read'], shown: ['audit.read'] },
]

type May = (action: Action) => boolean

const mayAny = (may: May, actions: readonly Action[]): boolean => actions.some(may)

export const mayOpen = ({ opens }: ScreenEntry, may: May): boolean => opens.length === 0 || mayAny(may, opens)

/** What the navigation shows somebody who may do these things. */
export const navigationFor = (may: May): readonly ScreenEntry[] =>
  screens.filter((screen) => mayOpen(screen, may) && mayAny(may, screen.shown))

/** Where somebody starts: the cockpit, or the first screen of his own work; his account where there is none. */
export function startFor(may: May): string {
  const own = navigationFor(may).find(({ path }) => !path.includes('$') && path !== '/screen')
  return own?.path ?? '/account'
}

/** The screen that a path pattern of the router belongs to; undefined: it is for everybody. */
export const screenAt = (path: string): ScreenEntry | undefined => screens.find((screen) => screen.path === path)
