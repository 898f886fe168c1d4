import type { Choice } from '@guatu/playbook'
import { words } from '../text.ts'

type Choices = Readonly<Record<string, Choice>>

export const problemTypes: Choices = {
  land: { title: words('用地', 'Land'), words: ['土地', '用地指标', '土地要素', '供地', '用地保障'] },
  clearance: { title: words('征迁', 'Clearance'), words: ['征收', '拆迁', '征迁征收', '腾退', '政策处理'] },
  approval: { title: words('审批', 'Approvals'), words: ['手续', '报批', '审批手续', '行政审批', '证照'] },
  utilities: { title: words('水电气网', 'Utilities'), words: ['电力', '供电', '用水', '供气', '管线迁改', '配套'] },
  energy: { title: words('能耗与环境', 'Energy and environment'), words: ['能评', '环评', '用能', '排污', '能耗'] },
  finance: { title: words('资金', 'Finance'), words: ['融资', '资金保障', '贷款', '资金要素'] },
  labour: { title: words('用工', 'Labour'), words: ['招工', '人才', '员工住宿'] },
  construction: { title: words('施工', 'Construction'), words: ['施工组织', '工程建设', '工地'] },
  policy: { title: words('政策兑现', 'Promised policy'), words: ['政策', '奖补', '补助兑现', '惠企政策'] },
  traffic: { title: words('道路交通', 'Roads and traffic'), words: ['道路', '交通', '出入口'] },
  dispute: { title: words('矛盾纠纷', 'Dispute'), words: ['信访', '纠纷', '阻工'] },
  other: { title: words('其他', 'Other') },
}

export const urgencies: Choices = {
  urgent: { title: words('紧急', 'Urgent'), words: ['急', '特急', '加急', '重大', '高'] },
  normal: { title: words('一般', 'Normal'), words: ['普通', '常规', '中', '低'] },
}

export const complexities: Choices = {
  simple: { title: words('简易', 'Simple'), words: ['简单', '一般问题', '即办'] },
  complex: { title: words('复杂', 'Complex'), words: ['疑难', '复杂问题', '重点难题'] },
}

export const sources: Choices = {
  project: { title: words('项目一线', 'Project site'), words: ['项目', '项目专班', '工地'] },
  visit: { title: words('走访督导', 'Visit'), words: ['走访', '督导', '蹲点', '领导调研', '下沉'] },
  firm: { title: words('企业反映', 'Firm'), words: ['企业', '企业诉求', '企业上报'] },
  meeting: { title: words('会议研判', 'Meeting'), words: ['会议', '例会', '调度会'] },
}

export const declineGrounds: Choices = {
  notOurs: { title: words('不属本单位职责', 'Not this unit’s duty'), words: ['非本单位职责'] },
  wrongLead: { title: words('应由其他单位牵头', 'Another unit should lead'), words: ['牵头单位有误'] },
  unclear: { title: words('情况不清，缺少必要材料', 'Unclear, or material is missing'), words: ['材料不全'] },
  needsHigher: { title: words('超出本单位权限，需上级统筹', 'Beyond the unit’s powers'), words: ['超出权限'] },
}

export const closeGrounds: Choices = {
  withdrawn: { title: words('提出方撤回', 'Withdrawn by the raiser'), words: ['撤回'] },
  duplicate: { title: words('与已有难题重复', 'Raised already'), words: ['重复'] },
  noBasis: { title: words('法律政策不允许', 'Law or policy forbids it'), words: ['政策不允许', '无法律依据'] },
  beyond: { title: words('超出区级权限，已向上报告', 'Beyond the district; reported upward'), words: ['超出区级权限'] },
  ended: { title: words('项目终止，不再需要', 'The project has ended'), words: ['项目终止'] },
}

export const appealDecisions: Choices = {
  solved: { title: words('认定已解决', 'Counts as solved'), words: ['已解决'] },
  partly: { title: words('部分解决，余项另立难题', 'Partly; the rest is raised anew'), words: ['部分解决'] },
}

export const ratings: Choices = {
  '5': { title: words('很满意', 'Very good'), words: ['非常满意', '优'] },
  '4': { title: words('满意', 'Good'), words: ['良'] },
  '3': { title: words('基本满意', 'Fair'), words: ['一般', '中'] },
  '2': { title: words('不满意', 'Poor'), words: ['差'] },
  '1': { title: words('很不满意', 'Very poor'), words: ['非常不满意', '很差'] },
}
