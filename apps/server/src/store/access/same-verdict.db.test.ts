import {
  type AccessRule,
  type Action,
  actions,
  decide,
  type Holder,
  type ItemAction,
  itemActions,
  keysOf,
  phasesOf,
  type Relation,
  type Role,
  relations,
  roles,
  type Standing,
  type Tie,
  touchingActions,
} from '@guatu/access'
import { createItem } from '@guatu/contract'
import { phases } from '@guatu/kernel'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { ChargeRow, PostRow } from '../access-rows.ts'
import type { Actor } from '../actor.ts'
import { asOwner, type Tx } from '../store.ts'
import { useTestApp } from '../testing/test-app.ts'
import { holderOf } from './access-of.ts'
import { replaceParties } from './parties.ts'

const server = useTestApp()
const id = (kind: number, index: number) => `018f0000-0000-7000-8000-${String(kind * 1000 + index).padStart(12, '0')}`
const upTo = (length: number, kind: number) => Array.from({ length }, (_, index) => id(kind, index))
const [orgs, people, posts, charges, facts] = [upTo(6, 1), upTo(3, 2), upTo(5, 3), upTo(3, 4), upTo(6, 5)]
const areas = ['330402100', '330402101', null, null, '330402103', null]
const items: string[] = []
const today = '2026-06-15'

/** Chosen by chance: who is where, who holds what, what is whose, and what the rules grant. */
interface District {
  readonly parents: readonly (number | null)[]
  readonly posts: readonly Pick<PostRow, 'personId' | 'orgId' | 'role' | 'fromDay' | 'toDay' | 'deputyForId'>[]
  readonly charges: readonly Pick<ChargeRow, 'personId' | 'kind' | 'target' | 'fromDay' | 'toDay'>[]
  readonly rules: readonly AccessRule[]
  readonly standings: readonly Omit<Standing, 'itemId'>[]
}

const keys = <T extends string>(table: Readonly<Record<T, unknown>>) => Object.keys(table) as T[]
const some = <T>(list: readonly T[]) => fc.constantFrom(...list)
const fewRoles: readonly Role[] = keys(roles).slice(0, 4)
const span = fc.constantFrom(
  { fromDay: '2026-01-01', toDay: null },
  { fromDay: '2026-01-01', toDay: null },
  { fromDay: today, toDay: today },
  { fromDay: '2026-01-01', toDay: '2026-06-14' },
  { fromDay: '2026-06-16', toDay: null },
)
const anyTie: fc.Arbitrary<Tie> = fc.oneof(
  fc.record({ relation: some<'lead'>(['lead', 'cooperating', 'team', 'nodeDuty', 'firm'] as never), id: some(orgs) }),
  fc.record({ relation: some<'owner'>(['owner', 'leader', 'team', 'nodeDuty'] as never), id: some(people) }),
  fc.record({ relation: fc.constant('area' as const), id: some(areas.filter((code) => code !== null)) }),
  fc.record({ relation: fc.constant('opened' as const), id: fc.constant('') }),
)
const anyDistrict: fc.Arbitrary<District> = fc.record({
  parents: fc.tuple(...orgs.map((_, index) => (index === 0 ? fc.constant(null) : fc.option(fc.nat(index - 1))))),
  posts: fc.tuple(
    ...posts.map((_, index) =>
      fc
        .tuple(
          span,
          fc.record({ personId: some(people), orgId: some(orgs), role: some(fewRoles) }),
          fc.option(fc.nat(4)),
        )
        .map(([days, post, other]) => {
          const deputyForId = index > 0 && other !== null ? posts[other % index]! : null
          return { ...post, ...days, deputyForId }
        }),
    ),
  ),
  charges: fc.tuple(
    ...charges.map(() =>
      fc.tuple(span, some(people), fc.nat(2), fc.nat(5)).map(([days, personId, kind, at]) => {
        const target = [items[at]!, areas[at] ?? '330402100', orgs[at]!][kind]!
        return { ...days, personId, kind: (['item', 'area', 'org'] as const)[kind]!, target }
      }),
    ),
  ),
  rules: fc
    .uniqueArray(
      fc.record({
        role: some(fewRoles),
        action: some<Action>([...keys(itemActions), 'item.read', 'item.read', 'rule.manage']),
        relation: some<Relation>(keys(relations)),
        phases: fc.uniqueArray(some(phases), { minLength: 1 }),
      }),
      { minLength: 5, maxLength: 40, selector: ({ role, action, relation }) => `${role}/${action}/${relation}` },
    )
    .map((rules): AccessRule[] => rules),
  standings: fc.tuple(...orgs.map(() => fc.record({ phase: some(phases), ties: fc.array(anyTie, { maxLength: 3 }) }))),
})

