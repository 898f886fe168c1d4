import { getWorkingHours } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { usualHours, workTime } from '@guatu/playbook'
import { chinaCalendar } from '@guatu/schedule'
import { feature } from '../../http/feature.ts'
import { ownHours } from '../../store/items/list-context.ts'

export const getWorkingHoursFeature = feature(getWorkingHours, async (deps) => {
  return await deps.store.read(async (tx) => {
    const own = await ownHours(tx)
    const hours = own ?? usualHours
    const { minutesPerDay } = workTime(chinaCalendar(), hours)
    return done({ spans: hours.spans.map((span) => ({ ...span })), minutesPerDay, own: own !== null })
  })
})
