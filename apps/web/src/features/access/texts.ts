import type { Text } from '../../app/language.ts'

export const accessTexts = {
  pageTitle: { zh: '权限查询', en: 'Who may do what' },
  loading: { zh: '正在核对权限', en: 'Looking up rights' },
  sentenceItem: {
    zh: '{{person}}对“{{item}}”可办 {{yes}} 项，不可办 {{no}} 项',
    en: '{{person}} may do {{yes}} of {{all}} things to “{{item}}”',
  },
  sentenceDistrict: {
    zh: '{{person}}在全区可办 {{yes}} 项，不可办 {{no}} 项',
    en: '{{person}} may do {{yes}} of {{all}} things in the district',
  },
  you: { zh: '您', en: 'You' },
  person: { zh: '人员', en: 'Person' },
  item: { zh: '项目', en: 'Project' },
  itemHint: { zh: '输入项目名称查找；不选则看全区性操作', en: 'Search by name; none: what concerns the district' },
  clear: { zh: '不限项目', en: 'No project' },
  posts: { zh: '岗位', en: 'Posts' },
  noPosts: { zh: '没有在任的岗位，因此没有任何权限', en: 'No post in force, hence no rights' },
  deputyFor: { zh: '代理{{name}}', en: 'for {{name}}' },
  allowed: { zh: '可以办', en: 'Allowed' },
  refused: { zh: '不能办', en: 'Not allowed' },
  action: { zh: '操作', en: 'Action' },
  answer: { zh: '可否', en: 'May' },
  yes: { zh: '可以', en: 'Yes' },
  no: { zh: '不可以', en: 'No' },
  why: { zh: '依据', en: 'By' },
  needed: { zh: '需要', en: 'What would be needed' },
  through: { zh: '凭 {{post}}', en: 'through {{post}}' },
  byCharge: { zh: '，因其包联', en: ', by a charge' },
  lacksRoles: { zh: '或任这些岗位（您查的人没有）：{{posts}}', en: 'or a post that is not held: {{posts}}' },
  lacksRelation: {
    zh: '有“{{role}}”岗位，但该项目与其不是“{{relation}}”关系',
    en: 'a post of {{role}}, but the project is not {{relation}}',
  },
  lacksPhase: {
    zh: '关系相符，但项目处于{{phase}}阶段，规则只适用于{{phases}}',
    en: 'related, but the project is in {{phase}}; the rule holds in {{phases}}',
  },
  nobody: { zh: '没有规则授予这项权限', en: 'No rule grants it' },
  toRules: { zh: '看全部规则', en: 'All rules' },
  toWhy: { zh: '查某人对某项目的权限', en: 'Look up a person and a project' },
  inPhase: { zh: '项目处于{{phase}}阶段', en: 'The project is in {{phase}}' },
  searching: { zh: '正在查找', en: 'Searching' },
  noItem: { zh: '没有找到项目', en: 'No project found' },
} satisfies Record<string, Text>

export const rulesTexts = {
  pageTitle: { zh: '权限规则', en: 'Rules of access' },
  sentence: {
    zh: '{{count}} 条规则决定 {{roles}} 种角色能办什么，全区公开',
    en: '{{count}} rules say what {{roles}} roles may do, published to all',
  },
  loading: { zh: '正在读取规则', en: 'Loading the rules' },
  edit: { zh: '修订', en: 'Revise' },
  reset: { zh: '放弃', en: 'Discard' },
  save: { zh: '保存并生效', en: 'Save and put in force' },
  reason: { zh: '理由', en: 'Reason' },
  reasonHint: { zh: '写明依据，留痕备查', en: 'On record with the change' },
  unchanged: { zh: '还没有改动', en: 'Nothing changed yet' },
  touch: {
    zh: '将新增 {{added}} 条、删除 {{removed}} 条、修改 {{changed}} 条规则，即时生效',
    en: '{{added}} rules added, {{removed}} removed, {{changed}} changed, in force at once',
  },
  saved: { zh: '规则已生效', en: 'The rules are in force' },
  stale: { zh: '别人已先改过规则，请放弃后重改', en: 'Somebody changed the rules first: discard and start again' },
  role: { zh: '角色', en: 'Role' },
  all: { zh: '全部角色', en: 'All roles' },
  relation: { zh: '对哪些项目', en: 'Which projects' },
  phases: { zh: '阶段', en: 'Phases' },
  every: { zh: '各阶段', en: 'every phase' },
  afterTalks: { zh: '洽谈后', en: 'after talks' },
  district: { zh: '全区性操作', en: 'District' },
  grant: { zh: '授予', en: 'Grant' },
  granted: { zh: '{{role}}：{{action}}（{{relation}}）', en: '{{role}}: {{action}} ({{relation}})' },
} satisfies Record<string, Text>

export const phaseTitles = {
  negotiation: { zh: '洽谈', en: 'talks' },
  delivery: { zh: '实施', en: 'delivery' },
  performance: { zh: '履约', en: 'performance' },
  ended: { zh: '办结', en: 'ended' },
} satisfies Record<string, Text>
