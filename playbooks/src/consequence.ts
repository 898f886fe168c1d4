import { definePlaybook, type Move, type Stage } from '@guatu/playbook'
import { fields, groups } from './consequence/fields.ts'
import { headers, words } from './text.ts'

const phase = 'supervision'

const stages: readonly Stage[] = [
  { key: 'proposed', title: words('提出', 'Proposed'), phase, words: headers('拟定 建议 待审议') },
  { key: 'heard', title: words('听取陈述', 'Heard'), phase, words: headers('申辩中 核实 陈述申辩') },
  { key: 'decided', title: words('已决定', 'Decided'), phase, reaches: 'start', words: headers('决定 已批准 已通报') },
  {
    key: 'carried-out',
    title: words('已执行', 'Carried out'),
    phase,
    reaches: 'finish',
    final: true,
    words: headers('已兑现 已落实 执行完毕'),
  },
  {
    key: 'dropped',
    title: words('不予处理', 'Dropped'),
    phase,
    aside: true,
    final: true,
    words: headers('撤回 免责 容错'),
  },
]

/** Nobody is judged unheard: every decision comes after the statement of whom it concerns. */
const moves: readonly Move[] = [
  { from: 'proposed', to: 'heard', title: words('听取陈述', 'Hear'), by: ['issuer', 'all'] },
  {
    from: 'heard',
    to: 'heard',
    key: 'state',
    title: words('提交陈述', 'State'),
    by: ['owner', 'lead'],
    asks: ['statement'],
    needs: ['statement'],
  },
  {
    from: 'heard',
    to: 'decided',
    title: words('作出决定', 'Decide'),
    by: ['issuer', 'all'],
    asks: ['clause', 'documentNumber', 'decidedOn'],
  },
  {
    from: 'decided',
    to: 'carried-out',
    title: words('登记执行', 'Carried out'),
    by: ['issuer', 'all'],
    asks: ['carriedOut'],
    needs: ['carriedOut'],
  },
  { from: 'proposed', to: 'dropped', title: words('不予处理', 'Drop'), by: ['issuer', 'all'], reason: true },
  { from: 'heard', to: 'dropped', title: words('不予处理', 'Drop'), by: ['issuer', 'all'], reason: true },
  {
    from: 'decided',
    to: 'heard',
    title: words('复核', 'Review'),
    by: ['issuer', 'all'],
    back: true,
    counts: 'reopening',
  },
]

/** 赏罚分明: rewards and consequences, each with its facts, its ground, a hearing and what was carried out. */
export const consequence = definePlaybook({
  key: 'consequence',
  version: 1,
  title: words('赏罚台账', 'Rewards and consequences'),
  itemTitle: words('赏罚事项', 'Matter'),
  capabilities: [],
  groups,
  fields,
  roles: { title: 'title', leadOrg: 'leadOrg', owner: 'person', start: 'decidedOn', progress: 'carriedOut' },
  stageColumn: { title: words('办理状态', 'State'), words: headers('状态 进度 处理状态') },
  stages,
  moves,
  gates: [
    {
      to: 'decided',
      needs: [
        { kind: 'field', field: 'clause' },
        { kind: 'field', field: 'documentNumber' },
        { kind: 'field', field: 'decidedOn' },
      ],
    },
  ],
  nodes: [],
  links: [],
  metrics: {},
  lamps: { thresholds: {}, rules: [] },
  raisedBy: ['issuer', 'all'],
  linkKinds: {
    groundedOn: {
      title: words('事实见', 'Grounded on'),
      reverse: words('引出的赏罚', 'Led to'),
      to: 'any',
      many: true,
    },
  },
  columns: [
    'title',
    'kind',
    'stage',
    'leadOrg',
    'person',
    'ground',
    'clause',
    'documentNumber',
    'decidedOn',
    'carriedOut',
  ],
})
