import type { NodeLink, PlanNode } from '@guatu/kernel'
import type { WorkCalendar } from '@guatu/schedule'

type Dated = PlanNode & { readonly plannedStart: string; readonly plannedFinish: string }

export const isDated = (node: PlanNode): node is Dated => node.plannedStart !== null && node.plannedFinish !== null

/**
 * What is wrong with a plan, by counting days on the calendar one by one: it shares no code with the passes that made it.
 */
export function planFaults(nodes: readonly PlanNode[], links: readonly NodeLink[], calendar: WorkCalendar): string[] {
  const open = new Map(nodes.filter((node) => !node.done && isDated(node)).map((node) => [node.nodeKey, node as Dated]))
  const faults: string[] = []
  for (const node of open.values()) {
    for (const date of [node.plannedStart, node.plannedFinish]) {
      if (!calendar.isWorkday(date)) faults.push(`${node.nodeKey} on ${date}, a day off`)
    }
    const length = workdays(node.plannedStart, node.plannedFinish, calendar)
    if (node.actualStart === null && length !== Math.max(node.durationWorkdays, 1)) {
      faults.push(`${node.nodeKey} takes ${length}, not ${node.durationWorkdays}`)
    }
  }
  for (const link of links) {
    const from = open.get(link.from)
    const to = open.get(link.to)
    if (from && to && !isKept(link, from, to, calendar))
      faults.push(`${link.from} -> ${link.to} ${link.type} is broken`)
  }
  return faults
}

/** Working days from one date to another, both counted. */
export function workdays(from: string, to: string, calendar: WorkCalendar): number {
  let count = 0
  for (let day = from; day <= to; day = nextDay(day)) if (calendar.isWorkday(day)) count += 1
  return count
}

function isKept(link: NodeLink, from: Dated, to: Dated, calendar: WorkCalendar): boolean {
  const lag = link.lagWorkdays
  const ends = {
    FS: [from.plannedFinish, to.plannedStart, lag + 1],
    SS: [from.plannedStart, to.plannedStart, lag],
    FF: [from.plannedFinish, to.plannedFinish, lag],
    SF: [from.plannedStart, to.plannedFinish, lag - 1],
  } as const
  const [left, right, gap] = ends[link.type]
  return shifted(left, gap, calendar) <= right
}

/** The working day some working days after another working day, one step at a time. */
function shifted(date: string, by: number, calendar: WorkCalendar): string {
  let day = date
  for (let left = Math.abs(by); left > 0; left -= calendar.isWorkday(day) ? 1 : 0) {
    day = by > 0 ? nextDay(day) : previousDay(day)
  }
  return day
}

const nextDay = (date: string): string => moved(date, 1)
const previousDay = (date: string): string => moved(date, -1)

function moved(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
