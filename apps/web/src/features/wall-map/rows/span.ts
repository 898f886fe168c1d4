import type { WallItem, WallNode } from '@guatu/contract'
import { type Day, toDay, type WorkCalendar } from '@guatu/schedule'

/** First and last day, both inclusive. */
export interface Span {
  readonly start: Day
  readonly finish: Day
}

/** Where the bar of a node lies: what happened where it is known, what is planned otherwise; null while nothing is dated. */
export function nodeSpan(node: WallNode): Span | null {
  const finish = node.actualFinish ?? node.plannedFinish ?? node.plannedStart
  const start = node.actualStart ?? node.plannedStart ?? finish
  if (start === null || finish === null) return null
  return ordered(toDay(start), toDay(finish))
}

export function baselineSpan(node: WallNode): Span | null {
  const { baselineStart, baselineFinish } = node
  if (baselineStart === null && baselineFinish === null) return null
  return ordered(toDay((baselineStart ?? baselineFinish)!), toDay((baselineFinish ?? baselineStart)!))
}

const ordered = (a: Day, b: Day): Span => (a <= b ? { start: a, finish: b } : { start: b, finish: b })

/** From the first node to the last; falls back on the project's own start and deadline. */
export function projectSpan(item: WallItem): Span | null {
  let span: Span | null = null
  for (const node of item.nodes) {
    const next = nodeSpan(node)
    if (next === null) continue
    span = span
      ? { start: Math.min(span.start, next.start), finish: Math.max(span.finish, next.finish) }
      : { start: next.start, finish: next.finish }
  }
  if (span) return span
  const { start, deadline } = item
  if (start === null && deadline === null) return null
  return ordered(toDay((start ?? deadline)!), toDay((deadline ?? start)!))
}

/**
 * Share of a node that is behind it, 0 to 1. Nobody reports a node's percentage, so a node under way counts the working
 * days that have passed, and is never full before its finish is reported.
 */
export function nodeProgress(node: WallNode, today: string, calendar: WorkCalendar): number {
  if (node.done) return 1
  const span = nodeSpan(node)
  if (node.actualStart === null || span === null) return 0
  const { table } = calendar
  const whole = table.countBefore(span.finish + 1) - table.countBefore(span.start)
  const passed = table.countBefore(toDay(today)) - table.countBefore(span.start)
  return whole <= 0 ? 0 : Math.min(0.95, Math.max(0, passed / whole))
}

/** Working days of the whole project, both ends counted. */
export function projectWorkdays(item: WallItem, calendar: WorkCalendar): number | null {
  const span = projectSpan(item)
  return span && calendar.table.countBefore(span.finish + 1) - calendar.table.countBefore(span.start)
}

/** Least float of what is still to do; null where nothing is left or nothing is dated. */
export function projectFloat(item: WallItem): number | null {
  const floats = item.nodes
    .filter((node) => !node.done && node.floatWorkdays !== null)
    .map((node) => node.floatWorkdays!)
  return floats.length === 0 ? null : Math.min(...floats)
}
