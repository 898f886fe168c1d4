interface Step {
  readonly from: string
  readonly to: string
  readonly daysAgo: number
  readonly reason?: string
  /** Who decided; absent: the applicant. */
  readonly by?: string
}

/** What an invented application is about and how it went. */
export interface Story {
  readonly stage: string
  /** By how much longer it asks a node to take. */
  readonly workdays: number
  readonly fields: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

const office = '区发改局'
const handIn = (daysAgo: number): Step => ({ from: 'drafted', to: 'applied', daysAgo })

const told = (reasonKind: string, reason: string, basis: string) => ({ reasonKind, reason, basis })

/** Words of real applications; names and numbers are invented. */
export const stories: readonly Story[] = [
  {
    stage: 'applied',
    workdays: 15,
    fields: {
      ...told('demolition', '红线内三户尚未签约，桩机无法进场，需待清零后连续施工。', '征迁专班会议纪要〔2026〕12 号'),
      measures: '清零后增加两台桩机，夜间备料，追回约 6 个工作日。',
    },
    steps: [handIn(2)],
  },
  {
    stage: 'applied',
    workdays: 20,
    fields: told('utilities', '10 千伏架空线迁改停电计划排至下月，基坑支护须让出作业面。', '供电公司停电计划联系单'),
    steps: [handIn(13)],
  },
  {
    stage: 'approved',
    workdays: 0,
    fields: {
      ...told('approval', '图审意见要求补充抗震专项论证，施工许可相应顺延。', '施工图审查意见书 SC-2026-088'),
      opinion: '论证确有必要，同意顺延；请项目专班每周报告追赶情况。',
    },
    steps: [handIn(62), { from: 'applied', to: 'approved', daysAgo: 59, by: office }],
  },
  {
    stage: 'approved',
    workdays: 0,
    fields: {
      ...told('design', '业主增加一条产线，厂房跨度和荷载调整，基础图纸重出。', '设计变更通知单（第 3 号）'),
      opinion: '同意。投资强度承诺不变。',
    },
    steps: [handIn(34), { from: 'applied', to: 'approved', daysAgo: 30, by: office }],
  },
  {
    stage: 'returned',
    workdays: 30,
    fields: told('weather', '梅雨期间土方无法外运。', '气象证明'),
    steps: [
      handIn(9),
      {
        from: 'applied',
        to: 'returned',
        daysAgo: 6,
        by: office,
        reason: '气象证明仅载明 11 个雨日，申请 30 个工作日依据不足；请补充土方外运台账，并写明赶工措施。',
      },
    ],
  },
  {
    stage: 'refused',
    workdays: 60,
    fields: { ...told('investor', '业主拟观望市场，推迟主体施工。', '企业来函'), opinion: '不属于正当事由。' },
    steps: [
      handIn(27),
      {
        from: 'applied',
        to: 'refused',
        daysAgo: 23,
        by: office,
        reason: '投资协议已约定开竣工时限，市场观望不属于可以顺延的情形。',
      },
    ],
  },
  {
    stage: 'withdrawn',
    workdays: 10,
    fields: told('funds', '专项债资金拨付晚于计划。', '财政局资金拨付计划'),
    steps: [handIn(18), { from: 'applied', to: 'withdrawn', daysAgo: 15, reason: '资金已提前到位，按原计划推进。' }],
  },
  {
    stage: 'drafted',
    workdays: 12,
    fields: told('land', '增减挂钩指标待省厅批复，供地时间后移。', '自然资源分局情况说明'),
    steps: [],
  },
]