beforeAll(async () => {
  for (let index = 0; index < orgs.length; index += 1) {
    const fields = { name: `项目${index}` }
    items.push((await server.ask(createItem, { body: { playbook: 'works', fields } })).itemId)
  }
  await server.deps.store.write((tx) =>
    asOwner(tx, async ({ client }) => {
      for (const [index, orgId] of orgs.entries()) {
        await client.query(
          `insert into org (district_id, org_id, kind, name, area_code, assessed, position, search_text, demonstration)
             values ('330402', $1, 'town', $2, $3, true, $4, '', false)`,
          [orgId, `单位${index}`, areas[index], index],
        )
      }
      for (const personId of people) {
        await client.query(
          `insert into person (district_id, person_id, name, search_text, demonstration)
             values ('330402', $1, '某人', '', false)`,
          [personId],
        )
      }
    }),
  )
}, 60_000)

/** Makes the stored district the one that was chosen. */
async function settle(district: District): Promise<void> {
  await server.deps.store.write((tx) =>
    asOwner(tx, async (owner) => {
      const { client } = owner
      const fill = (table: string, rows: readonly object[]) =>
        client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
          JSON.stringify(rows),
        ])
      await client.query('delete from charge; delete from post; delete from access_rule; delete from fact_verification')
      await client.query('delete from fact; delete from item_party')
      for (const [index, parent] of district.parents.entries()) {
        const parentId = parent === null ? null : orgs[parent]
        await client.query('update org set parent_id = $2 where org_id = $1', [orgs[index], parentId])
      }
      const held = { district_id: '330402', title: '', revision: 1, taken_over_from_id: null }
      await fill(
        'post',
        district.posts.map(({ personId, orgId, role, fromDay, toDay, deputyForId }, index) => ({
          ...held,
          ...{ post_id: posts[index], person_id: personId, org_id: orgId, role },
          ...{ from_day: fromDay, to_day: toDay, deputy_for_id: deputyForId },
        })),
      )
      await fill(
        'charge',
        district.charges.map(({ personId, kind, target, fromDay, toDay }, index) => ({
          ...held,
          ...{ charge_id: charges[index], person_id: personId, kind, target, from_day: fromDay, to_day: toDay },
        })),
      )
      await fill(
        'access_rule',
        district.rules.map((rule) => ({ district_id: '330402', ...rule })),
      )
      for (const [index, { phase }] of district.standings.entries()) {
        await client.query('update item set phase = $2 where item_id = $1', [items[index], phase])
        await client.query(
          `insert into fact (district_id, fact_id, item_id, metric, period, value, source, reported_by, reported_at)
             values ('330402', $1, $2, 'yearDone', '2026', 1, '{}', 'x', now())`,
          [facts[index], items[index]],
        )
      }
    }),
  )
  await server.deps.store.write((tx) =>
    replaceParties(
      tx,
      standingsOf(district).map((standing) => ({ itemId: standing.itemId, keys: keysOf(standing) })),
    ),
  )
}

const standingsOf = ({ standings }: District): Standing[] =>
  standings.map((standing, index) => ({ itemId: items[index]!, ...standing }))

/** The holder as the chosen district says, without asking the database. */
function chosenHolder(district: District, personId: string): Holder {
  const below = (orgId: string): string[] => {
    const children = orgs.filter((_, index) => district.parents[index] === orgs.indexOf(orgId))
    return [orgId, ...children.flatMap(below)]
  }
  const inForce = ({ fromDay, toDay }: { fromDay: string; toDay: string | null }) =>
    fromDay <= today && (toDay === null || toDay >= today)
  const holdings = district.posts.flatMap((post, index) => {
    const stoodFor = district.posts[posts.indexOf(post.deputyForId ?? '')]
    if (post.personId !== personId || !inForce(post) || (stoodFor && !inForce(stoodFor))) return []
    const orgIds = below(post.orgId)
    const areaCodes = orgIds.flatMap((orgId) => areas[orgs.indexOf(orgId)] ?? [])
    const deputyForId = stoodFor?.personId ?? null
    return [{ postId: posts[index]!, role: post.role, orgId: post.orgId, orgName: '', orgIds, areaCodes, deputyForId }]
  })
  const held = district.charges.filter(inForce).map(({ personId: whose, kind, target }) => {
    return { personId: whose, kind, target, orgIds: kind === 'org' ? below(target) : [] }
  })
  return { personId, holdings, charges: held }
}

const actorOf = (personId: string): Actor => ({ personId, name: '某人', post: null, origin: 'test' })

