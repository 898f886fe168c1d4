import type { Role } from '@guatu/access'

/** One picture of the demonstration district. */
export interface Screen {
  /** File name in docs/screenshots, without its ending. */
  readonly name: string
  /** Path of the page; `first item` at its beginning or end stands for the first project that the person sees. */
  readonly path: string
  readonly viewport: { readonly width: number; readonly height: number }
  readonly theme: 'paper' | 'ink'
  /** The list, and the part of it, whose first item is meant; absent: the ledger that the demonstration shows. */
  readonly list?: string
  /** Whose eyes it is seen with: the district office's, unless told; null: nobody is signed in. */
  readonly as?: Role | null
}

const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const wall = { width: 1920, height: 1080 }

/** The ledger that the demonstration shows. */
export const ledgerPath = '/list/major-project'
export const firstItem = 'first item'

export const screens: readonly Screen[] = [
  { name: 'cockpit', path: '/', viewport: desktop, theme: 'paper' },
  { name: 'ledger', path: ledgerPath, viewport: desktop, theme: 'paper' },
  { name: 'wall-map', path: '/wall/major-project', viewport: desktop, theme: 'paper' },
  { name: 'project', path: firstItem, viewport: desktop, theme: 'paper' },
  { name: 'import', path: '/import/major-project', viewport: desktop, theme: 'paper' },
  { name: 'rules', path: '/rules/major-project', viewport: desktop, theme: 'paper' },
  { name: 'five-fix', path: '/check/major-project', viewport: desktop, theme: 'paper' },
  { name: 'problem-board', path: '/problems/front-line-problem', viewport: desktop, theme: 'paper' },
  {
    name: 'problem',
    path: firstItem,
    viewport: desktop,
    theme: 'paper',
    list: 'front-line-problem&filter=stage:in:handling',
  },
  { name: 'problem-board-phone', path: '/problems/front-line-problem', viewport: phone, theme: 'ink' },
  { name: 'raise-phone', path: '/raise/front-line-problem', viewport: phone, theme: 'paper', as: 'town' },
  { name: 'cockpit-phone', path: '/', viewport: phone, theme: 'paper' },
  { name: 'project-phone', path: firstItem, viewport: phone, theme: 'paper' },
  { name: 'sign-in', path: '/sign-in', viewport: desktop, theme: 'paper', as: null },
  { name: 'account', path: '/account', viewport: desktop, theme: 'paper', as: 'town' },
  { name: 'accounts', path: '/accounts', viewport: desktop, theme: 'paper', as: 'systemAdmin' },
  { name: 'cockpit-deputy', path: '/', viewport: desktop, theme: 'paper', as: 'deputy' },
  { name: 'directory', path: '/directory?tab=charges', viewport: desktop, theme: 'paper' },
  { name: 'access', path: `/access?item=${firstItem}`, viewport: desktop, theme: 'paper', as: 'town' },
  { name: 'access-rules', path: '/access/rules', viewport: desktop, theme: 'paper', as: 'securityAdmin' },
  { name: 'audit', path: '/audit', viewport: desktop, theme: 'paper', as: 'auditAdmin' },
  { name: 'project-masks', path: `${firstItem}?tab=fields`, viewport: desktop, theme: 'paper', as: 'firm' },
  { name: 'as-of', path: `${ledgerPath}?asOf=2026-11-01`, viewport: desktop, theme: 'paper' },
  { name: 'access-phone', path: `/access?item=${firstItem}`, viewport: phone, theme: 'paper', as: 'town' },
  { name: 'inbox', path: '/inbox?show=all', viewport: desktop, theme: 'paper' },
  { name: 'inbox-phone', path: '/inbox?show=all', viewport: phone, theme: 'ink' },
  { name: 'channels', path: '/channels', viewport: desktop, theme: 'paper' },
  { name: 'comparison', path: '/compare/major-project', viewport: desktop, theme: 'paper' },
  { name: 'comparison-phone', path: '/compare/major-project?kind=later', viewport: phone, theme: 'ink' },
  {
    name: 'baselines',
    path: `${firstItem}?tab=plan`,
    list: 'major-project&q=七星街道污水处理厂',
    viewport: desktop,
    theme: 'paper',
  },
  { name: 'change', path: firstItem, list: 'plan-change&filter=stage:in:applied', viewport: desktop, theme: 'paper' },
  { name: 'change-phone', path: firstItem, list: 'plan-change&filter=stage:in:applied', viewport: phone, theme: 'ink' },
  { name: 'order-desk', path: '/desk/supervision-order', viewport: desktop, theme: 'paper', as: 'supervisor' },
  { name: 'order-desk-phone', path: '/desk/supervision-order', viewport: phone, theme: 'ink', as: 'town' },
  { name: 'patrol', path: '/patrol/supervision-visit', viewport: desktop, theme: 'paper' },
  { name: 'my-charge', path: '/my-charge', viewport: desktop, theme: 'ink', as: 'leader' },
  { name: 'signs', path: '/signs', viewport: desktop, theme: 'paper' },
  { name: 'signs-phone', path: '/signs?sign=slow', viewport: phone, theme: 'ink' },
  { name: 'exemptions', path: '/exemptions', viewport: desktop, theme: 'paper' },
  { name: 'exemptions-phone', path: '/exemptions', viewport: phone, theme: 'paper' },
  { name: 'pledges', path: '/list/performance-pledge', viewport: desktop, theme: 'ink' },
  { name: 'report', path: '/report', viewport: desktop, theme: 'paper', as: 'department' },
  { name: 'report-phone', path: '/report', viewport: phone, theme: 'paper', as: 'department' },
  { name: 'report-phone-ink', path: '/report', viewport: phone, theme: 'ink', as: 'department' },
  { name: 'report-sheet', path: '/report/sheet/major-project', viewport: desktop, theme: 'paper', as: 'department' },
  { name: 'report-desk', path: '/report/desk', viewport: desktop, theme: 'ink', as: 'verifier' },
  { name: 'wall-screen', path: '/screen', viewport: wall, theme: 'ink' },
]
