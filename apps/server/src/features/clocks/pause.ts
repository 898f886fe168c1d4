import { pauseClock, resumeClock } from '@guatu/contract'
import { done, type Outcome, type Refusal, refused } from '@guatu/kernel'
import { type Clock, clockStates, dateOf, type Pause } from '@guatu/playbook'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import type { EventDraft } from '../../store/chain.ts'
import type { HeldItem } from '../../store/items/change.ts'
import { relitAlong } from '../../store/items/relit.ts'
import { clockReply } from '../../store/loop/reply.ts'
import { loopRows, newLoop } from '../../store/loop/state.ts'
import type { Tx } from '../../store/store.ts'

const wrongState = (title: Clock['title'], zh: string, en: string): Refusal =>
  refusal('CLOCK_STATE', { zh: `“${title.zh}”${zh}`, en: `'${title.en}' ${en}` })

/** The clock of a held item, if its list has one of that name. */
const clockOf = ({ context }: HeldItem, key: string): Clock | undefined =>
  context.playbook.clocks?.find((clock) => clock.key === key)

function stateOf({ context, state }: HeldItem, key: string) {
  const { playbook, time, now } = context
  const states = clockStates({ playbook, history: state.loop ?? newLoop, fields: state.fields, time, now })
  return states.find((clock) => clock.key === key)?.state
}

/** Writes another set of pauses with its event, and answers the clock as it stands then. */
async function writePauses(tx: Tx, held: HeldItem, key: string, pauses: readonly Pause[], event: EventDraft) {
  const { context, row, state } = held
  const before = state.loop ?? newLoop
  const after = loopRows(row, before, { stays: before.stays, pauses })
  const write = relitAlong(held, after)
  await append(tx, { at: context.now, events: [event], items: [write] })
  const stated = write.clocks.find((clock) => clock.key === key)!
  const signed = after.pauses.map((pause) =>
    pause.byName === '' ? { ...pause, byName: tx.actor.name, text: String(event.data.text ?? '') } : pause,
  )
  return { clock: clockReply(context.playbook, stated, signed) }
}

function unknownClock({ context }: HeldItem): Refusal {
  const accepted = (context.playbook.clocks ?? []).map(({ key }) => key)
  const message = { zh: '这个清单没有这项计时', en: 'This list has no such clock' }
  return { ...refusal('CLOCK_STATE', message), path: 'clock', accepted }
}

async function holdClock(
  deps: Deps,
  tx: Tx,
  { itemId, clock }: { readonly itemId: string; readonly clock: string },
): Promise<Outcome<{ readonly held: HeldItem; readonly clock: Clock }>> {
  const moment = { today: deps.today(), now: deps.now() }
  const wanted = await holdFor(tx, itemId, ['item.advance'], (key) => playbookOf(deps, key), moment)
  if (wanted.kind === 'refused') return wanted
  const found = clockOf(wanted.value, clock)
  return found ? done({ held: wanted.value, clock: found }) : refused(unknownClock(wanted.value))
}

const noText = refusal('REASON_REQUIRED', {
  zh: '停止计时要写明情况',
  en: 'Stopping a clock needs a text that says why',
})

function unknownGround({ title, pauses }: Clock): Refusal {
  const accepted = Object.keys(pauses)
  const [zh, en] =
    accepted.length > 0 ? ['没有这个停止计时的事由', 'no such ground'] : ['不能停止计时', 'is never stopped']
  const message = { zh: `“${title.zh}”${zh}`, en: `'${title.en}': ${en}` }
  return { code: 'INPUT_INVALID', path: 'ground', message, accepted }
}

export const pauseClockFeature = feature(pauseClock, async (deps, { params, body }) => {
  return await deps.store.write(async (tx) => {
    const wanted = await holdClock(deps, tx, params)
    if (wanted.kind === 'refused') return wanted
    const { held, clock } = wanted.value
    const text = body.text.trim()
    const refusals = [
      ...(stateOf(held, clock.key) === 'running' ? [] : [wrongState(clock.title, '没有在计时', 'does not run')]),
      ...(Object.hasOwn(clock.pauses, body.ground) ? [] : [unknownGround(clock)]),
      ...(text === '' ? [{ ...noText, path: 'text' }] : []),
    ]
    if (refusals.length > 0) return refused(...refusals)
    const untilDay = dateOf(held.context.playbook, clock, held.state.fields)
    const pause: Pause = { clock: clock.key, ground: body.ground, fromAt: held.context.now, toAt: null, untilDay }
    const data = { clock: clock.key, ground: body.ground, text, ...(untilDay ? { untilDay } : {}) }
    const event = { verb: 'clock.paused', itemId: params.itemId, data }
    return done(await writePauses(tx, held, clock.key, [...(held.state.loop?.pauses ?? []), pause], event))
  })
})

/** A machine's clock may be set back; a pause never ends before it begins. */
const endedAt = (pause: Pause, at: string): Pause => ({ ...pause, toAt: at < pause.fromAt ? pause.fromAt : at })

export const resumeClockFeature = feature(resumeClock, async (deps, { params, body }) => {
  return await deps.store.write(async (tx) => {
    const wanted = await holdClock(deps, tx, params)
    if (wanted.kind === 'refused') return wanted
    const { held, clock } = wanted.value
    if (stateOf(held, clock.key) !== 'paused') return refused(wrongState(clock.title, '没有停止计时', 'is not paused'))
    const pauses = (held.state.loop?.pauses ?? []).map((pause) =>
      pause.clock === clock.key && pause.toAt === null ? endedAt(pause, held.context.now) : pause,
    )
    const text = body.text?.trim()
    const event = {
      verb: 'clock.resumed',
      itemId: params.itemId,
      data: { clock: clock.key, ...(text ? { text } : {}) },
    }
    return done(await writePauses(tx, held, clock.key, pauses, event))
  })
})
