import type { Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'

export const groups = {
  basic: words('队伍', 'Team'),
  members: words('人员', 'Members'),
  task: words('任务', 'Task'),
  record: words('一线实绩', 'Record at the front line'),
}

const kinds = {
  branch: { title: words('项目党支部', 'Party branch at the project'), words: headers('临时党支部 项目党支部 党支部') },
  push: { title: words('项目攻坚队', 'Push team'), words: headers('攻坚队 攻坚组 攻坚专班 突击队 党员先锋队') },
  attraction: {
    title: words('产业招商攻坚队', 'Attraction team'),
    words: headers('招商攻坚队 招商小组 招商专班 驻点招商组'),
  },
  approval: {
    title: words('审批服务专班', 'Approvals team'),
    words: headers('代办队 红色代办员 审批专班 服务专班 代办专班'),
  },
  clearance: { title: words('征迁专班', 'Clearance team'), words: headers('征迁组 征收专班 拆迁专班 征迁攻坚队') },
}

export const fields: Readonly<Record<string, Field>> = {
  title: {
    kind: 'text',
    title: words('队伍名称', 'Team'),
    group: 'basic',
    required: true,
    maxLength: 120,
    words: headers('攻坚队名称 专班名称 支部名称 小组名称 队名 名称'),
  },
  kind: {
    kind: 'choice',
    title: words('队伍类型', 'Kind'),
    group: 'basic',
    choices: kinds,
    open: true,
    words: headers('类型 类别 专班类型 队伍类别'),
  },
  leadOrg: {
    kind: 'org',
    title: words('组建单位', 'Formed by'),
    group: 'basic',
    required: true,
    words: headers('牵头单位 所属单位 责任单位 派出单位 组建部门'),
  },
  memberOrgs: {
    kind: 'orgs',
    title: words('参加单位', 'Units that take part'),
    group: 'basic',
    relation: 'cooperating',
    words: headers('成员单位 配合单位 参与单位 联建单位'),
  },
  area: {
    kind: 'area',
    title: words('驻点区域', 'Area'),
    group: 'basic',
    inferFrom: ['leadOrg'],
    words: headers('所在镇街 驻点 驻点镇街 区域'),
  },
  leader: {
    kind: 'person',
    title: words('挂帅领导', 'District leader'),
    group: 'members',
    words: headers('包联领导 牵头领导 区领导 总指挥'),
  },
  captain: {
    kind: 'person',
    title: words('队长（书记）', 'Captain'),
    group: 'members',
    words: headers('队长 组长 支部书记 负责人 专班负责人 书记'),
  },
  members: {
    kind: 'longText',
    title: words('队员', 'Members'),
    group: 'members',
    hint: words('姓名、单位、分工，一行一人', 'Name, unit and part, one to a line'),
    words: headers('成员 组员 专班成员 人员名单 党员名单'),
  },
  headcount: { kind: 'integer', title: words('人数', 'Heads'), group: 'members', unit: 'person', min: 1, max: 999 },
  task: {
    kind: 'longText',
    title: words('攻坚任务', 'Task'),
    group: 'task',
    words: headers('工作任务 任务 主要任务 目标任务 职责'),
  },
  formedOn: {
    kind: 'date',
    title: words('组建日期', 'Formed on'),
    group: 'task',
    end: 'start',
    words: headers('成立时间 组建时间 成立日期 进驻时间'),
  },
  until: {
    kind: 'date',
    title: words('任务期限', 'Until'),
    group: 'task',
    end: 'finish',
    words: headers('期限 完成时限 攻坚时限 结束时间'),
  },
  record: {
    kind: 'longText',
    title: words('实绩记录', 'What was done'),
    group: 'record',
    hint: words('日期、地点、办成的事和佐证', 'Day, place, what was got done, and its evidence'),
    words: headers('一线实绩 工作成效 进展情况 攻坚成效 完成情况'),
  },
}
