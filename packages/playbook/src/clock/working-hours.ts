import type { Title } from '@guatu/kernel'
import type { WorkingHours } from './work-time.ts'

export interface HoursProblem {
  /** `spans`, or `spans/<place>` with the end that is wrong. */
  readonly path: string
  readonly message: Title
}

type Span = WorkingHours['spans'][number]

/** More stretches than any office's day has. */
const mostSpans = 6

const dayMinutes = 24 * 60

/** Minutes into the day; null for what is no time of a clock. The end of a day may be written 24:00. */
function minutesOf(time: string): number | null {
  const found = /^(\d{2}):([0-5]\d)$/.exec(time)
  return found ? Number(found[1]) * 60 + Number(found[2]) : null
}

function endProblems(place: number, end: keyof Span, time: string): HoursProblem[] {
  const path = `spans/${place}/${end}`
  const minutes = minutesOf(time)
  if (minutes === null) {
    const message = { zh: `“${time}”不是时刻，应写作 08:30`, en: `'${time}' is no time of day: write 08:30` }
    return [{ path, message }]
  }
  if (minutes <= dayMinutes) return []
  return [{ path, message: { zh: `${time} 超出一天`, en: `${time} is beyond the day` } }]
}

/** How a span stands to the one before it, and its end to its beginning. */
function orderProblems(place: number, { from, to }: Span, before: Span | undefined): HoursProblem[] {
  const [start, end] = [minutesOf(from), minutesOf(to)]
  const problems: HoursProblem[] = []
  if (start !== null && end !== null && end <= start) {
    const message = {
      zh: `${from}—${to} 没有时间：结束要晚于开始`,
      en: `${from}–${to} is empty: it ends before it begins`,
    }
    problems.push({ path: `spans/${place}/to`, message })
  }
  const last = before ? minutesOf(before.to) : null
  if (before && start !== null && last !== null && start <= last) {
    problems.push({
      path: `spans/${place}/from`,
      message: {
        zh: `${from}—${to} 与上一段 ${before.from}—${before.to} 重叠或相接`,
        en: `${from}–${to} overlaps or touches ${before.from}–${before.to} before it`,
      },
    })
  }
  return problems
}

/** All that is wrong with the hours of a workday; clocks count by them only when nothing is. */
export function workingHoursProblems(spans: WorkingHours['spans']): readonly HoursProblem[] {
  if (spans.length === 0) {
    const message = { zh: '至少要有一段办公时间', en: 'There has to be some time in which offices work' }
    return [{ path: 'spans', message }]
  }
  if (spans.length > mostSpans) {
    const message = { zh: `一天至多 ${mostSpans} 段`, en: `A day has ${mostSpans} stretches at most` }
    return [{ path: 'spans', message }]
  }
  return spans.flatMap((span, place) => [
    ...endProblems(place, 'from', span.from),
    ...endProblems(place, 'to', span.to),
    ...orderProblems(place, span, spans[place - 1]),
  ])
}
