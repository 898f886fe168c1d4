import type { Action } from '@guatu/access'
import type { Capability } from '@guatu/playbook'
import type { Text } from './language.ts'
import { shellTexts } from './texts.ts'

/** Kinds of work that several screens serve: in the navigation they stand under one word. */
export const groupTitles = {
  push: { zh: '攻坚', en: 'Push' },
  solve: { zh: '破难', en: 'Solve' },
  supervise: { zh: '督导', en: 'Supervise' },
  keep: { zh: '设置', en: 'Set up' },
} as const satisfies Record<string, Text>

export type ScreenGroup = keyof typeof groupTitles

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
  /** Absent: it stands in the navigation by itself. */
  readonly group?: ScreenGroup
}

const reading: readonly Action[] = ['item.read']
/** Those of the district’s own units: firms, partners and deputies find less in the navigation. */
const staff: readonly Action[] = ['directory.read']

/** In the order of the navigation: the work first, what keeps the house after it. */
export const screens: readonly ScreenEntry[] = [
  { path: '/', title: shellTexts.cockpit, opens: reading, shown: reading },
  { path: '/wall/$playbook', title: shellTexts.wallMap, opens: reading, shown: reading, needs: 'schedule' },
  { path: '/list/$playbook', title: shellTexts.ledger, opens: reading, shown: reading },
  { path: '/report', title: shellTexts.reporting, opens: ['fact.report'], shown: ['fact.report'], group: 'push' },
  {
    path: '/report/sheet/$playbook',
    title: shellTexts.reportSheet,
    opens: reading,
    shown: ['fact.report'],
    needs: 'reports',
    group: 'push',
  },
  {
    path: '/report/desk',
    title: shellTexts.reportDesk,
    opens: ['fact.verify'],
    shown: ['fact.verify'],
    group: 'push',
  },
  {
    path: '/check/$playbook',
    title: shellTexts.check,
    opens: reading,
    shown: ['item.plan'],
    needs: 'schedule',
    group: 'push',
  },
  {
    path: '/compare/$playbook',
    title: shellTexts.comparison,
    opens: reading,
    shown: ['item.plan', 'change.approve', 'fact.verify'],
    needs: 'schedule',
    group: 'push',
  },
  { path: '/import/$playbook', title: shellTexts.import, opens: ['import.run'], shown: ['import.run'], group: 'push' },
  {
    path: '/problems/$playbook',
    title: shellTexts.problems,
    opens: reading,
    shown: [...staff, 'item.create'],
    needs: 'problemBoard',
    group: 'solve',
  },
  {
    path: '/raise/$playbook',
    title: shellTexts.raise,
    opens: ['item.create'],
    shown: ['item.create'],
    needs: 'problemBoard',
    group: 'solve',
  },
  { path: '/my-charge', title: shellTexts.myCharge, opens: reading, shown: ['change.approve'], group: 'supervise' },
  {
    path: '/desk/$playbook',
    title: shellTexts.orderDesk,
    opens: reading,
    shown: staff,
    needs: 'orders',
    group: 'supervise',
  },
  {
    path: '/patrol/$playbook',
    title: shellTexts.patrol,
    opens: reading,
    shown: staff,
    needs: 'visits',
    group: 'supervise',
  },
  { path: '/signs', title: shellTexts.signs, opens: reading, shown: staff, group: 'supervise' },
  { path: '/exemptions', title: shellTexts.exemptions, opens: reading, shown: staff, group: 'supervise' },
  { path: '/screen', title: shellTexts.screen, opens: reading, shown: reading },
  {
    path: '/rules/$playbook',
    title: shellTexts.rules,
    opens: [],
    shown: ['item.read', 'list.configure'],
    group: 'keep',
  },
  {
    path: '/channels',
    title: shellTexts.channels,
    opens: ['list.configure'],
    shown: ['list.configure'],
    group: 'keep',
  },
  {
    path: '/accounts',
    group: 'keep',
    title: shellTexts.accounts,
    opens: ['account.manage', 'account.unlock'],
    shown: ['account.manage', 'account.unlock'],
  },
  {
    path: '/directory',
    group: 'keep',
    title: shellTexts.directory,
    opens: ['directory.read'],
    shown: ['directory.manage', 'post.manage', 'charge.manage'],
  },
  { path: '/access', title: shellTexts.access, opens: [], shown: ['rule.manage', 'access.explain'], group: 'keep' },
  { path: '/audit', title: shellTexts.audit, opens: ['audit.read'], shown: ['audit.read'], group: 'keep' },
  { path: '/inbox', title: shellTexts.inbox, opens: [], shown: [] },
  { path: '/item/$itemId', title: shellTexts.project, opens: reading, shown: [] },
  { path: '/change/$itemId', title: shellTexts.changeForm, opens: ['item.plan'], shown: [] },
]

type May = (action: Action) => boolean

const mayAny = (may: May, actions: readonly Action[]): boolean => actions.some(may)

export const mayOpen = ({ opens }: ScreenEntry, may: May): boolean => opens.length === 0 || mayAny(may, opens)

/** What the navigation shows somebody who may do these things. */
export const navigationFor = (may: May): readonly ScreenEntry[] =>
  screens.filter((screen) => mayOpen(screen, may) && mayAny(may, screen.shown))

export type Placed = Pick<ScreenEntry, 'path' | 'title' | 'group'>

/** What stands in the navigation: a screen by itself, or a group; one that would hold a single screen is that screen. */
export type Place<S extends Placed> =
  | { readonly kind: 'one'; readonly screen: S }
  | { readonly kind: 'group'; readonly group: ScreenGroup; readonly screens: readonly S[] }

/** Screens in their order, each group where its first screen stands; a group that is all there is lies open. */
export function placedIn<S extends Placed>(screens: readonly S[]): Place<S>[] {
  return screens.flatMap((screen): Place<S>[] => {
    const { group } = screen
    const same = group ? screens.filter((other) => other.group === group) : []
    if (!group || same.length === 1 || same.length === screens.length) return [{ kind: 'one', screen }]
    return same[0] === screen ? [{ kind: 'group', group, screens: same }] : []
  })
}

/** Where somebody starts: the cockpit, or the first screen of his own work; his account where there is none. */
export function startFor(may: May): string {
  const own = navigationFor(may).find(({ path }) => !path.includes('$') && path !== '/screen')
  return own?.path ?? '/account'
}

/** The screen that a path pattern of the router belongs to; undefined: it is for everybody. */
export const screenAt = (path: string): ScreenEntry | undefined => screens.find((screen) => screen.path === path)
