import { elapsedPercent, type Playbook } from '@guatu/playbook'
import type { FactDraft } from '../store/items/compose.ts'
import { addDays, instantAt, monthEnd } from './days.ts'
import type { Project } from './projects.ts'
import { wanYuan } from './projects.ts'
import type { Random } from './random.ts'

const source = { kind: 'demonstration' } as const
const behindBy = { red: [32, 44], orange: [21, 28], yellow: [11, 18] } as const

/** The last month whose figures are in: reported on the third to sixth day of the next. */
function lastReportedMonth(today: string): number {
  const month = Number(today.slice(5, 7))
  return Number(today.slice(8, 10)) > 6 ? month - 1 : month - 2
}

/** The year's plan in 万元; projects that do not build yet have none, or a small one. */
export function planWan(random: Random, { stage, totalWan }: Project): number | null {
  const shares: Readonly<Record<string, readonly [number, number]>> = {
    preliminary: [2, 8],
    land: [6, 16],
    construction: [18, 46],
    completed: [8, 20],
    producing: [2, 6],
  }
  const share = shares[stage]
  if (!share || (stage === 'preliminary' && random.chance(0.35))) return null
  return Math.max(100, Math.round((totalWan * random.within(share)) / 100 / 100) * 100)
}

/** Percent of the year's plan that is done by the last reported month, so that the lamp tells what it is meant to. */
function donePercent(random: Random, { standing, gravity, stage }: Project, today: string): number {
  const elapsed = elapsedPercent(today)
  if (standing === 'behind' && gravity) return Math.max(0, elapsed - random.within(behindBy[gravity]))
  if (stage === 'completed' || stage === 'producing') return 100
  return Math.max(0, elapsed - random.between(-9, 7))
}

interface Reporter {
  readonly personId: string
  readonly name: string
}

/**
 * The figures of the year, month by month as they were reported: each month and the sum so far, in whole 万元. The
 * statistics bureau has verified most of what is older than two months.
 */
export function figuresOf(
  random: Random,
  playbook: Playbook,
  project: Project,
  plan: number | null,
  people: { readonly reporter: Reporter; readonly verifier: Reporter },
  today: string,
): FactDraft[] {
  if (plan === null) return []
  const year = today.slice(0, 4)
  const stamp = { currency: 'CNY', source, reportedBy: people.reporter.name }
  const metric = (role: 'annualPlan' | 'annualDone' | 'monthDone') =>
    playbook.fields[playbook.roles[role] ?? '']?.metric
  const drafts: FactDraft[] = []
  const planMetric = metric('annualPlan')
  const planned = {
    period: year,
    value: wanYuan(plan).amount,
    reportedAt: instantAt(`${year}-01-02`, 9 * 60 + random.between(0, 400)),
  }
  if (planMetric) drafts.push({ metric: planMetric, ...planned, ...stamp })
  const months = lastReportedMonth(today)
  const total = Math.round((plan * donePercent(random, project, today)) / 100)
  const weights = Array.from({ length: months }, () => 0.6 + random.next())
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  let weighed = 0
  for (const [index, weight] of weights.entries()) {
    weighed += weight
    const sofar = Math.round((total * weighed) / whole)
    const period = `${year}-${String(index + 1).padStart(2, '0')}`
    const day = addDays(monthEnd(`${period}-01`), random.between(3, 6))
    const reportedAt = instantAt(day, 9 * 60 + random.between(0, 480))
    const isOld = index + 1 <= months - 1 && random.chance(0.86)
    const verified = isOld
      ? { verified: { by: people.verifier.name, at: instantAt(addDays(day, 9), 10 * 60 + random.between(0, 300)) } }
      : {}
    const values = { monthDone: sofar - before, annualDone: sofar }
    for (const role of ['monthDone', 'annualDone'] as const) {
      const name = metric(role)
      const evidence = isOld ? `${year}年${index + 1}月投资凭证` : null
      if (name)
        drafts.push({
          metric: name,
          period,
          value: wanYuan(values[role]).amount,
          ...stamp,
          reportedAt,
          evidence,
          ...verified,
        })
    }
    before = sofar
  }
  return drafts
}
