import { type Holder, keyOf, type Relation, type Tie, tiesSought } from '@guatu/access'
import { type ChargeList, type ChargeRow, getMyCharge, type MyChargeReply } from '@guatu/contract'
import { done, phases, refused } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { accessOf, holderOf, refusalsFor } from '../../store/access/access-of.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { itemSource } from '../../store/past/source.ts'
import type { ItemRow } from '../../store/schema.ts'
import { asKeeper, type Tx } from '../../store/store.ts'

/** Relations that make something a person's own to look after, beyond what is merely his to read. */
const looked: readonly Relation[] = ['charge', 'leader', 'owner', 'issuer']

/** A unit's orders and lists are not its leader's own by that alone: of units only what a person is charged with counts. */
function keysIn(holder: Holder): string[] {
  const units = new Set(holder.holdings.flatMap(({ orgIds }) => orgIds))
  const charged = new Set(holder.charges.flatMap(({ orgIds }) => orgIds))
  const isOwn = ({ id }: Tie, relation: Relation) => relation === 'charge' || !units.has(id) || charged.has(id)
  const ties = holder.holdings.flatMap((holding) =>
    looked.flatMap((relation) => tiesSought(holder, holding, relation).filter((tie) => isOwn(tie, relation))),
  )
  return [...new Set(ties.flatMap((tie) => phases.map((phase) => keyOf(tie, phase))))]
}

const rowsOfList = 100

interface AskedRow
  extends Pick<ItemRow, 'itemId' | 'playbookKey' | 'title' | 'stage' | 'lamp' | 'lampReasons' | 'leadOrgId'> {
  readonly areaCode: string | null
  readonly deadline: string | null
  readonly escalatedTo: string | null
  readonly dueAt: string | null
  readonly overdue: boolean
  readonly final: boolean
  readonly total: number
  readonly open: number
  readonly reds: number
  readonly overdues: number
  readonly escalations: number
}

/** Ties are for the program to read; whatever they lead to is read as the reader may. */
async function tiedItems(tx: Tx, keys: readonly string[]): Promise<string[]> {
  const { rows } = await asKeeper(tx, ({ client, districtId }) =>
    client.query<{ id: string }>(
      'select distinct item_id as id from item_party where district_id = $1 and key = any($2::text[])',
      [districtId, keys],
    ),
  )
  return rows.map(({ id }) => id)
}

/** Of these items those of each list that ask for attention first, each with the counts of its list. */
async function chargedItems(tx: Tx, playbooks: readonly Playbook[], itemIds: readonly string[]): Promise<AskedRow[]> {
  const finals = playbooks.flatMap(({ key, stages }) =>
    stages.filter((stage) => stage.final).map((stage) => [key, stage.key] as const),
  )
  const live = tx.asOf === undefined
  const { rows } = await tx.client.query<AskedRow>(
    `with mine as (
       select i.item_id, i.playbook_key, i.title, i.stage, i.lamp, i.lamp_rank, i.lamp_reasons, i.lead_org_id,
         i.area_code, i.deadline, i.escalated_to, c.due_at, coalesce(c.overdue, false) as overdue,
         exists (select from unnest($4::text[], $5::text[]) f (list, stage)
           where f.list = i.playbook_key and f.stage = i.stage) as final
       from ${itemSource(tx)} i
       left join lateral (
         select c.due_at, c.overdue from clock c
           where $3 and c.district_id = $1 and c.item_id = i.item_id and c.state in ('running', 'paused')
           order by c.overdue desc, c.due_at nulls last limit 1) c on true
       where i.district_id = $1 and i.item_id = any($2::uuid[])
     ), counted as (
       select *, count(*) over w as total, count(*) filter (where not final) over w as open,
         count(*) filter (where not final and lamp = 'red') over w as reds,
         count(*) filter (where not final and overdue) over w as overdues,
         count(*) filter (where not final and escalated_to in ('leader', 'joint')) over w as escalations,
         row_number() over (partition by playbook_key
           order by final, overdue desc, escalated_to in ('leader', 'joint') desc nulls last, lamp_rank, due_at nulls last,
             deadline nulls last, item_id) as place
       from mine window w as (partition by playbook_key)
     )
     select item_id as "itemId", playbook_key as "playbookKey", title, stage, lamp, lamp_reasons as "lampReasons",
       lead_org_id as "leadOrgId", area_code as "areaCode", deadline::text as deadline, escalated_to as "escalatedTo",
       due_at as "dueAt", overdue, final, total::int, open::int, reds::int, overdues::int, escalations::int
     from counted where place <= ${rowsOfList} order by playbook_key, place`,
    [tx.districtId, itemIds, live, finals.map(([list]) => list), finals.map(([, stage]) => stage)],
  )
  return rows
}

function listOf({ key }: Playbook, rows: readonly AskedRow[]): ChargeList | [] {
  const own = rows.filter((row) => row.playbookKey === key)
  const [first] = own
  if (!first) return []
  const shown = own.map(
    ({ lampReasons, total: _t, open: _o, reds: _r, overdues: _d, escalations: _e, ...row }): ChargeRow => {
      const [reason] = lampReasons
      return { ...row, lampText: reason ? { ...reason.text } : null }
    },
  )
  const { total, open, reds, overdues, escalations } = first
  return { playbook: key, total, open, red: reds, overdue: overdues, escalated: escalations, rows: shown }
}

export const getMyChargeFeature = feature(getMyCharge, async (deps, { query }) => {
  return await readAsOf<MyChargeReply>(deps, query.asOf, async ({ tx, said }) => {
    const personId = query.person ?? tx.actor.personId
    const isOther = personId !== tx.actor.personId
    const forbidden = isOther ? refusalsFor(await accessOf(tx), ['directory.read'], null) : []
    if (forbidden.length > 0) return refused(...forbidden)
    if (personId === null) return done({ ...said, personId, charges: [], lists: [] })
    const holder = await holderOf(tx, personId)
    if (isOther && holder.holdings.length === 0) return refused(refusal('NOT_FOUND'))
    const rows = await chargedItems(tx, deps.shelf.playbooks, await tiedItems(tx, keysIn(holder)))
    const own = holder.charges.filter((charge) => charge.personId === personId)
    return done({
      ...said,
      personId,
      charges: own.map(({ kind, target }) => ({ kind, target })),
      lists: deps.shelf.playbooks.flatMap((playbook) => listOf(playbook, rows)),
    })
  })
})
