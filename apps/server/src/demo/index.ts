import type { Deps } from '../http/deps.ts'
import { relightItems } from '../jobs/relight.ts'
import { append } from '../store/append.ts'
import { deleteItems, orgRow } from '../store/district.ts'
import { listContext } from '../store/items/list-context.ts'
import { isMoved } from '../store/items/relit.ts'
import { retold } from '../store/loop/retold.ts'
import { rollUp } from '../store/rollup.ts'
import { insertRows } from '../store/rows.ts'
import type { Tx } from '../store/store.ts'
import { inventChanges } from './changes/index.ts'
import { historyOf } from './history.ts'
import { inventItems } from './items.ts'
import { demonstrationOrgs, villageTown } from './orgs.ts'
import { pastDays } from './past.ts'
import { inventPeople } from './people.ts'
import { inventCharges, inventPosts } from './posts.ts'
import { loadProblems } from './problems/index.ts'
import { seededRandom } from './random.ts'
import { inventReports } from './reports.ts'
import { loadSigns } from './signs.ts'
import { loadSupervision } from './supervision/index.ts'

const seed = 330_402
const daysKept = 8

/** Units and people of the demonstration beside the district's own areas. */
async function directoryFor(tx: Tx, random: ReturnType<typeof seededRandom>) {
  const own = await tx.db
    .selectFrom('org')
    .selectAll()
    .where('districtId', '=', tx.districtId)
    .orderBy('position')
    .execute()
  const root = own.find((org) => org.kind === 'district')
  const names = new Set(own.map((org) => org.name))
  const town = own.find((org) => org.name === villageTown)
  const added = demonstrationOrgs(root?.orgId ?? null, town?.orgId ?? null).filter((org) => !names.has(org.name))
  const orgs = added.map((org, index) => orgRow(tx.districtId, org, own.length + index))
  const all = [...own, ...orgs]
  return { orgs, all, people: inventPeople(random, tx.districtId, all) }
}

/** Who verifies figures, and decides on reports: the statistics bureau's first. */
function verifierOf({ all, people }: Awaited<ReturnType<typeof directoryFor>>) {
  const bureau = all.find(({ shortName, name }) => shortName === '区统计局' || name === '区统计局')
  return (people.find(({ row }) => row.orgId === bureau?.orgId) ?? people[0]!).row
}

/**
 * Fills the district with an invented list, relative to today and always the same for the same day: projects in every
 * stage, figures month by month, late nodes, changes of the last days. Answers how many projects.
 */
export async function loadDemo(deps: Deps): Promise<number> {
  const playbook = deps.shelf.playbooks.find(({ capabilities }) => capabilities.includes('annualInvestment'))
  if (!playbook) return 0
  return await deps.store.write(async (tx) => {
    const random = seededRandom(seed)
    const directory = await directoryFor(tx, random)
    const clock = { today: deps.today(), now: deps.now() }
    const list = await listContext(tx, playbook, clock)
    const orgIds = new Map(list.orgIds)
    for (const { shortName, name, orgId } of directory.all)
      for (const word of [shortName, name]) if (word) orgIds.set(word, orgId)
    const context = { ...list, orgIds }
    const persons = directory.people.map(({ row }) => row)
    const invented = inventItems(random, context, { orgs: directory.all, persons })
    const reported = inventReports(context, invented, verifierOf(directory))
    const { items } = reported
    const told = items.map((item) => historyOf(random, context, item))
    const past = pastDays(context, items, daysKept)
    const changes = await inventChanges(tx, deps.shelf.playbooks, { context, items, rows: told.map(({ row }) => row) })
    const events = [...told.flatMap((item) => item.events), ...past.lit, ...changes.events, ...reported.events].sort(
      (a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1),
    )
    await append(tx, {
      at: clock.now,
      events: [...events, { verb: 'demonstration.loaded', itemId: null, data: { items: items.length } }],
      orgs: directory.orgs,
      persons,
      items: [
        ...items.map(({ composed }, index) => {
          const { row, events: own } = told[index]!
          return retold(context, { ...composed, after: row }, own)
        }),
        ...changes.items,
      ],
      links: changes.links,
      facts: items.flatMap(({ composed }) => composed.facts),
      verifications: items.flatMap(({ composed }) => composed.verifications),
    })
    const held = { orgs: directory.all, people: directory.people }
    await insertRows(tx, 'post', inventPosts(tx.districtId, held, clock.today))
    await insertRows(tx, 'charge', inventCharges(tx.districtId, held, items, clock.today))
    await insertRows(tx, 'rollupDay', past.days)
    await insertRows(tx, 'report', reported.reports)
    await insertRows(tx, 'reportState', reported.states)
    await changes.write(tx)
    await loadSigns(deps, tx, items)
    await loadProblems(deps, tx, { orgs: directory.all, people: directory.people, items })
    await loadSupervision(deps, tx, held, items)
    await relightItems(
      deps,
      tx,
      [...items.map(({ itemId }) => itemId), ...changes.items.map(({ after }) => after.itemId)],
      isMoved,
    )
    await tx.db.updateTable('district').set({ demonstration: true }).where('districtId', '=', tx.districtId).execute()
    return items.length
  })
}

/** What real records name stays, as the district's own. */
async function releaseDirectory(tx: Tx): Promise<void> {
  const values = [tx.districtId]
  for (const table of ['charge', 'post']) {
    await tx.client.query(
      `delete from ${table} t using person p where t.district_id = $1 and p.district_id = $1
         and p.person_id = t.person_id and p.demonstration`,
      values,
    )
  }
  await tx.client.query(
    `delete from person p where p.district_id = $1 and p.demonstration and not exists (
       select from item i where i.district_id = $1 and (i.owner_id = p.person_id or i.fields::text like '%' || p.person_id || '%'))`,
    values,
  )
  await tx.client.query(
    `delete from org o where o.district_id = $1 and o.demonstration
       and not exists (select from person p where p.district_id = $1 and p.org_id = o.org_id)
       and not exists (select from org c where c.district_id = $1 and c.parent_id = o.org_id)
       and not exists (select from item i where i.district_id = $1
         and (i.lead_org_id = o.org_id or i.fields::text like '%' || o.org_id || '%'))`,
    values,
  )
  for (const table of ['person', 'org']) {
    await tx.client.query(`update ${table} set demonstration = false where district_id = $1 and demonstration`, values)
  }
}

/** Takes the invented list out again; the areas stay, and so does the history, which is never cut. */
export async function removeDemo(deps: Deps): Promise<number> {
  return await deps.store.write(async (tx) => {
    const { rows } = await tx.client.query<{ item_id: string }>(
      `select item_id from item where district_id = $1 and source->>'kind' = 'demonstration'`,
      [tx.districtId],
    )
    const itemIds = rows.map((row) => row.item_id)
    const items =
      itemIds.length === 0
        ? []
        : await tx.db
            .selectFrom('item')
            .selectAll()
            .where('districtId', '=', tx.districtId)
            .where('itemId', 'in', itemIds)
            .execute()
    await deleteItems(tx, itemIds)
    await rollUp(
      tx,
      items.map((before) => ({ before, after: null })),
    )
    await tx.db.deleteFrom('rollupDay').where('districtId', '=', tx.districtId).execute()
    await releaseDirectory(tx)
    await tx.db.updateTable('district').set({ demonstration: false }).where('districtId', '=', tx.districtId).execute()
    const event = { verb: 'demonstration.removed', itemId: null, data: { items: items.length } }
    await append(tx, { at: deps.now(), events: [event] })
    return items.length
  })
}
