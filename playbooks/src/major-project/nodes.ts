import type { LinkTemplate, NodeTemplate } from '@guatu/playbook'
import { words } from './text.ts'

const planning = '区资规分局'
const housing = '区住建局'
const reform = '区发改局'
const ordinaryPermit = '行政许可法第 42 条：20 个工作日'

const preliminary: readonly NodeTemplate[] = [
  {
    key: 'filing',
    title: words('项目备案（核准、审批）', 'Filing or approval'),
    stage: 'preliminary',
    durationWorkdays: 5,
    shortestWorkdays: 1,
    leadOrg: reform,
    standard: words('取得备案文件和项目代码', 'The filing document and the project code are issued'),
    basis: '开工前备案；核准 20 个工作日',
  },
  {
    key: 'planning-conditions',
    title: words('用地预审与规划条件', 'Land pre-examination and planning conditions'),
    stage: 'preliminary',
    durationWorkdays: 20,
    shortestWorkdays: 10,
    leadOrg: planning,
    standard: words('出具用地预审与选址意见、规划条件', 'Pre-examination opinion and planning conditions are issued'),
    basis: ordinaryPermit,
  },
  {
    key: 'eia',
    title: words('环境影响评价', 'Environmental impact assessment'),
    stage: 'preliminary',
    durationWorkdays: 30,
    shortestWorkdays: 15,
    leadOrg: '区生态环境分局',
    standard: words('取得环评批复或完成登记', 'The assessment is approved or registered'),
    basis: '报告书 60 日、报告表 30 日；开工前完成',
  },
  {
    key: 'energy-review',
    title: words('节能审查', 'Energy review'),
    stage: 'preliminary',
    durationWorkdays: 15,
    shortestWorkdays: 5,
    leadOrg: reform,
    standard: words('取得节能审查意见或符合免审条件', 'The review is passed or the project is exempt'),
    basis: '年综合能耗不满 1000 吨标准煤且年用电不满 500 万千瓦时免审；开工前完成',
  },
  {
    key: 'soil-water',
    title: words('水土保持方案', 'Soil and water conservation plan'),
    stage: 'preliminary',
    durationWorkdays: 10,
    shortestWorkdays: 5,
    leadOrg: '区农业农村和水利局',
    standard: words('水土保持方案批复或承诺备案', 'The plan is approved or pledged'),
  },
]

