import { listReports } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { reportReplies } from './reply.ts'
import { countReports, countStates, countUnits, selectReports } from './select.ts'

export const listReportsFeature = feature(listReports, async (deps, { query }) => {
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const found = await selectReports(tx, query)
    return done({
      ...said,
      total: await countReports(tx, query),
      states: await countStates(tx, query),
      units: await countUnits(tx, query),
      reports: await reportReplies(deps, tx, found),
    })
  })
})
