import { type BaselinesReply, listBaselines } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'

type Act = BaselinesReply['baselines'][number]

/** Acts of a list with how many items each froze; of one item, with its number and deadline. $3: the item, or null. */
const actsText = `select b.baseline_id as "baselineId", b.name, b.frozen_at as "frozenAt", b.frozen_by as "frozenBy",
    count(*)::int as items, case when $3::uuid is null then null else max(b.number)::int end as number,
    case when $3::uuid is null then null else max(b.finish) end as finish
  from baseline b join item i on i.district_id = $1 and i.item_id = b.item_id
  where b.district_id = $1 and i.playbook_key = $2 and ($3::uuid is null or b.item_id = $3)
  group by b.baseline_id, b.name, b.frozen_at, b.frozen_by
  order by b.frozen_at desc, max(b.number) desc limit 200`

const unfrozenText = `select count(*)::int as items from item i
  where i.district_id = $1 and i.playbook_key = $2 and ($3::uuid is null or i.item_id = $3) and not exists (
    select from baseline b where b.district_id = $1 and b.item_id = i.item_id)`

export const listBaselinesFeature = feature(listBaselines, async (deps, { query }) => {
  const playbook = findPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  return await deps.store.read(async ({ client, districtId }) => {
    const values = [districtId, playbook.value.key, query.item ?? null]
    const { rows: baselines } = await client.query<Act>(actsText, values)
    const { rows: counted } = await client.query<{ items: number }>(unfrozenText, values)
    return done({ baselines, unfrozen: counted[0]?.items ?? 0 })
  })
})
