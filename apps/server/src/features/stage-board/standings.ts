import { type ClockState, clockStates, historyAt, type Playbook } from '@guatu/playbook'
import { sql } from 'kysely'
import { workTimeOf } from '../../store/items/list-context.ts'
import { loopsOf } from '../../store/loop/state.ts'
import type { ItemRow } from '../../store/schema.ts'
import type { Selection } from '../../store/selection/parse.ts'
import { selectedItems } from '../../store/selection/select.ts'
import { asKeeper, type Tx } from '../../store/store.ts'
import { type Ranked, shownClock } from './rank.ts'

/** More open ones than any district works on at once; further ones are counted and not ranked. */
const mostOpen = 5000

/** An open item as the board counts and ranks it. */
export interface Standing extends Ranked {
  readonly stage: string
  readonly leadOrgId: string | null
}

type Place = Pick<ItemRow, 'itemId' | 'stage' | 'leadOrgId' | 'deadline'> & { readonly urgencyKey: string | null }
type Timing = Pick<Ranked, 'clock' | 'enteredAt'>

const openItems = (tx: Tx, selection: Selection) =>
  selectedItems(tx, selection)
    .where('item.settled', '=', false)
    .orderBy('item.itemId', 'desc')
    .limit(mostOpen)
    .select(['item.itemId', 'item.stage', 'item.leadOrgId', 'item.deadline'])
    .select(sql<string | null>`item.fields->>${selection.playbook.roles.urgency ?? ''}`.as('urgencyKey'))

function urgenciesOf({ roles, fields }: Playbook): readonly string[] {
  const field = roles.urgency === undefined ? undefined : fields[roles.urgency]
  return field?.kind === 'choice' ? Object.keys(field.choices) : []
}

function standingOf(urgencies: readonly string[], place: Place, timing: Timing): Standing {
  const { itemId, stage, leadOrgId, deadline, urgencyKey } = place
  const urgency = urgencies.indexOf(urgencyKey ?? '')
  return { itemId, stage, leadOrgId, deadline, ...timing, urgency: urgency < 0 ? urgencies.length : urgency }
}

interface KeptRow {
  readonly itemId: string
  readonly enteredAt: string | null
  readonly state: ClockState['state'] | null
  readonly dueAt: string | null
  readonly overdue: boolean
  readonly warns: boolean
}

/**
 * The present, by the clocks that each act and each mark of time keeps: what is overdue is so by the minute, what warns is
 * at most as old as the last look at the clocks. The items are the reader's own selection; what stands beside them is
 * read by the keeper, who needs no further look at each of their rights.
 */
export async function keptStandings(tx: Tx, selection: Selection, now: string): Promise<Standing[]> {
  const { playbook } = selection
  const places: Place[] = await openItems(tx, selection).execute()
  const keys = (playbook.clocks ?? []).map(({ key }) => key)
  const { rows } = await asKeeper(tx, ({ client, districtId }) =>
    client.query<KeptRow>(
      // The place of a key is asked for in words that no index answers: six probes for each item take longer than one scan.
      `select distinct on (i.item_id) i.item_id as "itemId", s.entered_at as "enteredAt", c.state, c.due_at as "dueAt",
         case when c.state = 'running' then coalesce(c.due_at < date_trunc('minute', $4::timestamptz), false)
           else c.overdue end as overdue, c.warns
       from unnest($2::uuid[]) as i (item_id)
       left join stay s on s.district_id = $1 and s.item_id = i.item_id and s.left_at is null
       left join clock c on c.district_id = $1 and c.item_id = i.item_id and c.state in ('running', 'paused')
         and array_position($3::text[], c.key) is not null
       order by i.item_id, c.state = 'running' desc, array_position($3::text[], c.key)`,
      [districtId, places.map(({ itemId }) => itemId), keys, now],
    ),
  )
  const kept = new Map(rows.map((row) => [row.itemId, row]))
  const urgencies = urgenciesOf(playbook)
  return places.map((place) => {
    const { enteredAt, state, dueAt, overdue, warns } = kept.get(place.itemId)!
    const clock = state === null ? null : { dueAt, overdue, warns: warns && !overdue }
    return standingOf(urgencies, place, { enteredAt, clock })
  })
}

/** The same counted from each item's way, as a moment of the past has to. */
export async function countedStandings(tx: Tx, selection: Selection, now: string): Promise<Standing[]> {
  const { playbook } = selection
  const rows = await openItems(tx, selection).select('item.fields').execute()
  const ways = await loopsOf(
    tx,
    rows.map(({ itemId }) => itemId),
  )
  const time = await workTimeOf(tx)
  const urgencies = urgenciesOf(playbook)
  return rows.map((row) => {
    const history = historyAt(ways(row.itemId), now)
    const clock = shownClock(clockStates({ playbook, history, fields: row.fields, time, now }))
    const enteredAt = history.stays.findLast(({ leftAt }) => leftAt === null)?.enteredAt ?? null
    return standingOf(urgencies, row, { enteredAt, clock })
  })
}
