import {
  type AccessRule,
  type Action,
  actions,
  allowedActions,
  type Charge,
  decide,
  grantsOf,
  type Holder,
  type Holding,
  type ItemAction,
  itemActions,
  phasesOf,
  type Standing,
} from '@guatu/access'
import { phases, type Refusal } from '@guatu/kernel'
import type { Actor } from '../actor.ts'
import { unitTitleSql } from '../directory.ts'
import { asKeeper, type Store, type Tx } from '../store.ts'

/** What binds whoever acts: the posts in force and the rules; null: the program or the machine's operator, bound by none. */
export type Access = { readonly holder: Holder; readonly rules: readonly AccessRule[] } | null

const inForce = (table: string, day: string) =>
  `${table}.from_day <= ${day}::date and (${table}.to_day is null or ${table}.to_day >= ${day}::date)`

/** A post held for somebody else counts as long as that one is in force too. */
const heldPosts = `
  with recursive held as (
    select p.post_id, p.role, p.org_id, d.person_id as deputy_for_id
      from post p left join post d on d.district_id = p.district_id and d.post_id = p.deputy_for_id
      where p.district_id = $1 and p.person_id = $2 and ${inForce('p', '$3')}
        and (p.deputy_for_id is null or ${inForce('d', '$3')})
  ), below (root, org_id) as (
    select org_id, org_id from held
    union select b.root, o.org_id from below b join org o on o.district_id = $1 and o.parent_id = b.org_id
  )
  select h.post_id as "postId", h.role, h.org_id as "orgId", h.deputy_for_id as "deputyForId",
    ${unitTitleSql('o')} as "orgName",
    array(select b.org_id::text from below b where b.root = h.org_id) as "orgIds",
    array(select distinct a.area_code from below b join org a on a.district_id = $1 and a.org_id = b.org_id
      where b.root = h.org_id and a.area_code is not null) as "areaCodes"
  from held h join org o on o.district_id = $1 and o.org_id = h.org_id order by h.post_id`

const heldCharges = `
  with recursive charged as (
    select c.charge_id, c.person_id, c.kind, c.target from charge c
      where c.district_id = $1 and c.person_id = any($2::uuid[]) and ${inForce('c', '$3')}
  ), below (root, org_id) as (
    select o.org_id, o.org_id from charged c join org o on o.district_id = $1 and o.org_id::text = c.target
      where c.kind = 'org'
    union select b.root, o.org_id from below b join org o on o.district_id = $1 and o.parent_id = b.org_id
  )
  select c.person_id as "personId", c.kind, c.target,
    array(select b.org_id::text from below b where c.kind = 'org' and b.root::text = c.target) as "orgIds"
  from charged c order by c.charge_id`

/** Everything that the rules look at in a person, on the transaction's day. */
export async function holderOf(tx: Tx, personId: string): Promise<Holder> {
  return await asKeeper(tx, async ({ client, districtId, day }) => {
    const { rows: holdings } = await client.query<Holding>(heldPosts, [districtId, personId, day])
    const selves = [personId, ...holdings.flatMap(({ deputyForId }) => deputyForId ?? [])]
    const { rows: charges } = await client.query<Charge>(heldCharges, [districtId, selves, day])
    return { personId, holdings, charges }
  })
}

export async function rulesOf({ db, districtId }: Tx): Promise<AccessRule[]> {
  return await db
    .selectFrom('accessRule')
    .select(['role', 'action', 'relation', 'phases'])
    .where('districtId', '=', districtId)
    .orderBy('role')
    .orderBy('action')
    .orderBy('relation')
    .execute()
}

const known = new WeakMap<object, Promise<Access>>()

async function load(tx: Tx): Promise<Access> {
  const { personId, scope } = tx.actor
  if (personId === null) return null
  const rules = await rulesOf(tx)
  return {
    holder: await holderOf(tx, personId),
    rules: scope ? rules.filter(({ action }) => scope.includes(action)) : rules,
  }
}

const recentKey = ({ personId, scope }: Actor, day: string) => `access ${personId} ${day} ${scope?.join() ?? ''}`

async function loadAndKeep(tx: Tx): Promise<Access> {
  const key = recentKey(tx.actor, tx.day)
  const before = tx.recent?.find<Access>(key)
  if (before !== undefined) return before
  const access = await load(tx)
  tx.recent?.keep(key, access)
  return access
}

/** What binds the transaction's actor, read once for each writing; a reading takes what another has just read. */
export function accessOf(tx: Tx): Promise<Access> {
  const before = known.get(tx.db)
  if (before) return before
  const access = loadAndKeep(tx)
  known.set(tx.db, access)
  return access
}

/** What binds an actor whom the store acts for, on a day, asked outside of any transaction. */
export async function accessFor(store: Store, actor: Actor, day: string): Promise<Access> {
  return store.recent.reading().find<Access>(recentKey(actor, day)) ?? (await store.read(accessOf))
}

/** Why somebody may not do all of these to an item of that standing, or anywhere without one; empty: they may. */
export function refusalsFor(access: Access, wanted: readonly Action[], standing: Standing | null): Refusal[] {
  if (!access) return []
  return wanted.flatMap((action) => {
    const decided = decide(access.holder, access.rules, action, standing)
    return decided.kind === 'refused' ? decided.refusals : []
  })
}

/** Whether somebody reads every item, so that sums over all of them are his to see. */
const readsAll = (access: Access): boolean =>
  !access || phasesOf(access.holder, access.rules, 'item.read').length === phases.length

/** Whether sums have to be made of the items themselves: the roll-up is of today and of all items. */
export const sumsItems = async (tx: Tx): Promise<boolean> => tx.asOf !== undefined || !readsAll(await accessOf(tx))

/** A reading of somebody who reads items by their ties alone, such as a firm, looks at no others; the policies hold anyway. */
export async function foundByTies(tx: Tx): Promise<Tx> {
  const access = await accessOf(tx)
  return access && phasesOf(access.holder, access.rules, 'item.read').length === 0 ? { ...tx, byTies: true } : tx
}

/** Every action that somebody's posts grant somewhere. */
export function actionsOf(access: Access): Action[] {
  const all = Object.keys(actions) as Action[]
  return access ? all.filter((action) => grantsOf(access.holder, access.rules, action).length > 0) : all
}

/** What the actor may do to an item that he reads. */
export const allowedFor = (access: Access, standing: Standing): ItemAction[] =>
  access ? allowedActions(access.holder, access.rules, standing) : (Object.keys(itemActions) as ItemAction[])
