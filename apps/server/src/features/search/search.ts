import { search } from '@guatu/contract'
import { done, type LampLevel } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { unitTitleSql } from '../../store/directory.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { itemSource } from '../../store/past/source.ts'

const perKind = { item: 12, org: 6, person: 6 }

interface Hit {
  readonly kind: 'item' | 'org' | 'person'
  readonly id: string
  readonly title: string
  readonly note: string
  readonly lamp: LampLevel | null
  readonly playbook: string | null
}

/** What begins with the words comes before what only holds them. */
const query = (items: string) => `
  (select 'item' as kind, i.item_id as id, i.title, coalesce(o.short_name, o.name, '') as note, i.lamp, i.playbook_key as playbook
     from ${items} i left join org o on o.district_id = $1 and o.org_id = i.lead_org_id
     where i.district_id = $1 and i.search_text like all($2)
     order by i.search_text not like $3, i.lamp_rank, i.item_id limit ${perKind.item})
  union all
  (select 'org', org_id, name, coalesce(short_name, ''), null, null from org
     where district_id = $1 and search_text like all($2)
     order by search_text not like $3, position limit ${perKind.org})
  union all
  (select 'person', p.person_id, p.name, concat_ws(' ', ${unitTitleSql('o')}, p.post), null, null
     from person p left join org o on o.district_id = $1 and o.org_id = p.org_id
     where p.district_id = $1 and p.search_text like all($2)
     order by p.search_text not like $3, p.person_id limit ${perKind.person})`

export const searchFeature = feature(search, async (deps, input) => {
  const words = input.query.q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return done({ hits: [] })
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const start = patterns[0]!.slice(1)
  return await readAsOf(deps, input.query.asOf, async ({ tx, said }) => {
    const { rows } = await tx.client.query<Hit>(query(itemSource(tx)), [tx.districtId, patterns, start])
    return done({ ...said, hits: rows })
  })
})
