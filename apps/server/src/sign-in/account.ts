import { type Role, separatedRoles } from '@guatu/access'
import { unitTitleSql } from '../store/directory.ts'
import type { Tx } from '../store/store.ts'
import { rowsOf } from './transaction.ts'

/** A post in force that a person may act from. */
export interface PostInForce {
  readonly postId: string
  readonly role: Role
  readonly org: string
  readonly title: string
  /** Name of the person deputised for. */
  readonly deputyFor: string | null
}

export interface Account {
  readonly accountId: string
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly userName: string | null
  readonly secondFactor: boolean
  readonly passwordChangedAt: string | null
  readonly closedAt: string | null
  readonly posts: readonly PostInForce[]
}

/** The posts in force of the person `$person` on the day `$day`, the person's own first. */
const postsInForce = `
  select coalesce(jsonb_agg(to_jsonb(x) - 'rank' order by x.rank), '[]') from (
    select row_number() over (order by p.deputy_for_id is not null, p.from_day, p.post_id) as rank,
      p.post_id as "postId", p.role, ${unitTitleSql('o')} as org, p.title, s.name as "deputyFor"
    from post p join org o on o.district_id = p.district_id and o.org_id = p.org_id
      left join post d on d.district_id = p.district_id and d.post_id = p.deputy_for_id
      left join person s on s.district_id = p.district_id and s.person_id = d.person_id
    where p.district_id = $district and p.person_id = $person
      and p.from_day <= $day::date and (p.to_day is null or p.to_day >= $day::date)
      and (d.post_id is null or d.from_day <= $day::date and (d.to_day is null or d.to_day >= $day::date))) x`

/** Columns of an account `a` with its person `n`; `$1` is the district, `$2` the day. */
export const accountColumns = `
  a.id as "accountId", a.person_id as "personId", n.name, a.email, a.username as "userName",
  a.two_factor_enabled as "secondFactor", a.password_changed_at as "passwordChangedAt", a.closed_at as "closedAt",
  (${postsInForce.replaceAll('$district', '$1').replaceAll('$day', '$2').replaceAll('$person', 'a.person_id')}) as posts`

export const accountTables =
  'sign_in.account a join person n on n.district_id = a.district_id and n.person_id = a.person_id'

export async function findAccount(
  tx: Tx,
  day: string,
  by: { readonly accountId?: string; readonly personId?: string; readonly userName?: string; readonly email?: string },
): Promise<Account | undefined> {
  const column = by.accountId ? 'id' : by.personId ? 'person_id' : by.userName ? 'username' : 'email'
  const value = by.accountId ?? by.personId ?? by.userName?.toLowerCase() ?? by.email
  const text = `select ${accountColumns} from ${accountTables} where a.district_id = $1 and a.${column} = $3`
  return (await rowsOf<Account>(tx, text, [tx.districtId, day, value]))[0]
}

/** The posts in force of a person who need not have an account. */
export async function postsOf(tx: Tx, day: string, personId: string): Promise<PostInForce[]> {
  const text = postsInForce.replaceAll('$district', '$1').replaceAll('$day', '$2').replaceAll('$person', '$3')
  const [row] = await rowsOf<{ posts: PostInForce[] }>(tx, `select (${text}) as posts`, [tx.districtId, day, personId])
  return row?.posts ?? []
}

/** One of the three separated administrators: has to have a second factor, and sessions end sooner. */
export const isAdministrator = ({ posts }: Pick<Account, 'posts'>): boolean =>
  posts.some(({ role }) => separatedRoles.includes(role))

/** Unit and post in words. */
export const postWords = ({ org, title, deputyFor }: PostInForce): string =>
  deputyFor ? `${org} ${title}（代 ${deputyFor}）` : `${org} ${title}`

/** The library's key of an account: an address that no mail reaches. */
export const accountAddress = (districtId: string, personId: string) => `${personId}@${districtId}.guatu.invalid`
