import { type AccountEntry, listAccounts } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { nameSubject } from '../../sign-in/lockout.ts'
import { attemptName } from '../../sign-in/second-factor.ts'
import { readAccounts, rowsOf } from '../../sign-in/transaction.ts'
import { unitTitleSql } from '../../store/directory.ts'
import type { Tx } from '../../store/store.ts'

/** Either of the two administrators of accounts; the operator of the machine is bound by no rule. */
async function mayList({ store, actor }: Deps): Promise<boolean> {
  if (actor.personId === null) return true
  const wanted = (['account.manage', 'account.unlock'] as const).filter((one) => actor.scope?.includes(one) ?? true)
  return await store.read(async (tx) => {
    const [row] = await rowsOf<{ may: boolean }>(
      tx,
      'select coalesce(bool_or(guatu_may(a)), false) as may from unnest($1::text[]) a',
      [wanted],
    )
    return row?.may === true
  })
}

interface Row {
  readonly personId: string
  readonly name: string
  readonly org: string | null
  readonly post: string | null
  readonly accountId: string | null
  readonly userName: string | null
  readonly hasCredential: boolean
  readonly closedAt: string | null
  readonly invitedUntil: string | null
  readonly secondFactor: boolean
  readonly sessions: number
  readonly lastSignInAt: string | null
}

const listText = `
  select n.person_id as "personId", n.name, ${unitTitleSql('o')} as org,
    coalesce((select p.title from post p where p.district_id = n.district_id and p.person_id = n.person_id
      and p.from_day <= $2::date and (p.to_day is null or p.to_day >= $2::date)
      order by p.deputy_for_id is not null, p.from_day, p.post_id limit 1), n.post) as post,
    a.id as "accountId", a.username as "userName", a.closed_at as "closedAt",
    exists (select from sign_in.credential c where c.user_id = a.id) as "hasCredential",
    (select max(l.expires_at) from sign_in.link l where l.district_id = n.district_id and l.person_id = n.person_id
      and l.used_at is null and l.withdrawn_at is null and l.expires_at > $3) as "invitedUntil",
    coalesce(a.two_factor_enabled, false) as "secondFactor",
    (select count(*)::int from sign_in.session s where s.user_id = a.id) as sessions,
    a.last_sign_in_at as "lastSignInAt"
  from person n left join org o on o.district_id = n.district_id and o.org_id = n.org_id
    left join sign_in.account a on a.district_id = n.district_id and a.person_id = n.person_id
  where n.district_id = $1 order by o.position nulls last, n.name, n.person_id`

async function locks(tx: Tx, now: string): Promise<Map<string, string>> {
  const rows = await rowsOf<{ subject: string; until: string }>(
    tx,
    'select subject, locked_until as until from sign_in.failure where locked_until > $1',
    [now],
  )
  return new Map(rows.map(({ subject, until }) => [subject, until]))
}

function stateOf(row: Row, locked: string | null): AccountEntry['state'] {
  if (row.closedAt) return 'closed'
  if (row.invitedUntil) return 'invited'
  if (!row.hasCredential) return 'none'
  return locked ? 'locked' : 'open'
}

export const listAccountsFeature = feature(listAccounts, async (deps) => {
  if (!(await mayList(deps))) return refused(refusal('FORBIDDEN'))
  return await readAccounts(deps.store, async (tx) => {
    const rows = await rowsOf<Row>(tx, listText, [tx.districtId, deps.today(), deps.now()])
    const locked = await locks(tx, deps.now())
    const accounts = rows.map((row): AccountEntry => {
      const { accountId, closedAt: _closedAt, hasCredential: _hasCredential, ...shown } = row
      const name = accountId && attemptName({ accountId, userName: row.userName })
      const lockedUntil = (name && locked.get(nameSubject(name))) || null
      return { ...shown, state: stateOf(row, lockedUntil), lockedUntil }
    })
    return done({ accounts })
  })
})
