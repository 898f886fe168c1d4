import { isDeepStrictEqual } from 'node:util'
import { saveWorkingHours } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { usualHours, workingHoursProblems, workTime } from '@guatu/playbook'
import { chinaCalendar } from '@guatu/schedule'
import { sql } from 'kysely'
import { asSystem } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { relightClocked } from '../../jobs/relight.ts'
import { append } from '../../store/append.ts'
import { ownHours } from '../../store/items/list-context.ts'
import { isReason } from '../../store/items/reasons.ts'

const unexplained: Refusal = refusal(
  'REASON_REQUIRED',
  { zh: '修改工作时间会改动全部计时，请写明理由', en: 'Working hours move every clock: a reason is required' },
  'reason',
)

export const saveWorkingHoursFeature = feature(saveWorkingHours, async (deps, { body }) => {
  const hours = { ...usualHours, spans: body.spans }
  const saved = await deps.store.write(async (tx) => {
    // The row is the lock that two writers meet at.
    await tx.client.query('select from district where district_id = $1 for update', [tx.districtId])
    const before = ((await ownHours(tx)) ?? usualHours).spans
    if (!isDeepStrictEqual(before, body.before)) return refused(refusal('REVISION_STALE'))
    const problems = workingHoursProblems(body.spans).map((problem): Refusal => ({ code: 'HOURS_INVALID', ...problem }))
    if (!isReason(body.reason)) problems.push(unexplained)
    if (problems.length > 0) return refused(...problems)
    if (isDeepStrictEqual(before, body.spans)) return done({ changed: false })
    const value = sql<typeof hours>`${JSON.stringify(hours)}::jsonb`
    await tx.db.updateTable('district').set({ workingHours: value }).where('districtId', '=', tx.districtId).execute()
    const data = { from: before, to: body.spans }
    const event = { verb: 'hours.saved', itemId: null, data, reason: body.reason.trim() }
    await append(tx, { at: deps.now(), events: [event] })
    return done({ changed: true })
  })
  if (saved.kind === 'refused') return saved
  const items = saved.value.changed ? await relightClocked(asSystem(deps)) : 0
  return done({ minutesPerDay: workTime(chinaCalendar(), hours).minutesPerDay, items })
})
