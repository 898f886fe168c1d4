import { describe, expect, it } from 'vitest'
import { type Edit, LiveSchedule, type ScheduleInput, schedule, toDay } from '../src/index.ts'
import { isoOf } from './naive-calendar.ts'
import { randomFrom, randomPlan } from './random-plan.ts'

const EDITS = process.env.GUATU_LONG === '1' ? 1_000_000 : 6_000
const EDITS_EACH = 50

function opened(plan: ScheduleInput): LiveSchedule {
  const outcome = LiveSchedule.open(plan)
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems))
  return outcome.live
}

function randomEdit(random: (below: number) => number, ids: readonly string[], links: number): Edit {
  const id = ids[random(ids.length)]!
  const date = isoOf(20_460 + random(60))
  const roll = random(12)
  if (roll < 4) return { kind: 'activity', id, change: { duration: random(12) } }
  if (roll < 6) return { kind: 'lag', link: random(links + 1), lag: random(9) - 3 }
  if (roll === 6) return { kind: 'remove-link', link: random(links + 1) }
  if (roll < 9) {
    const type = (['FS', 'SS', 'FF', 'SF'] as const)[random(4)]!
    return { kind: 'add-link', link: { from: id, to: ids[random(ids.length)]!, type, lag: random(5) - 1 } }
  }
  if (roll === 9) return { kind: 'activity', id, change: { deadline: random(2) === 0 ? null : date } }
  if (roll === 10) {
    const type = ['not-earlier', 'not-later', 'must-start', 'must-finish', 'as-late-as-possible'][random(5)]!
    return { kind: 'activity', id, change: { constraint: random(3) === 0 ? null : { type, date } } }
  }
  return {
    kind: 'plan',
    change: random(3) === 0 ? { deadline: date } : random(2) === 0 ? { deadline: null } : { start: date },
  }
}

/** Where the incrementally kept figures differ from the full computation. */
function differences(live: LiveSchedule): string[] {
  const full = schedule(live.plan())
  if (full.kind === 'refused') return ['the plan as edited is refused']
  return full.activities.flatMap((activity) => {
    const kept = live.preview(activity.id)
    if (kept === null) return []
    const same =
      kept.earlyStart === toDay(activity.earlyStart) &&
      kept.earlyFinish === toDay(activity.earlyFinish) &&
      kept.lateStart === toDay(activity.lateStart) &&
      kept.totalFloat === activity.totalFloat
    return same ? [] : [`${activity.id}: ${JSON.stringify(kept)} instead of ${JSON.stringify(activity)}`]
  })
}

describe('a plan that is edited', () => {
  it(`equals the full computation after each of ${EDITS} random edits`, { timeout: 3_600_000 }, () => {
    let quick = 0
    for (let seed = 1; seed <= EDITS / EDITS_EACH; seed++) {
      const plan = randomPlan(seed, { calendars: seed % 4 === 0 ? 5 : 1, size: 12 })
      const random = randomFrom(seed * 17)
      const live = opened(plan)
      let links = plan.links!.length
      for (let count = 0; count < EDITS_EACH; count++) {
        const edit = randomEdit(
          random,
          plan.activities.map(({ id }) => id),
          links,
        )
        const outcome = live.edit(edit)
        if (outcome.kind === 'edited' && outcome.link !== null) links = Math.max(links, outcome.link + 1)
        const wrong = differences(live)
        if (wrong.length > 0) expect.fail(`seed ${seed}, edit ${count} ${JSON.stringify(edit)}: ${wrong.join('; ')}`)
        if (live.preview(plan.activities[0]!.id) !== null) quick++
      }
    }
    // Most of it must have gone the incremental way for the comparison to mean anything.
    expect(quick).toBeGreaterThan(EDITS / 5)
  })
})

const chain: ScheduleInput = {
  calendar: 'cn',
  start: '2026-01-05',
  activities: ['a', 'b', 'c', 'd'].map((id) => ({ id, duration: 2 })),
  links: [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
  ],
}