class TakenBack extends Error {}

/** Writes, looks, and takes everything back. */
async function tried<T>(personId: string, use: (tx: Tx) => Promise<T>): Promise<T> {
  let found: { value: T } | undefined
  const store = server.deps.store.as(actorOf(personId))
  await store
    .write(async (tx) => {
      found = { value: await use(tx) }
      throw new TakenBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error
    })
  return found!.value
}

/** Whether a statement writes a row: a policy may refuse it, or show no row to it. */
async function writes({ client }: Tx, text: string, values: readonly unknown[]): Promise<boolean> {
  await client.query('savepoint before')
  try {
    return (await client.query(text, [...values])).rowCount === 1
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    return false
  } finally {
    await client.query('rollback to savepoint before')
  }
}

const reportText = `insert into fact (district_id, fact_id, item_id, metric, period, value, source, reported_by, reported_by_id, reported_at)
  values ('330402', gen_random_uuid(), $1, 'yearDone', '2026', 1, '{}', 'x', guatu_person(), now())`
const verifyText = `insert into fact_verification (district_id, fact_id, verified_by, verified_by_id, verified_at)
  values ('330402', $1, 'x', guatu_person(), now())`

/** What the database shows and lets write of each item, as the role that acts for the person. */
async function stored(tx: Tx, itemId: string, factId: string) {
  const count = async (table: string) =>
    (await tx.client.query(`select from ${table} where district_id = '330402' and item_id = $1`, [itemId])).rowCount! >
    0
  const may = async (action: ItemAction) =>
    (await tx.client.query<{ may: boolean }>('select guatu_item_may($1, $2) as may', [action, itemId])).rows[0]!.may
  const granted: ItemAction[] = []
  for (const action of keys(itemActions)) if (await may(action)) granted.push(action)
  return {
    may: granted,
    read: await count('item'),
    nodes: await count('node'),
    events: await count('event'),
    touched: await writes(tx, 'update item set lamp_rank = lamp_rank where item_id = $1', [itemId]),
    removed: await writes(tx, 'delete from item where item_id = $1', [itemId]),
    reported: await writes(tx, reportText, [itemId]),
    verified: await writes(tx, verifyText, [factId]),
  }
}

function expected(who: Holder, rules: readonly AccessRule[], standing: Standing) {
  const may = (action: Action) => decide(who, rules, action, standing).kind === 'done'
  const read = may('item.read')
  return {
    may: keys(itemActions).filter(may),
    read,
    nodes: read,
    events: read,
    touched: read && touchingActions.some(may),
    removed: false,
    reported: read && may('fact.report'),
    verified: read && may('fact.verify'),
  }
}

test('the rules in the program and the policies in the database come to the same verdict', async () => {
  await fc.assert(
    fc.asyncProperty(anyDistrict, async (district) => {
      await settle(district)
      for (const personId of people) {
        const who = chosenHolder(district, personId)
        const seen = await tried(personId, async (tx) => {
          const { holdings, charges: known } = await holderOf(tx, personId)
          const loaded = holdings.map(({ orgIds, ...holding }) => ({
            ...holding,
            orgName: '',
            orgIds: [...orgIds].sort(),
          }))
          const sums = await tx.client.query('select from rollup')
          const may = await tx.client.query<{ may: boolean }>('select guatu_may($1) as may', ['rule.manage'])
          const shown = []
          for (const [index, itemId] of items.entries()) shown.push(await stored(tx, itemId, facts[index]!))
          return { loaded, known, sums: sums.rowCount! > 0, may: may.rows[0]!.may, shown }
        })
        const wished = who.holdings.map(({ orgIds, areaCodes, ...holding }) => {
          return { ...holding, areaCodes: [...areaCodes].sort(), orgIds: [...orgIds].sort() }
        })
        expect(seen.loaded).toEqual(wished)
        expect(seen.known.every((charge) => district.charges.some(({ target }) => target === charge.target))).toBe(true)
        expect(seen.sums).toBe(phasesOf(who, district.rules, 'item.read').length === phases.length)
        expect(seen.may).toBe(decide(who, district.rules, 'rule.manage', null).kind === 'done')
        const wanted = standingsOf(district).map((standing) => expected(who, district.rules, standing))
        expect(seen.shown).toEqual(wanted)
      }
    }),
    { numRuns: process.env.GUATU_LONG === '1' ? 300 : 6 },
  )
}, 600_000)

test('every action is known to the rules by a name that SQL can be asked with', () => {
  for (const action of keys(actions)) expect(action).toMatch(/^[a-z]+\.[a-z]+$/)
})
