import type { LampCounts } from '@guatu/contract'
import type { LampLevel } from '@guatu/kernel'
import { itemSource, knownBy } from '../../store/past/source.ts'
import type { Tx } from '../../store/store.ts'
import { lampCounts } from './figures.ts'

/** Lamps as they were at the end of a day, or of the last day before it that was kept; null before the first. */
export async function lampsOn(
  tx: Tx,
  playbookKey: string,
  day: string,
  area: string | undefined,
): Promise<LampCounts | null> {
  // A day is kept when it turns: at a past moment those before the day in force were.
  const { rows } = await tx.client.query<{ lamp: LampLevel; items: number }>(
    `select lamp, sum(items)::int8 as items from rollup_day
       where district_id = $1 and playbook_key = $2 and ($4::text is null or area_code = $4)
         and day = (select max(day) from rollup_day where district_id = $1 and playbook_key = $2 and day <= $3::date
           and day < coalesce($5::date, 'infinity'))
       group by lamp`,
    [tx.districtId, playbookKey, day, area ?? null, tx.asOf?.litOn ?? null],
  )
  return rows.length === 0 ? null : lampCounts(rows)
}

/** Items that started this month: by their start date, or by a change of stage on record. The filter `started` selects the same. */
export async function startedSince(
  tx: Tx,
  wanted: {
    readonly playbookKey: string
    readonly stageIndex: number
    readonly stage: string
    readonly from: string
    readonly area: string | undefined
  },
): Promise<number> {
  const items = itemSource(tx)
  const { rows } = await tx.client.query<{ items: number }>(
    `select count(*) as items from (
       select item_id from ${items} item
         where district_id = $1 and playbook_key = $2 and stage_index >= $3 and ($6::text is null or area_code = $6)
           and planned_start between $4::date and ($4::date + interval '1 month - 1 day')
       union
       select e.item_id from event e join ${items} i on i.district_id = $1 and i.item_id = e.item_id
         where e.district_id = $1 and e.verb = 'item.advanced' and e.data->>'to' = $5 and ${knownBy(tx, 'e.at')}
           and e.at >= ($4::date)::timestamp at time zone 'Asia/Shanghai'
           and i.playbook_key = $2 and i.stage_index >= $3 and ($6::text is null or i.area_code = $6)) started`,
    [tx.districtId, wanted.playbookKey, wanted.stageIndex, wanted.from, wanted.stage, wanted.area ?? null],
  )
  return rows[0]?.items ?? 0
}
