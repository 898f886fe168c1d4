import type { Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'
import { buildNatures, capitalTypes, landModes, projectTypes } from './choices.ts'
import { duty, talks } from './duty.ts'

export const groups = {
  basic: words('基本情况', 'Basics'),
  investment: words('投资', 'Investment'),
  time: words('时间', 'Time'),
  duty: words('责任', 'Responsibility'),
  land: words('用地与空间', 'Land and space'),
  approval: words('审批证照', 'Permits'),
  pledge: words('履约承诺', 'Pledges'),
  talks: words('洽谈', 'Talks'),
  work: words('进展与问题', 'Progress and problems'),
}

const basic: Readonly<Record<string, Field>> = {
  title: {
    kind: 'text',
    title: words('项目名称', 'Project'),
    group: 'basic',
    required: true,
    maxLength: 200,
    words: headers('签约项目名称 名称 工程名称 建设项目名称 重点项目名称 项目 企业项目名称 招商项目名称'),
  },
  projectNo: {
    kind: 'text',
    title: words('项目编号', 'Number'),
    group: 'basic',
    maxLength: 60,
    words: headers('编号 项目序号 库编号'),
  },
  projectCode: {
    kind: 'text',
    title: words('项目代码', 'Project code'),
    group: 'basic',
    maxLength: 40,
    hint: words('在线审批监管平台赋码（GB/T 40058-2021）', 'Code of the approval platform (GB/T 40058-2021)'),
    words: headers('统一代码 项目统一代码 赋码 项目编码 国家编码 立项代码 在线平台代码'),
  },
  projectType: {
    kind: 'choice',
    title: words('项目类型', 'Type'),
    group: 'basic',
    choices: projectTypes,
    open: true,
    words: headers('项目类别 类别 类型 项目分类 项目种类'),
  },
  buildNature: {
    kind: 'choice',
    title: words('建设性质', 'Nature of works'),
    group: 'basic',
    choices: buildNatures,
    open: true,
    words: headers('性质 项目性质 工程性质 建设类型'),
  },
  scope: {
    kind: 'longText',
    title: words('建设内容及规模', 'Scope'),
    group: 'basic',
    words: headers(
      '建设规模及主要内容 建设规模及内容 建设内容 主要建设内容 建设内容与规模 建设规模 项目内容 项目简介 项目概况 主要内容 主要建设内容及规模',
    ),
  },
  industry: {
    kind: 'industry',
    title: words('所属行业', 'Industry'),
    group: 'basic',
    words: headers('行业 行业类别 国民经济行业 行业代码 行业分类 行业门类'),
  },
  districtIndustry: {
    kind: 'districtIndustry',
    title: words('区产业体系', 'District industry'),
    group: 'basic',
    words: headers('产业体系 产业类别 产业领域 所属产业 产业 产业方向 产业链'),
  },
  investor: {
    kind: 'text',
    title: words('投资主体', 'Investor'),
    group: 'basic',
    maxLength: 200,
    words: headers('投资方 投资单位 投资企业 投资者 项目业主 业主单位 业主 建设单位 项目单位 企业名称 项目法人 投资商'),
  },
  investorUscc: {
    kind: 'uscc',
    title: words('统一社会信用代码', 'Credit code'),
    group: 'basic',
    words: headers('社会信用代码 信用代码 企业信用代码 投资主体信用代码'),
  },
  remark: {
    kind: 'longText',
    title: words('备注', 'Remarks'),
    group: 'basic',
    words: headers('说明 备注说明 其他'),
  },
}

const investment: Readonly<Record<string, Field>> = {
  totalInvestment: {
    kind: 'money',
    title: words('总投资', 'Total investment'),
    group: 'investment',
    unit: '万元',
    words: headers(
      '计划总投资 投资总额 总投资额 项目总投资 投资额 总投资规模 投资规模 概算总投资 估算总投资 协议总投资 预计总投资 计划投资总额 计划投资额',
    ),
  },
  annualPlan: {
    kind: 'money',
    title: words('今年计划投资', 'Plan of the year'),
    group: 'investment',
    unit: '万元',
    metric: 'annualPlan',
    words: headers(
      '年度计划投资 本年计划投资 当年计划投资 全年计划投资 2026年计划投资 本年计划 年度计划 年度投资计划 今年投资计划 本年度计划投资 年计划投资 年度目标 年度投资目标',
    ),
  },
  annualDone: {
    kind: 'money',
    title: words('今年累计完成', 'Done this year'),
    group: 'investment',
    unit: '万元',
    metric: 'annualDone',
    words: headers(
      '今年累计完成投资 年初至今完成 年初至今完成投资 本年累计完成投资 本年累计完成 当年完成投资 今年完成投资 年度完成投资 年度累计完成投资 1-3月完成投资 1至本月累计完成投资 截至目前完成投资 本年完成投资 累计完成投资 累计完成',
    ),
  },
  monthDone: {
    kind: 'money',
    title: words('本月完成', 'Done this month'),
    group: 'investment',
    unit: '万元',
    metric: 'monthDone',
    words: headers('本月完成投资 当月完成投资 当月完成 本月投资 本月实际完成 本月完成投资额 3月完成投资'),
  },
  capitalType: {
    kind: 'choice',
    title: words('资本类型', 'Capital'),
    group: 'investment',
    choices: capitalTypes,
    open: true,
    words: headers('资金来源 资金类型 资本性质 投资性质 内外资 资金性质 投资类型'),
  },
  contractedForeignCapital: {
    kind: 'money',
    title: words('协议外资', 'Contracted foreign capital'),
    group: 'investment',
    unit: '万美元',
    foreign: true,
    words: headers('合同外资 协议利用外资 合同利用外资 外资额 协议外资额 外方投资'),
  },
}

const time: Readonly<Record<string, Field>> = {
  signedOn: {
    kind: 'date',
    title: words('签约时间', 'Signed'),
    group: 'time',
    end: 'start',
    words: headers('签约日期 签订时间 协议签订时间 正式签约时间 签约年份'),
  },
  plannedStart: {
    kind: 'date',
    title: words('计划开工时间', 'Planned start'),
    group: 'time',
    end: 'start',
    words: headers(
      '开工时间 拟开工时间 拟开工 计划开工日期 计划开工 预计开工时间 预计开工 开工日期 开工年月 计划开工年月 开工',
    ),
  },
  plannedFinish: {
    kind: 'date',
    title: words('计划竣工时间', 'Planned finish'),
    group: 'time',
    end: 'finish',
    words: headers(
      '竣工时间 建成时间 完工时间 完工 竣工 计划竣工日期 计划竣工 计划完工时间 计划建成时间 预计竣工时间 预计完工时间 竣工日期 拟竣工时间 竣工投产时间 建成投产时间 计划建成投产时间 计划竣工年月',
    ),
  },
  actualStart: {
    kind: 'date',
    title: words('实际开工时间', 'Actual start'),
    group: 'time',
    end: 'start',
    words: headers('实际开工日期 实际开工 已开工时间'),
  },
  actualFinish: {
    kind: 'date',
    title: words('实际竣工时间', 'Actual finish'),
    group: 'time',
    end: 'finish',
    words: headers('实际竣工日期 实际竣工 实际完工时间 实际建成时间'),
  },
}

const statistics: Readonly<Record<string, Field>> = {
  inStatistics: {
    kind: 'flag',
    title: words('已入统', 'In the statistics'),
    group: 'investment',
    hint: words('开工后一个月内应入统；不需入统的留空', 'Empty where it need not be'),
    words: headers('是否入统 入统 入统情况 是否纳统 纳统'),
  },
}

const land: Readonly<Record<string, Field>> = {
  location: {
    kind: 'text',
    title: words('建设地点', 'Location'),
    group: 'land',
    words: headers(
      '项目地址 落户地 地址 建设地址 项目所在地 项目地点 地点 选址 坐落 落户地点 落地区域 项目位置 建设位置',
    ),
  },
  area: {
    kind: 'area',
    title: words('所属区域', 'Area'),
    group: 'land',
    inferFrom: ['location', 'leadOrg'],
    words: headers('所属镇街 镇街 属地 所在镇街 属地镇街 所属板块 板块 区域 所在区域 乡镇街道 地区'),
  },
  landAreaMu: {
    kind: 'number',
    title: words('用地面积', 'Site area'),
    group: 'land',
    unit: 'mu',
    min: 0,
    words: headers('占地面积 用地 土地面积 用地规模 供地面积 项目用地 占地 需地面积 总用地面积'),
  },
  floorAreaM2: {
    kind: 'number',
    title: words('建筑面积', 'Floor area'),
    group: 'land',
    unit: 'm2',
    min: 0,
    words: headers('总建筑面积 建设面积 厂房面积 规划建筑面积'),
  },
  landMode: {
    kind: 'choice',
    title: words('用地方式', 'Land mode'),
    group: 'land',
    choices: landModes,
    open: true,
    words: headers('供地方式 土地来源 土地性质 用地类型 用地来源'),
  },
}

const approval: Readonly<Record<string, Field>> = {
  filingNo: {
    kind: 'text',
    title: words('备案文号', 'Filing number'),
    group: 'approval',
    maxLength: 100,
    words: headers('备案号 核准文号 批复文号 立项文号 立项批复 备案批复文号'),
  },
  landPermitNo: {
    kind: 'text',
    title: words('建设用地规划许可证号', 'Land-use permit'),
    group: 'approval',
    maxLength: 100,
    words: headers('用地规划许可证 用地规划许可证号 用地许可证号'),
  },
  planningPermitNo: {
    kind: 'text',
    title: words('建设工程规划许可证号', 'Works planning permit'),
    group: 'approval',
    maxLength: 100,
    words: headers('工程规划许可证 工程规划许可证号'),
  },
  constructionPermitNo: {
    kind: 'text',
    title: words('施工许可证号', 'Construction permit'),
    group: 'approval',
    maxLength: 100,
    words: headers('施工许可证 施工许可 建筑工程施工许可证'),
  },
}

const pledge: Readonly<Record<string, Field>> = {
  outputPledge: {
    kind: 'money',
    title: words('承诺年产值', 'Pledged output'),
    group: 'pledge',
    unit: '万元',
    words: headers('预计年产值 年产值 达产产值 达产后年产值 预计产值 达产年产值 年销售额'),
  },
  taxPledge: {
    kind: 'money',
    title: words('承诺年税收', 'Pledged tax'),
    group: 'pledge',
    unit: '万元',
    words: headers('预计年税收 年税收 达产税收 达产后年税收 预计税收'),
  },
  energyTce: {
    kind: 'number',
    title: words('年综合能耗', 'Energy use'),
    group: 'pledge',
    unit: 'tce',
    min: 0,
    hint: words('吨标准煤，当量值', 'Tonnes of standard coal a year'),
    words: headers('能耗 年能耗 综合能耗 能源消耗量 用能'),
  },
}

const work: Readonly<Record<string, Field>> = {
  progress: {
    kind: 'longText',
    title: words('本月进展', 'Progress'),
    group: 'work',
    words: headers(
      '形象进度 进展情况 项目进展 进度情况 工程进度 目前进展 最新进展 当前进展 推进情况 项目进展情况 工作进展 建设进展',
    ),
  },
  blockers: {
    kind: 'longText',
    title: words('问题和建议', 'Problems and advice'),
    group: 'work',
    words: headers(
      '存在问题 存在困难 需协调问题 困难问题 存在问题及建议 存在的问题 需要协调解决的问题 需协调解决问题 问题 困难和问题 问题及建议 存在困难和问题',
    ),
  },
}

export const fields: Readonly<Record<string, Field>> = {
  ...basic,
  ...investment,
  ...statistics,
  ...time,
  ...duty,
  ...land,
  ...approval,
  ...pledge,
  ...talks,
  ...work,
}
