import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginning, happenings } from '../../test/histories.ts'
import { matter } from '../../test/matter.ts'
import { loopFromEvents, type ToldEvent } from './from-events.ts'
import { historyAt } from './history.ts'
import { stepped } from './steps.ts'

const at = (minute: number) => new Date(beginning + minute * 60_000).toISOString()
const event = (minute: number, verb: string, data: object): ToldEvent => ({ at: at(minute), verb, data: { ...data } })
const created = event(0, 'item.created', {
  stage: 'taken',
  revision: 1,
  fields: { name: '甲', lead: 'a', weight: '1.5' },
})

describe('an item’s way by its events', () => {
  test('holds stages, hands, pauses and the rung, with the document as it was typed', () => {
    const told = loopFromEvents(matter, [
      created,
      event(5, 'item.lit', { from: 'green', to: 'red' }),
      event(10, 'item.updated', { revision: 2, changes: { lead: { from: 'a', to: 'b' } } }),
      event(20, 'clock.paused', { clock: 'settle', ground: 'hearing', text: '听证' }),
      event(30, 'clock.resumed', { clock: 'settle' }),
      event(40, 'item.advanced', {
        revision: 3,
        from: 'taken',
        to: 'work',
        changes: { weight: { from: '1.5', to: '2.25' } },
      }),
      event(50, 'plan.saved', { revision: 4, finish: '2026-06-20' }),
      event(60, 'item.escalated', { from: null, to: 'town' }),
    ])
    expect(told.history.stays.map(({ stage, units, entered }) => [stage, units.lead, entered])).toEqual([
      ['taken', 'a', true],
      ['taken', 'b', false],
      ['work', 'b', true],
    ])
    expect(told.history.pauses).toMatchObject([{ ground: 'hearing', fromAt: at(20), toAt: at(30) }])
    expect(told.fields).toMatchObject({ weight: 2.25, until: { date: '2026-06-20', precision: 'day' } })
    expect([told.stage, told.escalatedTo]).toEqual(['work', 'town'])
  })

  test('takes the events of one act together', () => {
    const told = loopFromEvents(matter, [
      created,
      event(10, 'item.updated', { revision: 2, changes: { lead: { from: 'a', to: 'b' } } }),
      event(10, 'item.advanced', { revision: 2, from: 'taken', to: 'work' }),
    ])
    expect(told.history.stays).toHaveLength(2)
  })

  test('ends with the item', () => {
    expect(loopFromEvents(matter, [created, event(10, 'item.removed', { revision: 2 })]).history.stays).toEqual([])
  })

  test('is what it was when it was cut off at any moment', () => {
    fc.assert(
      fc.property(happenings(900), fc.integer({ min: 0, max: 8000 }), (list, cut) => {
        let [minute, stage, lead] = [0, 'taken', 'a']
        const step = () => ({ stage, fields: { lead, name: '甲' }, at: at(minute) })
        let whole = stepped(matter, { stays: [], pauses: [] }, { ...step(), moved: false })
        const events = [event(0, 'item.created', { stage, revision: 1, fields: { lead, name: '甲' } })]
        for (const [index, { after, what, unit }] of list.entries()) {
          minute += after + 1
          const revision = index + 2
          const isHand = what === 'hand' || what === 'pause' || what === 'resume'
          const next = { lead: isHand ? unit : lead, stage: isHand ? stage : what }
          events.push(
            isHand
              ? event(minute, 'item.updated', { revision, changes: { lead: { from: lead, to: unit } } })
              : event(minute, 'item.advanced', { revision, from: stage, to: what }),
          )
          ;[stage, lead] = [next.stage, next.lead]
          whole = stepped(matter, whole, { ...step(), moved: !isHand })
        }
        expect(loopFromEvents(matter, events).history).toEqual(whole)
        const until = events.filter((one) => one.at <= at(cut))
        expect(historyAt(whole, at(cut))).toEqual(loopFromEvents(matter, until).history)
      }),
    )
  })
})