const land: readonly NodeTemplate[] = [
  {
    key: 'land-grant',
    title: words('土地出让与交付', 'Land grant and delivery'),
    stage: 'land',
    durationWorkdays: 40,
    shortestWorkdays: 25,
    leadOrg: planning,
    standard: words('签订出让合同、缴清价款、净地交付', 'Contract signed, price paid, cleared land delivered'),
  },
  {
    key: 'land-permit',
    title: words('建设用地规划许可', 'Land-use planning permit'),
    stage: 'land',
    durationWorkdays: 5,
    shortestWorkdays: 1,
    leadOrg: planning,
    standard: words('取得建设用地规划许可证', 'The land-use planning permit is issued'),
    basis: ordinaryPermit,
  },
  {
    key: 'design',
    title: words('方案设计与联审', 'Design and joint review'),
    stage: 'land',
    durationWorkdays: 40,
    shortestWorkdays: 20,
    leadOrg: 'lead',
    standard: words('设计方案通过联合审查', 'The design passes the joint review'),
  },
  {
    key: 'works-planning-permit',
    title: words('建设工程规划许可', 'Works planning permit'),
    stage: 'land',
    durationWorkdays: 10,
    shortestWorkdays: 5,
    leadOrg: planning,
    standard: words('取得建设工程规划许可证', 'The works planning permit is issued'),
    basis: ordinaryPermit,
  },
  {
    key: 'drawings',
    title: words('施工图审查', 'Drawing review'),
    stage: 'land',
    durationWorkdays: 15,
    shortestWorkdays: 10,
    leadOrg: housing,
    standard: words('取得施工图审查合格书', 'The certificate of drawing review is issued'),
    basis: '大型 15 个、中小型 10 个工作日',
  },
  {
    key: 'fire-review',
    title: words('消防设计审查', 'Fire design review'),
    stage: 'land',
    durationWorkdays: 15,
    shortestWorkdays: 10,
    leadOrg: housing,
    standard: words('取得消防设计审查意见', 'The fire design review is passed'),
    basis: '特殊建设工程 15 个工作日',
  },
  {
    key: 'civil-defence',
    title: words('人防审查', 'Civil defence review'),
    stage: 'land',
    durationWorkdays: 10,
    shortestWorkdays: 5,
    leadOrg: housing,
    standard: words('人防建设意见已出具或易地建设费已缴', 'The opinion is issued or the fee is paid'),
  },
  {
    key: 'contractor',
    title: words('施工单位确定', 'Contractor chosen'),
    stage: 'land',
    durationWorkdays: 30,
    shortestWorkdays: 20,
    leadOrg: 'lead',
    standard: words('施工、监理合同签订，资金到位证明齐全', 'Works and supervision contracts signed, funds proved'),
  },
  {
    key: 'construction-permit',
    title: words('施工许可', 'Construction permit'),
    stage: 'land',
    durationWorkdays: 5,
    shortestWorkdays: 3,
    leadOrg: '区行政审批局',
    standard: words('取得建筑工程施工许可证', 'The construction permit is issued'),
    basis: '建筑法第 8 条：7 日；拿地即开工：签订出让合同后 5 个工作日',
  },
  {
    key: 'commencement',
    title: words('开工', 'Commencement'),
    stage: 'land',
    durationWorkdays: 1,
    anchor: 'start',
    leadOrg: 'lead',
    standard: words('持施工许可证进场，深基坑开挖或桩基施打', 'Permit held and pit dug or piles driven'),
    basis: '建筑法第 9 条：领证后三个月内开工',
  },
]

const construction: readonly NodeTemplate[] = [
  {
    key: 'foundation',
    title: words('桩基与基础', 'Piles and foundation'),
    stage: 'construction',
    durationWorkdays: 60,
    shortestWorkdays: 20,
    elastic: true,
    leadOrg: 'lead',
    standard: words('基础分部工程验收合格', 'The foundation is accepted'),
  },
  {
    key: 'main-structure',
    title: words('主体结构', 'Main structure'),
    stage: 'construction',
    durationWorkdays: 120,
    shortestWorkdays: 40,
    elastic: true,
    leadOrg: 'lead',
    standard: words('主体结构结顶并验收合格', 'The structure is topped out and accepted'),
  },
  {
    key: 'equipment',
    title: words('设备安装', 'Equipment'),
    stage: 'construction',
    durationWorkdays: 60,
    shortestWorkdays: 20,
    elastic: true,
    leadOrg: 'lead',
    standard: words('主要设备安装到位、单机调试完成', 'Main equipment is installed and tested singly'),
  },
  {
    key: 'outdoor-works',
    title: words('室外配套', 'Outdoor works and utilities'),
    stage: 'construction',
    durationWorkdays: 40,
    shortestWorkdays: 15,
    elastic: true,
    leadOrg: 'lead',
    standard: words('水电气路和绿化完成', 'Water, power, gas, roads and greenery are finished'),
  },
  {
    key: 'acceptance',
    title: words('竣工联合验收', 'Completion acceptance'),
    stage: 'construction',
    durationWorkdays: 10,
    shortestWorkdays: 5,
    anchor: 'finish',
    leadOrg: housing,
    standard: words('规划、消防、人防、档案联合验收通过', 'Planning, fire, civil defence and archives all pass'),
    basis: '浙江“最多 90 天”：竣工验收不超过 30 天',
  },
]

