import { roles } from '@guatu/access'
import type { SetUpReply } from '@guatu/contract'
import { done, type Outcome, type Refusal, refused, searchText } from '@guatu/kernel'
import { refusal } from '../http/refuse.ts'
import type { Visit } from '../http/visit.ts'
import type { Actor } from '../store/actor.ts'
import { append } from '../store/append.ts'
import type { PersonRow } from '../store/schema.ts'
import { asKeeper, type Tx } from '../store/store.ts'
import { uuidv7 } from '../store/uuid.ts'
import { invitationLink, makeLink, openLink, useLink } from './links.ts'
import type { SignInDeps } from './service.ts'
import { webOrigin } from './session.ts'
import { changeAccounts, readAccounts, rowsOf, tell } from './transaction.ts'

const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const
type Administrator = (typeof administrators)[number]
export type NamedAdministrators = Readonly<Record<Administrator, { readonly name: string }>>

/** Nobody has been named yet: the set-up link is the way in. */
export const isSetUpNeeded = async (tx: Tx): Promise<boolean> => {
  const [row] = await rowsOf<{ used: boolean }>(
    tx,
    `select exists (select from sign_in.link where kind = 'setUp' and used_at is not null) as used`,
    [],
  )
  return !row?.used
}

/** A set-up link where one is still needed; makes the one before it void. */
export async function neededSetUpLink(deps: SignInDeps, who: Actor): Promise<string | null> {
  return (await readAccounts(deps.store, isSetUpNeeded)) ? await makeSetUpLink(deps, who) : null
}

/** A set-up link in any case, for whoever runs the machine: the way back in when all administrators are locked out. */
export async function makeSetUpLink(deps: SignInDeps, who: Actor): Promise<string> {
  const now = deps.now()
  return await changeAccounts(deps.store, async (tx) => {
    const { token, expiresAt } = await makeLink(tx, 'setUp', null, now)
    // Before the first set-up there is nothing yet that such a link could change.
    if (!(await isSetUpNeeded(tx))) await tell(tx, now, who, { verb: 'setUp.linkMade', data: { expiresAt } })
    return token
  })
}

function nameProblems(named: NamedAdministrators): Refusal[] {
  const names = administrators.map((role) => named[role].name.trim())
  const empty = administrators
    .filter((_role, index) => names[index] === '')
    .map((role) => ({
      code: 'INPUT_INVALID',
      path: role,
      message: { zh: `请填写${roles[role].zh}的姓名`, en: `Name the ${roles[role].en.toLowerCase()}` },
    }))
  const message = { zh: '三名管理员必须是不同的人', en: 'The three administrators have to be different persons' }
  const same = new Set(names).size < names.length ? [{ code: 'INPUT_INVALID', path: 'auditAdmin', message }] : []
  return [...empty, ...same]
}

/** Somebody of this name who holds the role already: whoever lost the way in gets a new one. */
async function holderOf(tx: Tx, day: string, role: Administrator, name: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ personId: string }>(
    tx,
    `select p.person_id as "personId" from post p
       join person n on n.district_id = p.district_id and n.person_id = p.person_id
       where p.district_id = $1 and p.role = $2 and n.name = $3 and p.from_day <= $4::date
         and (p.to_day is null or p.to_day >= $4::date)`,
    [tx.districtId, role, name, day],
  )
  return row?.personId
}

/** The unit that the administrators belong to: the top of the district's tree. */
async function topOrg(tx: Tx): Promise<string> {
  const [row] = await rowsOf<{ orgId: string }>(
    tx,
    `select org_id as "orgId" from org where district_id = $1 order by (kind = 'district') desc, parent_id is not null,
       position limit 1`,
    [tx.districtId],
  )
  if (!row) throw new Error('a district without a unit')
  return row.orgId
}

async function appoint(
  tx: Tx,
  deps: SignInDeps,
  { role, name, who }: { role: Administrator; name: string; who: Actor },
): Promise<string> {
  const { districtId } = tx
  const orgId = await topOrg(tx)
  const personId = uuidv7()
  const title = roles[role].zh
  const said = { name, post: title, searchText: searchText(name), demonstration: false, revision: 1 }
  const person: PersonRow = { districtId, personId, orgId, ...said }
  const event = { verb: 'administrator.appointed', itemId: null, data: { personId, name, role } }
  await asKeeper(tx, async (keeper) => {
    await append({ ...keeper, actor: who }, { at: deps.now(), events: [event], persons: [person] })
    await keeper.client.query(
      `insert into post (district_id, post_id, person_id, org_id, role, title, from_day)
         values ($1, $2, $3, $4, $5, $6, $7)`,
      [districtId, uuidv7(), personId, orgId, role, title, deps.today()],
    )
  })
  return personId
}

/** Names the three administrators and answers an invitation link for each. */
export async function completeSetUpWith(
  deps: SignInDeps,
  visit: Visit,
  token: string,
  named: NamedAdministrators,
): Promise<Outcome<SetUpReply>> {
  const now = deps.now()
  const who: Actor = { personId: null, name: '初始设置', post: null, origin: webOrigin(visit) }
  return await changeAccounts(deps.store, async (tx) => {
    const link = await openLink(tx, token, ['setUp'], now)
    if (!link) return refused(refusal('LINK_INVALID'))
    const problems = nameProblems(named)
    if (problems.length > 0) return refused(...problems)
    await useLink(tx, link, now)
    const invitations: SetUpReply['invitations'] = []
    for (const role of administrators) {
      const name = named[role].name.trim()
      const known = await holderOf(tx, deps.today(), role, name)
      const personId = known ?? (await appoint(tx, deps, { role, name, who }))
      const made = await makeLink(tx, known ? 'reset' : 'invitation', personId, now)
      await tell(tx, now, who, { verb: 'account.invited', data: { personId, name } })
      invitations.push({ role, name, link: invitationLink(deps, visit, made), expiresAt: made.expiresAt })
    }
    return done({ invitations })
  })
}
