import type { Role } from '@guatu/access'
import { personRow } from '../store/directory.ts'
import type { NewOrg } from '../store/district.ts'
import type { PersonRow } from '../store/schema.ts'
import type { Random } from './random.ts'
import { givenNames, surnames } from './words.ts'

interface InventedPost {
  readonly title: string
  readonly role: Role
}

const post = (title: string, role: Role): InventedPost => ({ title, role })

const leaderTitles = [
  '区委常委',
  '副区长',
  '副区长',
  '副区长',
  '区人大常委会副主任',
  '区政协副主席',
  '区委常委',
  '副区长',
  '区政府党组成员',
  '区人大常委会副主任',
]

const posted = (head: string, second: string) => [
  post(head, 'town'),
  post(second, 'town'),
  post('项目专员', 'town'),
  post('项目专员', 'projectTeam'),
]

const postsByKind: Readonly<Record<string, readonly InventedPost[]>> = {
  leadership: leaderTitles.map((title) => post(title, 'leader')),
  department: ['局长', '副局长', '科长'].map((title) => post(title, 'department')),
  town: posted('党委书记', '镇长'),
  subDistrict: posted('党工委书记', '办事处主任'),
  functionalArea: posted('管委会主任', '副主任'),
  platform: ['董事长', '总经理', '工程部经理'].map((title) => post(title, 'department')),
  team: [post('专班组长', 'projectTeam'), post('专班组员', 'projectTeam')],
  village: [post('村党总支书记', 'projectTeam')],
  firm: [post('总经理', 'firm')],
  partner: [post('负责人', 'partner')],
  congress: [post('区人大代表', 'deputy'), post('区人大代表', 'deputy')],
}

/** Units whose posts are others than those of their kind. */
const postsByUnit: Readonly<Record<string, readonly InventedPost[]>> = {
  区发改局: [post('局长', 'districtOffice'), post('副局长', 'department'), post('重点项目科科长', 'districtOffice')],
  区统计局: [post('局长', 'department'), post('副局长', 'verifier'), post('投资科科长', 'verifier')],
  区攻坚办: [post('督导专员', 'supervisor'), post('考核专员', 'assessor')],
  区大数据中心: [
    post('系统管理员', 'systemAdmin'),
    post('安全管理员', 'securityAdmin'),
    post('审计管理员', 'auditAdmin'),
  ],
}

/** A person with the role that the person's first post has. */
export interface InventedPerson {
  readonly row: PersonRow
  readonly role: Role
}

/** Invented people, several in each unit, no two of one name. */
export function inventPeople(
  random: Random,
  districtId: string,
  orgs: readonly (NewOrg & { orgId: string })[],
): InventedPerson[] {
  const names = random.shuffled(surnames.flatMap((surname) => givenNames.map((given) => `${surname}${given}`)))
  return orgs.flatMap(({ kind, orgId, name: unit, shortName }) =>
    (postsByUnit[shortName ?? unit] ?? postsByKind[kind] ?? []).map(({ title, role }) => {
      const name = names.pop() as string
      return { row: personRow(districtId, { orgId, name, post: title, demonstration: true }), role }
    }),
  )
}
