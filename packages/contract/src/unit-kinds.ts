import type { Role } from '@guatu/access'
import type { Title } from '@guatu/kernel'

interface UnitKind extends Title {
  /** Further words for it in an office's own tables. */
  readonly words?: readonly string[]
  /** The role that a post in such a unit has where nothing else is said; null: it must be said. */
  readonly role: Role | null
}

/** What a unit of the district may be. Villages stand below towns, firms and partners beside them. */
export const unitKinds = {
  district: { zh: '区', en: 'District', words: ['县', '县区', '市辖区'], role: null },
  leadership: {
    zh: '区领导班子',
    en: 'District leadership',
    words: ['区领导', '领导班子', '四套班子'],
    role: 'leader',
  },
  department: { zh: '区级部门', en: 'Department', words: ['部门', '机关', '局', '区直部门'], role: 'department' },
  town: { zh: '镇', en: 'Town', words: ['乡镇', '乡', '镇街', '镇（街道）'], role: 'town' },
  subDistrict: { zh: '街道', en: 'Sub-district', words: ['街道办', '街道办事处'], role: 'town' },
  functionalArea: { zh: '功能区', en: 'Functional area', words: ['开发区', '高新区', '管委会', '园区'], role: 'town' },
  platform: { zh: '平台公司', en: 'Platform company', words: ['平台', '国企', '国有公司'], role: 'department' },
  village: { zh: '村（社区）', en: 'Village', words: ['村', '社区', '行政村'], role: 'projectTeam' },
  team: { zh: '工作专班', en: 'Task force', words: ['专班', '攻坚队', '指挥部'], role: 'projectTeam' },
  firm: { zh: '企业', en: 'Firm', words: ['公司', '项目业主', '业主'], role: 'firm' },
  partner: { zh: '招商合作伙伴', en: 'Partner', words: ['合作伙伴', '伙伴', '招商机构'], role: 'partner' },
  congress: { zh: '人大', en: 'People’s Congress', words: ['人大常委会', '人民代表大会'], role: 'deputy' },
} as const satisfies Record<string, UnitKind>

export type UnitKindKey = keyof typeof unitKinds
