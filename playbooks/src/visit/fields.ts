import type { Choice, Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'

export const groups = {
  plan: words('计划', 'Plan'),
  visit: words('走访情况', 'Visit'),
  promises: words('现场承诺', 'Promises'),
  followUp: words('跟踪落实', 'Follow-up'),
}

const visitKinds: Readonly<Record<string, Choice>> = {
  patrol: { title: words('驻点督导', 'Posted supervision'), words: ['督导', '下沉督导', '驻镇督导', '蹲点'] },
  project: { title: words('项目走访', 'Project visit'), words: ['走访项目', '现场督查', '项目督导', '工地走访'] },
  firm: { title: words('企业走访', 'Visit to a firm'), words: ['走访企业', '服务企业', '联企'] },
  meeting: { title: words('现场办公', 'Meeting on site'), words: ['现场会', '现场调度', '现场协调'] },
}

export const fields: Readonly<Record<string, Field>> = {
  title: {
    kind: 'text',
    title: words('走访事项', 'Visit'),
    group: 'plan',
    required: true,
    maxLength: 120,
    words: headers('督导事项 督导内容 走访内容 走访主题 督导主题 走访对象'),
  },
  visitKind: {
    kind: 'choice',
    title: words('形式', 'Kind'),
    group: 'plan',
    choices: visitKinds,
    words: headers('走访形式 督导形式 督导方式 类型'),
  },
  visitor: {
    kind: 'person',
    title: words('督导领导', 'Visited by'),
    group: 'plan',
    relation: 'issuer',
    words: headers('走访领导 带队领导 区领导 包联领导 督导人 走访人'),
  },
  companions: {
    kind: 'orgs',
    title: words('参加单位', 'With'),
    group: 'plan',
    relation: 'cooperating',
    words: headers('陪同单位 参加部门 同行单位 随同单位'),
  },
  leadOrg: {
    kind: 'org',
    title: words('受访单位', 'Unit visited'),
    group: 'plan',
    words: headers('被督导单位 走访镇街 督导镇街 受督导单位 走访单位 责任单位'),
  },
  area: {
    kind: 'area',
    title: words('所到镇街', 'Town'),
    group: 'plan',
    inferFrom: ['leadOrg', 'place', 'title'],
    words: headers('镇街 所属镇街 属地 督导区域 包联镇街'),
  },
  plannedOn: {
    kind: 'date',
    title: words('计划日期', 'Planned for'),
    group: 'plan',
    end: 'finish',
    words: headers('计划走访时间 计划督导时间 计划时间 拟走访日期'),
  },
  visitedOn: {
    kind: 'date',
    title: words('走访日期', 'Visited on'),
    group: 'visit',
    end: 'finish',
    words: headers('走访时间 督导时间 督导日期 实际走访时间 时间 日期'),
  },
  place: {
    kind: 'text',
    title: words('地点', 'Place'),
    group: 'visit',
    maxLength: 200,
    words: headers('走访地点 督导地点 具体地点 现场'),
  },
  findings: {
    kind: 'longText',
    title: words('发现问题', 'Findings'),
    group: 'visit',
    hint: words('看到什么、卡在哪里；没有问题也写明', 'What was seen and what is stuck; say so where nothing is'),
    words: headers('存在问题 督导情况 走访情况 发现的问题 督导发现 问题'),
  },
  promises: {
    kind: 'longText',
    title: words('现场承诺', 'Promises'),
    group: 'promises',
    hint: words('谁、做什么、何时完成；可转为难题或督办', 'Who does what by when; becomes a problem or an order'),
    words: headers('承诺事项 现场交办 交办事项 领导要求 答复意见'),
  },
  followUpOn: {
    kind: 'date',
    title: words('回访期限', 'Follow up by'),
    group: 'promises',
    end: 'finish',
    words: headers('跟踪时限 落实时限 回访时间 整改时限'),
  },
  followUp: {
    kind: 'longText',
    title: words('落实情况', 'What came of it'),
    group: 'followUp',
    words: headers('跟踪情况 整改情况 办理情况 回访情况 落实结果'),
  },
}