const afterwards: readonly NodeTemplate[] = [
  {
    key: 'completion-filing',
    title: words('竣工验收备案', 'Completion filing'),
    stage: 'completed',
    durationWorkdays: 10,
    shortestWorkdays: 5,
    leadOrg: housing,
    standard: words('取得竣工验收备案表', 'The filing form is returned'),
    basis: '验收合格之日起 15 日内',
  },
  {
    key: 'title-registration',
    title: words('不动产登记', 'Title registration'),
    stage: 'completed',
    durationWorkdays: 5,
    shortestWorkdays: 1,
    leadOrg: planning,
    standard: words('取得不动产权证', 'The title certificate is issued'),
  },
  {
    key: 'trial-production',
    title: words('试生产', 'Trial production'),
    stage: 'completed',
    durationWorkdays: 40,
    shortestWorkdays: 20,
    leadOrg: 'lead',
    standard: words('联动试车合格，试生产方案已备', 'The line runs as a whole and the trial plan is filed'),
  },
  {
    key: 'production',
    title: words('投产认定', 'Production recognised'),
    stage: 'completed',
    durationWorkdays: 5,
    shortestWorkdays: 1,
    leadOrg: '区经信局',
    standard: words('有开票销售和用电数据，投产认定表已签', 'Invoiced sales and power use exist, the form is signed'),
  },
  {
    key: 'performance',
    title: words('达产履约评价', 'Performance evaluation'),
    stage: 'producing',
    durationWorkdays: 240,
    shortestWorkdays: 120,
    leadOrg: '区经信局',
    standard: words('产值、税收、能耗与承诺逐项比对', 'Output, tax and energy compared with each pledge'),
  },
]

export const nodes: readonly NodeTemplate[] = [...preliminary, ...land, ...construction, ...afterwards]

const hard = (from: string, ...to: readonly string[]): LinkTemplate[] =>
  to.map((key) => ({ from, to: key, type: 'FS', lagWorkdays: 0, soft: false }))

/** Custom, not law: a pledge (告知承诺) lets the two run side by side. */
const soft = (from: string, ...to: readonly string[]): LinkTemplate[] =>
  to.map((key) => ({ from, to: key, type: 'FS', lagWorkdays: 0, soft: true }))

/**
 * What precedes what. Hard by law: planning conditions before the grant; land permit and design before the works planning
 * permit; that permit, drawings, fire review and contractor before the construction permit; EIA, energy and soil and water
 * before the start (not before the approval).
 */
export const links: readonly LinkTemplate[] = [
  ...soft('filing', 'planning-conditions', 'eia', 'energy-review', 'soil-water'),
  ...hard('planning-conditions', 'land-grant'),
  ...soft('planning-conditions', 'design'),
  ...hard('land-grant', 'land-permit'),
  ...hard('land-permit', 'works-planning-permit'),
  ...hard('design', 'works-planning-permit'),
  ...hard('works-planning-permit', 'construction-permit'),
  ...soft('works-planning-permit', 'drawings', 'fire-review', 'civil-defence', 'contractor'),
  ...hard('drawings', 'construction-permit'),
  ...hard('fire-review', 'construction-permit'),
  ...soft('civil-defence', 'construction-permit'),
  ...hard('contractor', 'construction-permit'),
  ...hard('construction-permit', 'commencement'),
  ...hard('eia', 'commencement'),
  ...hard('energy-review', 'commencement'),
  ...hard('soil-water', 'commencement'),
  ...hard('commencement', 'foundation'),
  ...hard('foundation', 'main-structure'),
  ...soft('main-structure', 'equipment', 'outdoor-works'),
  ...hard('main-structure', 'acceptance'),
  ...hard('equipment', 'acceptance'),
  ...hard('outdoor-works', 'acceptance'),
  ...hard('acceptance', 'completion-filing', 'trial-production'),
  ...hard('completion-filing', 'title-registration'),
  ...hard('trial-production', 'production'),
  ...hard('production', 'performance'),
]
