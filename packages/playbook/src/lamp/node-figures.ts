import type { PlanNode } from '@guatu/kernel'
import { toDay, type WorkCalendar } from '@guatu/schedule'
import type { NodeFigures } from '../figures.ts'
import { daysPast } from './item-figures.ts'

/** What the rules know of a node that is not done. Figures of dates that it does not have are 0. */
export function nodeFigures(node: PlanNode, today: string, calendar: WorkCalendar): NodeFigures {
  const finish = node.plannedFinish
  const started = node.done || node.actualStart !== null
  const late = finish !== null && finish < today
  return {
    dated: finish !== null,
    started,
    lateDays: finish === null ? 0 : daysPast(finish, today),
    lateWorkdays: late ? calendar.workdaysBetween(finish, today) : 0,
    dueInDays: finish === null ? 0 : toDay(finish) - toDay(today),
    dueInWorkdays: finish === null ? 0 : calendar.workdaysBetween(today, finish),
    startLateDays: started || node.plannedStart === null ? 0 : daysPast(node.plannedStart, today),
    floatWorkdays: node.floatWorkdays ?? 0,
    critical: node.critical,
  }
}
