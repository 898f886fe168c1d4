import type { Problem, Refused, ScheduleOutcome } from '@guatu/schedule'

/** The one shape that `--json` prints, for a plan that was scheduled and for one that was refused. */
export function scheduleReport(outcome: ScheduleOutcome): object {
  if (outcome.kind === 'refused') {
    const nothing = { shortfallWorkdays: 0, start: null, finish: null, activities: [], criticalPath: [] }
    return { feasible: false, ...nothing, problems: outcome.problems, shortfall: null, notices: [] }
  }
  const { feasible, shortfallWorkdays, start, finish, activities, criticalPath, problems, shortfall, notices } = outcome
  return { feasible, shortfallWorkdays, start, finish, activities, criticalPath, problems, shortfall, notices }
}

const bilingual = ({ message }: Pick<Problem, 'message'>): string => `${message.zh} (${message.en})`

function refusedTable({ problems }: Refused): string {
  return ['无法排程 (cannot be scheduled):', ...problems.map((problem) => `  - ${bilingual(problem)}`)].join('\n')
}

/** The outcome for people to read. */
export function scheduleTable(outcome: ScheduleOutcome): string {
  if (outcome.kind === 'refused') return refusedTable(outcome)
  const heads = ['节点', '最早开始', '最早完成', '最迟开始', '最迟完成', '总时差', '自由时差', '关键']
  const rows = outcome.activities.map((activity) => [
    activity.id,
    ...[activity.earlyStart, activity.earlyFinish, activity.lateStart, activity.lateFinish],
    ...[String(activity.totalFloat), String(activity.freeFloat), activity.critical ? '●' : ''],
  ])
  return [
    `${outcome.start ?? '—'} 至 ${outcome.finish ?? '—'}`,
    ...[heads, ...rows].map((cells) => cells.join('\t')),
    `关键线路 (critical path): ${outcome.criticalPath.join(' → ')}`,
    ...outcome.notices.map(bilingual),
  ].join('\n')
}
