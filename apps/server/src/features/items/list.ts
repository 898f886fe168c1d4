import { listItems } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { itemReply } from '../../store/items/row-reply.ts'
import { asLit } from '../../store/past/as-lit.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { parseSelection } from '../../store/selection/parse.ts'
import { selectPage } from '../../store/selection/select.ts'
import { selectionTotals } from '../../store/selection/totals.ts'

export const listItemsFeature = feature(listItems, async (deps, { query }) => {
  const playbook = findPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  const selection = parseSelection(playbook.value, query)
  if (selection.kind === 'refused') return selection
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const totals = await selectionTotals(tx, selection.value)
    const page = { offset: query.offset ?? 0, limit: query.limit ?? 50 }
    const rows = await asLit(tx, playbook.value, await selectPage(tx, selection.value, page))
    return done({ ...said, ...totals, rows: rows.map(itemReply) })
  })
})
