import type { WallNode } from '@guatu/contract'
import { type Language, lampFaces } from '@guatu/kernel'
import { fromDay, type WorkCalendar } from '@guatu/schedule'
import type { Translate } from '../../../app/language.ts'
import { dayText } from '../../../ui/format.ts'
import { barTexts } from '../bar-texts.ts'
import { lateDays } from '../rows/lateness.ts'
import type { ProjectRow } from '../rows/row-model.ts'
import { nodeSpan, projectSpan } from '../rows/span.ts'

export interface BarTextContext {
  readonly t: Translate
  readonly language: Language
  readonly today: string
  readonly calendar: WorkCalendar
}

const day = (iso: string, { language, today }: BarTextContext): string => dayText(iso, { language, today })

/** Working days from the baseline's finish to the planned or actual one; positive is later. */
export function baselineSlip(node: WallNode, calendar: WorkCalendar): number {
  const finish = node.actualFinish ?? node.plannedFinish
  return node.baselineFinish === null || finish === null ? 0 : calendar.workdaysBetween(node.baselineFinish, finish)
}

/** The whole of what the bar of a node shows, in words. */
export function nodeBarText(node: WallNode, context: BarTextContext): string {
  const { t, today, calendar } = context
  const span = nodeSpan(node)
  const late = lateDays(node, today)
  const slip = baselineSlip(node, calendar)
  const dates = span && { start: day(fromDay(span.start), context), finish: day(fromDay(span.finish), context) }
  const float = node.done ? null : node.floatWorkdays
  const parts = [
    node.title,
    dates ? t(barTexts.span, dates) : t(barTexts.undated),
    node.durationWorkdays === 0 ? t(barTexts.milestone) : t(barTexts.workdays, { count: node.durationWorkdays }),
    node.done ? t(barTexts.done) : node.actualStart ? t(barTexts.underWay) : null,
    late > 0 ? t(barTexts.late, { days: late, count: late }) : null,
    node.critical && !node.done ? t(barTexts.critical) : float === null ? null : t(barTexts.float, { count: float }),
    slip > 0 ? t(barTexts.baselineLater, { count: slip }) : null,
    slip < 0 ? t(barTexts.baselineEarlier, { count: -slip }) : null,
    t(lampFaces[node.lamp].title),
  ]
  return parts.filter((part) => part !== null).join(t(barTexts.separator))
}

export function projectBarText(row: ProjectRow, context: BarTextContext): string {
  const { t, calendar } = context
  const { item } = row
  const span = projectSpan(item)
  const dates = span && { start: day(fromDay(span.start), context), finish: day(fromDay(span.finish), context) }
  const done = item.nodes.filter((node) => node.done).length
  const past = span && item.deadline ? calendar.workdaysBetween(item.deadline, fromDay(span.finish)) : 0
  const parts = [
    item.title,
    dates ? t(barTexts.span, dates) : t(barTexts.undated),
    t(barTexts.nodes, { all: item.nodes.length, done, late: row.lateNodes }),
    item.deadline ? t(barTexts.deadline, { day: day(item.deadline, context) }) : null,
    past > 0 ? t(barTexts.pastDeadline, { count: past }) : null,
    t(lampFaces[item.lamp].title),
  ]
  return parts.filter((part) => part !== null).join(t(barTexts.separator))
}
