import { chinaCalendar } from '../calendar/china.ts'
import { calendarOf } from '../network/calendars.ts'
import type { LinkInput, ScheduleInput } from '../network/input.ts'
import type { Refused, Scheduled } from '../network/result.ts'
import { schedule } from '../schedule.ts'
import { type Clerk, queueLinks } from './queue.ts'

/** Something that may be done in parallel: a soft link dropped, or a second pair of hands at a clerk's desk. */
export type ParallelChange =
  | { readonly kind: 'soft-link'; readonly from: string; readonly to: string; readonly link: number }
  | { readonly kind: 'clerk'; readonly clerk: string }

export type Gain = {
  readonly change: ParallelChange
  /** Working days of the project calendar that the change saves by itself. */
  readonly aloneWorkdays: number
  /** What it saves on top of the changes before it in the list. */
  readonly furtherWorkdays: number
  /** The finish with it and all before it. */
  readonly finish: string
}

export type Compression = {
  readonly kind: 'compressed'
  /** With every soft link and every queue; and with none of them. */
  readonly serialFinish: string
  readonly parallelFinish: string
  readonly savedWorkdays: number
  /** Best first: each the change that saves most after those before it. Changes that save nothing come last. */
  readonly gains: readonly Gain[]
}

type Option = { readonly change: ParallelChange; readonly drops: ReadonlySet<LinkInput> }

function optionsOf(input: ScheduleInput, queues: ReadonlyMap<string, LinkInput[]>): Option[] {
  const soft = (input.links ?? []).flatMap((link, number): Option[] =>
    link.strength === 'soft'
      ? [{ change: { kind: 'soft-link', from: link.from, to: link.to, link: number }, drops: new Set([link]) }]
      : [],
  )
  const clerks = [...queues].map(
    ([clerk, links]): Option => ({ change: { kind: 'clerk', clerk }, drops: new Set(links) }),
  )
  return [...soft, ...clerks.filter(({ drops }) => drops.size > 0)]
}

/** The plan of a forward schedule: what is saved shows in the early finish. */
const scheduleWith = (input: ScheduleInput, links: readonly LinkInput[]): Scheduled | Refused =>
  schedule({ ...input, direction: 'forward', links })

/**
 * 串联变并联: what running in parallel would save of what soft links and single clerks' queues put in series. Clerks' queues are
 * added to the plan first. The finish compared is the early one, so the plan needs a start.
 */
export function compress(input: ScheduleInput, clerks: readonly Clerk[] = []): Compression | Refused {
  const own = scheduleWith(input, input.links ?? [])
  if (own.kind === 'refused') return own
  const queues = new Map(clerks.map((clerk) => [clerk.id, queueLinks(input, own, clerk)]))
  const all = [...(input.links ?? []), ...[...queues.values()].flat()]
  const serial = scheduleWith(input, all)
  if (serial.kind === 'refused') return serial
  // Everything below only takes links away, so nothing of it can be refused.
  const finishWithout = (dropped: ReadonlySet<LinkInput>): string =>
    (
      scheduleWith(
        input,
        all.filter((link) => !dropped.has(link)),
      ) as Scheduled
    ).finish ?? ''
  const saved = workdayDistance(input)
  const serialFinish = serial.finish ?? ''
  let dropped: ReadonlySet<LinkInput> = new Set()
  let finish = serialFinish
  const gains: Gain[] = []
  let rest = optionsOf(input, queues).map((option) => ({ ...option, alone: finishWithout(option.drops) }))
  const parallelFinish = finishWithout(new Set(rest.flatMap(({ drops }) => [...drops])))
  while (rest.length > 0) {
    // Once everything that can be saved is saved, what is left needs no trying.
    const isDone = finish === parallelFinish
    const tried = rest.map((option) => ({
      option,
      finish: isDone ? finish : finishWithout(new Set([...dropped, ...option.drops])),
    }))
    const best = tried.reduce((a, b) =>
      b.finish < a.finish || (b.finish === a.finish && b.option.alone < a.option.alone) ? b : a,
    )
    const { change, alone } = best.option
    const before = finish
    finish = best.finish
    const days = { aloneWorkdays: saved(alone, serialFinish), furtherWorkdays: saved(finish, before) }
    gains.push({ change, ...days, finish })
    dropped = new Set([...dropped, ...best.option.drops])
    rest = rest.filter((option) => option !== best.option)
  }
  return { kind: 'compressed', serialFinish, parallelFinish: finish, savedWorkdays: saved(finish, serialFinish), gains }
}

/** Working days of the project's calendar between two finishes. */
function workdayDistance(input: ScheduleInput): (earlier: string, later: string) => number {
  const calendar = calendarOf(input.calendar ?? 'cn') ?? chinaCalendar()
  return (earlier, later) => (earlier === '' ? 0 : calendar.workdaysBetween(earlier, later))
}
