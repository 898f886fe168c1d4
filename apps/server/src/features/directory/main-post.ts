import { asKeeper, type Tx } from '../../store/store.ts'

/**
 * Unit and post that stand beside a person's name everywhere: those of the own post in force that was held first. A
 * person without any keeps the unit.
 */
export async function followMainPost(tx: Tx, personIds: readonly string[]): Promise<void> {
  await asKeeper(tx, (keeper) =>
    keeper.client.query(
      `update person p set org_id = coalesce(m.org_id, p.org_id), post = m.title
         from unnest($2::uuid[]) as wanted (person_id)
         left join lateral (
           select o.org_id, o.title from post o
             where o.district_id = $1 and o.person_id = wanted.person_id and o.deputy_for_id is null
               and o.from_day <= $3::date and (o.to_day is null or o.to_day >= $3::date)
             order by o.from_day, o.post_id limit 1) m on true
         where p.district_id = $1 and p.person_id = wanted.person_id`,
      [tx.districtId, personIds, tx.day],
    ),
  )
}
