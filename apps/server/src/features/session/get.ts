import { getSession, type Session } from '@guatu/contract'
import { done } from '@guatu/kernel'
import type { Dictionary } from '@guatu/playbook'
import { sql } from 'kysely'
import { feature } from '../../http/feature.ts'
import { accessOf, actionsOf, sumsItems } from '../../store/access/access-of.ts'
import { heldPosts } from '../../store/access/held-posts.ts'
import type { Tx } from '../../store/store.ts'

/** Areas of the dictionary; those of the sort `functionalArea` are counted like divisions without being one. */
function areasOf(dictionary: Dictionary | undefined): Session['areas'] {
  return (dictionary?.entries ?? []).map(({ code, title, words, sort }) => ({
    code,
    name: title.zh,
    shortName: words?.[0] ?? title.zh,
    kind: sort === 'functionalArea' ? 'functionalArea' : 'division',
  }))
}

async function itemCounts(tx: Tx): Promise<Map<string, number>> {
  const summed = await sumsItems(tx)
  const rows = await tx.db
    .selectFrom(summed ? 'item' : 'rollup')
    .where('districtId', '=', tx.districtId)
    .groupBy('playbookKey')
    .select(['playbookKey', sql<number>`${summed ? sql`count(*)` : sql`sum(items)::int8`}`.as('items')])
    .execute()
  return new Map(rows.map((row) => [row.playbookKey, row.items]))
}

async function meOf(tx: Tx): Promise<Session['me']> {
  const access = await accessOf(tx)
  if (!access) return null
  const { personId } = access.holder
  return { personId, name: tx.actor.name, posts: await heldPosts(tx, access.holder), may: actionsOf(access) }
}

export const getSessionFeature = feature(getSession, async ({ store, shelf, today }) => {
  return await store.read(async (tx) => {
    const own = ['districtId', '=', tx.districtId] as const
    const district = await tx.db
      .selectFrom('district')
      .selectAll()
      .where(...own)
      .executeTakeFirstOrThrow()
    const orgs = await tx.db
      .selectFrom('org')
      .selectAll()
      .where(...own)
      .orderBy('position')
      .execute()
    const persons = await tx.db
      .selectFrom('person')
      .selectAll()
      .where(...own)
      .orderBy('searchText')
      .execute()
    const counts = await itemCounts(tx)
    const { districtId, name, shortName, demonstration } = district
    return done({
      me: await meOf(tx),
      district: { districtId, name, shortName },
      today: today(),
      demonstration,
      playbooks: shelf.playbooks.map(({ key, version }) => ({ key, version, itemCount: counts.get(key) ?? 0 })),
      orgs: orgs.map(({ orgId, parentId, kind, name, shortName, areaCode, assessed }) => {
        return { orgId, parentId, kind, name, shortName, areaCode, assessed }
      }),
      persons: persons.map(({ personId, orgId, name, post }) => ({ personId, orgId, name, post })),
      areas: areasOf(shelf.dictionaries.area),
    })
  })
})