describe('an edit', () => {
  it('names what it moves and nothing else', () => {
    const live = opened(chain)
    expect(live.edit({ kind: 'activity', id: 'b', change: { duration: 5 } })).toEqual({
      kind: 'edited',
      moved: ['c'],
      link: null,
    })
    expect(live.edit({ kind: 'activity', id: 'd', change: { duration: 1 } })).toEqual({
      kind: 'edited',
      moved: [],
      link: null,
    })
  })

  it('numbers the links it adds, and takes them away again', () => {
    const live = opened(chain)
    expect(live.edit({ kind: 'add-link', link: { from: 'c', to: 'd' } })).toEqual({
      kind: 'edited',
      moved: ['d'],
      link: 2,
    })
    expect(live.plan().links).toHaveLength(3)
    expect(live.edit({ kind: 'remove-link', link: 2 })).toEqual({ kind: 'edited', moved: ['d'], link: null })
    expect(live.plan().links).toEqual(chain.links)
  })

  it('keeps the numbers of links when others are removed', () => {
    const live = opened(chain)
    live.edit({ kind: 'remove-link', link: 0 })
    live.edit({ kind: 'plan', change: { start: '2026-01-12' } })
    expect(live.edit({ kind: 'lag', link: 1, lag: 3 })).toEqual({ kind: 'edited', moved: ['c'], link: null })
    expect(live.plan().links).toEqual([{ from: 'b', to: 'c', lag: 3 }])
    expect(differences(live)).toEqual([])
  })

  it('works against the order of the list', () => {
    const live = opened(chain)
    expect(live.edit({ kind: 'add-link', link: { from: 'd', to: 'a' } })).toMatchObject({
      kind: 'edited',
      moved: ['a', 'b', 'c'],
    })
    expect(differences(live)).toEqual([])
  })

  it('that closes a cycle is refused with its path and changes nothing', () => {
    const live = opened(chain)
    const outcome = live.edit({ kind: 'add-link', link: { from: 'c', to: 'a' } })
    expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'cycle', ids: ['a', 'b', 'c', 'a'] }] })
    expect(live.plan()).toEqual(chain)
    expect(differences(live)).toEqual([])
  })

  it.each<[string, Edit, string]>([
    ['a link from itself to itself', { kind: 'add-link', link: { from: 'a', to: 'a' } }, 'cycle'],
    ['a negative duration', { kind: 'activity', id: 'a', change: { duration: -1 } }, 'invalid-duration'],
    ['an unknown activity', { kind: 'activity', id: 'z', change: { duration: 1 } }, 'invalid-input'],
    ['an unknown link', { kind: 'lag', link: 9, lag: 1 }, 'invalid-input'],
    ['removing an unknown link', { kind: 'remove-link', link: 9 }, 'invalid-input'],
    ['a link to nowhere', { kind: 'add-link', link: { from: 'a', to: 'z' } }, 'dangling-link'],
    ['a date that is none', { kind: 'activity', id: 'a', change: { deadline: '2026-02-30' } }, 'invalid-date'],
    ['taking the start away', { kind: 'plan', change: { start: null } }, 'missing-start'],
  ])('with %s is refused', (_, edit, code) => {
    const live = opened(chain)
    expect(live.edit(edit)).toMatchObject({ kind: 'refused', problems: [{ code }] })
    expect(live.plan()).toEqual(chain)
    expect(live.outcome()).toEqual(schedule(chain))
  })

  it('can turn the plan into one of mixed calendars and back', () => {
    const live = opened(chain)
    live.edit({ kind: 'activity', id: 'b', change: { calendar: 'every-day' } })
    expect(live.preview('b')).toBeNull()
    expect(live.outcome()).toEqual(schedule(live.plan()))
    live.edit({ kind: 'activity', id: 'b', change: { calendar: 'cn' } })
    expect(live.preview('b')).not.toBeNull()
    expect(differences(live)).toEqual([])
  })

  it('does not touch the plan that was handed in', () => {
    const before = JSON.stringify(chain)
    const live = opened(chain)
    live.edit({ kind: 'activity', id: 'a', change: { duration: 9 } })
    live.edit({ kind: 'lag', link: 0, lag: 2 })
    expect(JSON.stringify(chain)).toBe(before)
  })
})

describe('a plan that cannot be scheduled', () => {
  it('is not opened', () => {
    const outcome = LiveSchedule.open({ ...chain, links: [{ from: 'a', to: 'x' }] })
    expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'dangling-link' }] })
  })
})
