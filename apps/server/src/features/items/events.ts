import { listItemEvents } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { directoryNames } from '../../store/events/names.ts'
import { eventText } from '../../store/events/text.ts'
import { pinnedPlaybook } from '../../store/items/list-context.ts'
import { findItem } from '../../store/items/read.ts'
import { readAsOf } from '../../store/past/as-of.ts'

export const listItemEventsFeature = feature(listItemEvents, async (deps, { params, query }) => {
  const limit = query.limit ?? 50
  return await readAsOf(deps, query.asOf, async ({ tx, today, said }) => {
    const row = await findItem(tx, params.itemId)
    if (!row) return refused(refusal('NOT_FOUND'))
    const playbook = await pinnedPlaybook(tx, playbookOf(deps, row.playbookKey), row.playbookVersion)
    const context = {
      playbook,
      dictionaries: deps.shelf.dictionaries,
      names: await directoryNames(tx),
      today,
    }
    const found = await tx.db
      .selectFrom('event')
      .selectAll()
      .where('districtId', '=', tx.districtId)
      .where('itemId', '=', row.itemId)
      .$if(query.before !== undefined, (events) => events.where('seq', '<', query.before as number))
      .$if(tx.asOf !== undefined, (events) => events.where('at', '<=', tx.asOf!.at))
      .orderBy('seq', 'desc')
      .limit(limit + 1)
      .execute()
    const events = found.slice(0, limit).map(({ seq, at, actor, post, origin, verb, reason, data, hash }) => {
      const text = eventText({ verb, data }, context)
      return { seq, at, actor, post, origin, verb, text, reason, data, hash }
    })
    return done({ ...said, events, more: found.length > limit })
  })
})
