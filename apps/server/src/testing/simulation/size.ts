import type { Playbook } from '@guatu/playbook'

/** How large a simulated district is and how long it is watched. */
export interface Size {
  readonly seed: number
  /** First day, and how many follow. */
  readonly from: string
  readonly days: number
  /** Units that have people of their own. */
  readonly towns: number
  readonly departments: number
  readonly firms: number
  readonly projects: number
  /** What comes onto closed loops in the whole time, by what the list can do. */
  readonly problems: number
  readonly orders: number
  /** Of each other list that is a closed loop. */
  readonly others: number
  readonly kills: number
}

/** A district of 13 towns and 30 departments over a year. */
const year: Size = {
  seed: 330402,
  from: '2026-01-05',
  days: 365,
  towns: 13,
  departments: 30,
  firms: 20,
  projects: 400,
  problems: 3_000,
  orders: 1_200,
  others: 200,
  kills: 40,
}

/** The share of a few towns in a month, small enough for every test run. */
const month: Size = {
  seed: 330402,
  from: '2026-03-16',
  days: 30,
  towns: 3,
  departments: 6,
  firms: 2,
  projects: 40,
  problems: 25,
  orders: 10,
  others: 4,
  kills: 2,
}

/** How many items a list gets, by what it can do. */
export function numberFor({ projects, problems, orders, others }: Size, { capabilities }: Playbook): number {
  if (capabilities.includes('schedule')) return projects
  if (capabilities.includes('problemBoard')) return problems
  return capabilities.includes('orders') ? orders : others
}

/** `GUATU_SEED` lets another year, or month, happen; `GUATU_DAYS` ends it after so many days. */
export function sizeOf(isLong: boolean): Size {
  const size = isLong ? year : month
  const seed = Number(process.env.GUATU_SEED || size.seed)
  const days = Number(process.env.GUATU_DAYS || size.days)
  const part = (count: number) => Math.ceil((count * days) / size.days)
  const { problems, orders, others, kills } = size
  return {
    ...size,
    seed,
    days,
    problems: part(problems),
    orders: part(orders),
    others: part(others),
    kills: part(kills),
  }
}
