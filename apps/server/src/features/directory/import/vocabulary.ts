import { roles } from '@guatu/access'
import { unitKinds } from '@guatu/contract'
import type { Vocabulary } from '@guatu/ledger'

/** Further words that offices use for the roles. */
const roleWords: Readonly<Record<string, readonly string[]>> = {
  districtOffice: ['区级', '统筹', '区攻坚办'],
  town: ['镇街', '镇（街道）', '属地'],
  department: ['部门', '职能部门'],
  projectTeam: ['专班', '项目组'],
  leader: ['领导', '包联领导'],
  supervisor: ['督查', '督导员'],
  verifier: ['核实员', '统计核实'],
  assessor: ['考核员', '考评'],
  deputy: ['代表', '人大'],
  firm: ['项目业主', '业主'],
  partner: ['合作伙伴', '伙伴'],
  systemAdmin: ['系统管理'],
  securityAdmin: ['安全管理', '安全保密管理员'],
  auditAdmin: ['审计管理', '安全审计员'],
}

/** The words of the columns 单位类型 and 角色. */
export const directoryWords: { readonly kinds: Vocabulary; readonly roles: Vocabulary } = {
  kinds: unitKinds,
  roles: Object.fromEntries(
    Object.entries(roles).map(([key, title]) => [key, { ...title, words: roleWords[key] ?? [] }]),
  ),
}

const kindEndings: readonly (readonly [RegExp, keyof typeof unitKinds])[] = [
  [/街道(办事处)?$/, 'subDistrict'],
  [/[镇乡](人民政府)?$/, 'town'],
  [/(村|社区)(村委会|居委会)?$/, 'village'],
  [/(管委会|开发区|高新区|度假区|园区)$/, 'functionalArea'],
  [/人大(常委会)?/, 'congress'],
  [/(专班|指挥部|攻坚队)$/, 'team'],
  [/(四套班子|区领导|区委|区政府)$/, 'leadership'],
  [/(局|委|委员会|办|办公室|中心|院|分局)$/, 'department'],
]

/** The kind that a unit's name tells; undefined where it tells none, as with firms and platforms. */
export const kindByName = (name: string): keyof typeof unitKinds | undefined =>
  kindEndings.find(([pattern]) => pattern.test(name))?.[1]
