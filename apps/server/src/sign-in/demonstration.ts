import { type Role, roles } from '@guatu/access'
import type { DemonstrationPersons } from '@guatu/contract'
import { done, type Outcome, refused } from '@guatu/kernel'
import { refusal } from '../http/refuse.ts'
import type { Visit } from '../http/visit.ts'
import { unitTitleSql } from '../store/directory.ts'
import { asKeeper, type Tx } from '../store/store.ts'
import { findAccount } from './account.ts'
import { createAccount } from './invitation.ts'
import type { StepReply } from './lockout.ts'
import { openSession } from './open-session.ts'
import { type SignInDeps, signInOf } from './service.ts'
import { beginSession } from './sign-in.ts'
import { changeAccounts, readAccounts, rowsOf } from './transaction.ts'

/** Whether the demonstration may be entered without a password: it is one, here and only here. */
export async function mayEnter(tx: Tx, deps: SignInDeps, visit: Visit): Promise<boolean> {
  if (!visit.local || signInOf(deps).settings.shared) return false
  const [district] = await rowsOf<{ demonstration: boolean }>(
    tx,
    'select demonstration from district where district_id = $1',
    [tx.districtId],
  )
  return district?.demonstration === true
}

const closed = refused(
  refusal('FORBIDDEN', {
    zh: '只有演示区、且只有在本机打开时，才能不用密码进入',
    en: 'Only a demonstration, and only on the machine itself, is entered without a password',
  }),
)

/** Roles that many hold are shown twice, so that two of them can be compared. */
const shown = (role: Role) => (['town', 'department', 'leader', 'projectTeam'].includes(role) ? 2 : 1)

interface Candidate {
  readonly personId: string
  readonly name: string
  readonly role: Role
  readonly title: string
  readonly orgId: string
  readonly org: string
}

/**
 * How many items name a unit as their lead, or a person as owner or leader: the product is best shown by somebody who has
 * work in hand. Accounts are kept apart from projects.
 */
async function itemsInHand(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const text = `select split_part(split_part(key, '@', 1), ':', 2) as id, count(*)::int as items from item_party
    where district_id = $1 and split_part(key, ':', 1) in ('lead', 'owner', 'leader') group by 1`
  const rows = await asKeeper(tx, (keeper) => rowsOf<{ id: string; items: number }>(keeper, text, [tx.districtId]))
  return new Map(rows.map(({ id, items }) => [id, items]))
}

/** A dozen typical persons: each role once or twice, the busiest first, else in the order of the district's own list. */
async function typicalPersons(tx: Tx, day: string): Promise<DemonstrationPersons> {
  const candidates = await rowsOf<Candidate>(
    tx,
    `select p.person_id as "personId", n.name, p.role, p.title, p.org_id as "orgId",
       ${unitTitleSql('o')} as org
     from post p join person n on n.district_id = p.district_id and n.person_id = p.person_id
       join org o on o.district_id = p.district_id and o.org_id = p.org_id
     where p.district_id = $1 and n.demonstration and p.deputy_for_id is null and p.from_day <= $2::date
       and (p.to_day is null or p.to_day >= $2::date)
     order by p.role, o.position, p.org_id, p.post_id`,
    [tx.districtId, day],
  )
  const order = Object.keys(roles) as Role[]
  const inHand = await itemsInHand(tx)
  const itemsOf = ({ personId, orgId, role }: Candidate) =>
    inHand.get(role === 'town' || role === 'department' ? orgId : personId) ?? 0
  const chosen = new Set<string>()
  return order.flatMap((role) => {
    const holders = candidates.filter((candidate) => candidate.role === role && !chosen.has(candidate.personId))
    const busiest = holders.toSorted((a, b) => itemsOf(b) - itemsOf(a))
    const persons = onePerUnit(busiest).slice(0, shown(role))
    for (const { personId } of persons) chosen.add(personId)
    return persons.map(({ personId, name, title, org }) => ({ personId, name, role, post: title, org }))
  })
}

const onePerUnit = (candidates: readonly Candidate[]): Candidate[] => {
  const units = new Set<string>()
  return candidates.filter(({ orgId }) => !units.has(orgId) && units.add(orgId))
}

export async function listTypicalPersons(deps: SignInDeps, visit: Visit): Promise<Outcome<DemonstrationPersons>> {
  return await readAccounts(deps.store, async (tx) =>
    (await mayEnter(tx, deps, visit)) ? done(await typicalPersons(tx, deps.today())) : closed,
  )
}

/** Enters as one of the typical persons; the session ends with the demonstration. */
export async function enterAs(deps: SignInDeps, visit: Visit, personId: string): Promise<Outcome<StepReply>> {
  return await changeAccounts(deps.store, async (tx) => {
    if (!(await mayEnter(tx, deps, visit))) return closed
    const person = (await typicalPersons(tx, deps.today())).find((typical) => typical.personId === personId)
    if (!person) return closed
    const known = await findAccount(tx, deps.today(), { personId })
    const accountId = known?.accountId ?? (await createAccount(tx, deps, { personId, name: person.name }))
    const token = await openSession(deps, visit, accountId)
    await beginSession(tx, deps, { token, visit, how: 'demonstration', demonstration: true })
    return done({ next: 'done' as const })
  })
}
