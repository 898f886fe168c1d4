import type { Choice, Field, Playbook } from '@guatu/playbook'
import { headers, words } from '../text.ts'

export const groups: Playbook['groups'] = {
  reason: words('申请事由', 'Why'),
  asked: words('申请内容', 'What is asked'),
  duty: words('申请与审批', 'Who applies and who decides'),
  decision: words('审批意见', 'Decision'),
}

const kinds: Readonly<Record<string, Choice>> = {
  demolition: { title: words('征迁腾退', 'Clearance'), words: headers('征地拆迁 拆迁 征地 腾退 政策处理') },
  land: { title: words('用地指标', 'Land quota'), words: headers('用地 土地指标 供地 土地') },
  approval: { title: words('审批时限', 'Approvals'), words: headers('审批 手续办理 前期手续 报批') },
  funds: { title: words('资金', 'Funds'), words: headers('资金筹措 融资 资金不到位') },
  design: { title: words('设计变更', 'Change of design'), words: headers('设计调整 方案调整 规划调整') },
  utilities: { title: words('管线迁改', 'Utilities'), words: headers('管线 电力迁改 杆线迁移') },
  investor: { title: words('业主原因', 'The investor'), words: headers('企业原因 投资方原因 业主自身原因') },
  policy: { title: words('政策调整', 'Change of policy'), words: headers('政策变化 上级政策') },
  weather: { title: words('天气等不可抗力', 'Force majeure'), words: headers('不可抗力 恶劣天气 天气') },
  faster: { title: words('提速提前', 'Made faster'), words: headers('提前 提速 加快') },
  other: { title: words('其他', 'Other'), words: headers('其它') },
}

/** What an application says. What it asks of each node is kept beside it; these two fields sum it up for the list. */
export const fields: Readonly<Record<string, Field>> = {
  title: {
    kind: 'text',
    title: words('申请名称', 'Application'),
    group: 'reason',
    required: true,
    maxLength: 200,
    words: headers('变更申请名称 申请标题'),
  },
  reasonKind: {
    kind: 'choice',
    title: words('事由类别', 'Kind of reason'),
    group: 'reason',
    choices: kinds,
    words: headers('变更原因类别 原因类别 事由分类'),
  },
  reason: {
    kind: 'longText',
    title: words('申请理由', 'Reason'),
    group: 'reason',
    maxLength: 2000,
    words: headers('变更理由 变更原因 事由 原因'),
  },
  basis: {
    kind: 'text',
    title: words('佐证依据', 'Evidence'),
    group: 'reason',
    maxLength: 300,
    hint: words(
      '文件名称和文号，如《关于……的会议纪要》〔2026〕12 号；文件本身在“佐证”中上传',
      'Name and number of the document; the file itself is uploaded under Evidence',
    ),
    words: headers('依据 依据文件 佐证材料'),
  },
  measures: {
    kind: 'longText',
    title: words('赶工补救措施', 'Measures to make up'),
    group: 'reason',
    maxLength: 2000,
    words: headers('补救措施 赶工措施 下步措施'),
  },
  newFinish: {
    kind: 'date',
    title: words('申请竣工时限', 'Deadline asked for'),
    group: 'asked',
    end: 'finish',
    words: headers('变更后竣工时间 申请竣工时间'),
  },
  shiftWorkdays: {
    kind: 'integer',
    title: words('竣工推迟工作日', 'Finish later by workdays'),
    group: 'asked',
    unit: 'unit',
    min: -5000,
    max: 5000,
    hint: words('按推演；负数为提前', 'As the schedule works it out; negative is earlier'),
    words: headers('推迟天数 推迟工作日'),
  },
  area: { kind: 'area', title: words('区域', 'Area'), group: 'duty', words: headers('镇街 属地') },
  leadOrg: {
    kind: 'org',
    title: words('责任单位', 'Lead unit'),
    group: 'duty',
    words: headers('项目责任单位 牵头单位'),
  },
  leader: { kind: 'person', title: words('包联领导', 'District leader'), group: 'duty', words: headers('挂钩领导') },
  applicantOrg: {
    kind: 'org',
    title: words('申请单位', 'Applying unit'),
    group: 'duty',
    relation: 'raiser',
    words: headers('申报单位'),
  },
  applicant: {
    kind: 'person',
    title: words('申请人', 'Applicant'),
    group: 'duty',
    relation: 'raiser',
    words: headers('经办人 申报人'),
  },
  supervisingOrg: {
    kind: 'org',
    title: words('审批（主管）单位', 'Deciding unit'),
    group: 'duty',
    relation: 'supervising',
    words: headers('主管单位 审批单位'),
  },
  opinion: {
    kind: 'longText',
    title: words('审批意见', 'Opinion'),
    group: 'decision',
    maxLength: 1000,
    words: headers('批复意见 审核意见'),
  },
}
