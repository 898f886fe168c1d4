import type { Choice, Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'

export const groups = {
  pledge: words('承诺', 'Pledge'),
  duty: words('责任', 'Responsibility'),
  steps: words('违约处置', 'Consequences'),
}

const choice = (zh: string, en: string, line: string): Choice => ({ title: words(zh, en), words: headers(line) })

/** 投资合同和“标准地”承诺 name these; each is held against its own figure of the project. */
const kinds = {
  investment: choice('固定资产投资', 'Investment', '投资额 固投 投资强度总额 总投资承诺'),
  start: choice('开工', 'Start', '按期开工 开工承诺 开工时间'),
  completion: choice('竣工', 'Completion', '按期竣工 竣工承诺 竣工时间 建成'),
  production: choice('投产', 'Production', '按期投产 投产承诺 投产时间'),
  output: choice('年产值', 'Output', '产值 达产产值 年销售额'),
  tax: choice('年税收', 'Tax', '税收 纳税 达产税收'),
  outputPerMu: choice('亩均产值', 'Output per mu', '亩均产出 单位产值'),
  taxPerMu: choice('亩均税收', 'Tax per mu', '亩均税收贡献 单位税收'),
  energy: choice('年综合能耗上限', 'Energy at most', '能耗 综合能耗 单位能耗总量'),
} as const satisfies Readonly<Record<string, Choice>>

const pledge: Readonly<Record<string, Field>> = {
  title: {
    kind: 'text',
    title: words('承诺事项', 'Pledge'),
    group: 'pledge',
    required: true,
    maxLength: 200,
    words: headers('承诺 承诺内容 承诺名称 履约事项 约定事项'),
  },
  kind: {
    kind: 'choice',
    title: words('承诺类别', 'Kind'),
    group: 'pledge',
    required: true,
    choices: kinds,
    words: headers('类别 指标 承诺指标 履约指标'),
  },
  amount: {
    kind: 'money',
    title: words('承诺金额', 'Pledged amount'),
    group: 'pledge',
    unit: '万元',
    hint: words('亩均指标填每亩金额', 'For a figure per mu, the amount per mu'),
    words: headers('承诺值 约定值 目标值 承诺额'),
  },
  number: {
    kind: 'number',
    title: words('承诺能耗', 'Pledged energy'),
    group: 'pledge',
    unit: 'tce',
    min: 0,
    words: headers('能耗上限 能耗承诺值'),
  },
  dueOn: {
    kind: 'date',
    title: words('承诺时限', 'Keep by'),
    group: 'pledge',
    required: true,
    end: 'finish',
    words: headers('承诺时间 约定时间 履约时限 完成时限 到期时间'),
  },
  period: {
    kind: 'text',
    title: words('分期', 'Stage of it'),
    group: 'pledge',
    maxLength: 60,
    words: headers('期次 阶段 期别'),
  },
  condition: {
    kind: 'longText',
    title: words('前提条件', 'Condition'),
    group: 'pledge',
    words: headers('条件 附加条件 兑现条件'),
  },
  clause: {
    kind: 'text',
    title: words('依据条款', 'Clause'),
    group: 'pledge',
    maxLength: 200,
    words: headers('合同条款 协议条款 依据 承诺依据 证明材料'),
  },
}

const duty: Readonly<Record<string, Field>> = {
  firm: {
    kind: 'text',
    title: words('承诺企业', 'Firm'),
    group: 'duty',
    maxLength: 200,
    words: headers('企业 企业名称 承诺主体 履约主体 投资主体'),
  },
  leadOrg: {
    kind: 'org',
    title: words('履约监管单位', 'Watched by'),
    group: 'duty',
    words: headers('监管单位 责任单位 牵头单位 主管部门'),
  },
  supervisingOrg: {
    kind: 'org',
    title: words('核验单位', 'Verified by'),
    group: 'duty',
    relation: 'supervising',
    words: headers('核实单位 验收单位 评价单位'),
  },
  owner: { kind: 'person', title: words('责任人', 'Owner'), group: 'duty', words: headers('联系人 监管责任人') },
  area: { kind: 'area', title: words('所属区域', 'Area'), group: 'duty', words: headers('所属镇街 镇街 属地') },
}

const steps: Readonly<Record<string, Field>> = {
  support: {
    kind: 'money',
    title: words('已兑现扶持', 'Support paid'),
    group: 'steps',
    unit: '万元',
    words: headers('扶持资金 已兑现政策 补助金额'),
  },
  reminder: { kind: 'longText', title: words('提醒情况', 'Reminder'), group: 'steps', words: headers('提醒 提醒记录') },
  talk: { kind: 'longText', title: words('约谈记录', 'Talk'), group: 'steps', words: headers('约谈 约谈情况') },
  rectifyBy: {
    kind: 'date',
    title: words('整改期限', 'Rectify by'),
    group: 'steps',
    end: 'finish',
    words: headers('整改时限 限期整改'),
  },
  recovered: {
    kind: 'money',
    title: words('追回扶持', 'Support recovered'),
    group: 'steps',
    unit: '万元',
    words: headers('追回金额 收回扶持 退回资金'),
  },
  result: {
    kind: 'longText',
    title: words('履约结果', 'Result'),
    group: 'steps',
    words: headers('结果 履约情况 处置结果'),
  },
}

export const fields: Readonly<Record<string, Field>> = { ...pledge, ...duty, ...steps }
