import type { ChargeRow, PostRow } from '../store/access-rows.ts'
import { chargeRow, postRow } from '../store/directory.ts'
import type { OrgRow } from '../store/schema.ts'
import { addDays, addMonths } from './days.ts'
import type { DemoItem } from './items.ts'
import type { InventedPerson } from './people.ts'

interface Directory {
  readonly orgs: readonly OrgRow[]
  readonly people: readonly InventedPerson[]
}

const unitCalled = ({ orgs }: Directory, name: string) =>
  orgs.find((org) => org.shortName === name || org.name === name)

const holderOf = (directory: Directory, unit: string, title: string): InventedPerson | undefined => {
  const orgId = unitCalled(directory, unit)?.orgId
  return directory.people.find(({ row }) => row.orgId === orgId && row.post === title)
}

/** Everybody's own post, begun within the last years; whose turn it was is told by the place in the list. */
const ownPosts = (districtId: string, { people }: Directory, today: string): PostRow[] =>
  people.map(({ row, role }, index) => {
    const from = addMonths(today, -(7 + ((index * 5) % 41)))
    return postRow(districtId, { personId: row.personId, orgId: row.orgId as string, role, title: row.post, from })
  })

/** A second post beside the first: the office that drives the projects is led by the head of the planning bureau. */
function secondPosts(districtId: string, directory: Directory, today: string): PostRow[] {
  const from = addMonths(today, -9)
  const head = holderOf(directory, '区发改局', '局长')
  const office = unitCalled(directory, '区攻坚办')
  const leader = directory.people.find(({ role }) => role === 'leader')
  const zone = unitCalled(directory, '湘家荡区域')
  return [
    ...(head && office
      ? [
          postRow(districtId, {
            personId: head.row.personId,
            orgId: office.orgId,
            role: 'districtOffice',
            title: '主任',
            from,
          }),
        ]
      : []),
    ...(leader && zone
      ? [
          postRow(districtId, {
            personId: leader.row.personId,
            orgId: zone.orgId,
            role: 'town',
            title: '党工委书记（兼）',
            from,
          }),
        ]
      : []),
  ]
}

/** A post that was handed over: its former holder has another since. */
function handedOver(districtId: string, directory: Directory, own: readonly PostRow[]): PostRow[] {
  const former = holderOf(directory, '区经信局', '副局长')
  const successor = holderOf(directory, '区商务局', '副局长')
  const present = own.find(({ personId }) => personId === successor?.row.personId)
  if (!former || !present) return []
  const { orgId, role, title, fromDay } = present
  const post = postRow(districtId, {
    personId: former.row.personId,
    orgId,
    role,
    title,
    from: addMonths(fromDay, -30),
    to: addDays(fromDay, -1),
  })
  return [post]
}

/** 代理: a mayor is away for a time, and the head of a bureau stands in. */
function deputised(districtId: string, directory: Directory, own: readonly PostRow[], today: string): PostRow[] {
  const mayor = holderOf(directory, '凤桥镇', '镇长')
  const deputy = holderOf(directory, '区农业农村和水利局', '副局长')
  const post = own.find(({ personId }) => personId === mayor?.row.personId)
  if (!post || !deputy) return []
  const { orgId, role, title, postId } = post
  const period = { from: addDays(today, -20), to: addDays(today, 40) }
  return [postRow(districtId, { personId: deputy.row.personId, orgId, role, title, deputyForId: postId, ...period })]
}

/** Posts of the demonstration, the handed-over one before its successor's. */
export function inventPosts(districtId: string, directory: Directory, today: string): PostRow[] {
  const own = ownPosts(districtId, directory, today)
  const former = handedOver(districtId, directory, own)
  const successor = own.find(({ orgId, title }) => former.some((post) => post.orgId === orgId && post.title === title))
  return [
    ...former,
    ...own.map((post) => (post === successor ? { ...post, takenOverFromId: former[0]!.postId } : post)),
    ...secondPosts(districtId, directory, today),
    ...deputised(districtId, directory, own, today),
  ]
}

/** 包联: every area has a leader in charge, one area a former one too; some leaders have projects in talks besides. */
export function inventCharges(
  districtId: string,
  { orgs, people }: Directory,
  items: readonly DemoItem[],
  today: string,
): ChargeRow[] {
  const leaders = people.filter(({ role }) => role === 'leader')
  if (leaders.length === 0) return []
  const leaderAt = (index: number) => leaders[index % leaders.length]!.row.personId
  const from = addMonths(`${today.slice(0, 4)}-01-15`, 0)
  const areas = orgs.filter(({ areaCode, kind }) => areaCode !== null && kind !== 'district')
  const talks = items.filter(({ stage }) => stage === 'negotiating').slice(0, 8)
  const earlier = { from: addMonths(from, -12), to: addDays(from, -1) }
  return [
    ...areas.map(({ areaCode }, index) =>
      chargeRow(districtId, { personId: leaderAt(index), kind: 'area', target: areaCode as string, from }),
    ),
    ...talks.map(({ itemId }, index) =>
      chargeRow(districtId, { personId: leaderAt(index * 3 + 1), kind: 'item', target: itemId, from }),
    ),
    ...areas
      .slice(0, 1)
      .map(({ areaCode }) =>
        chargeRow(districtId, { personId: leaderAt(5), kind: 'area', target: areaCode as string, ...earlier }),
      ),
  ]
}
