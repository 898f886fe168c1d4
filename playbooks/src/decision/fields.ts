import type { Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'

export const groups = {
  meeting: words('研判会议', 'Review meeting'),
  task: words('任务', 'Task'),
  result: words('落实', 'Result'),
}

export const fields: Readonly<Record<string, Field>> = {
  title: {
    kind: 'text',
    title: words('议定事项', 'Decision'),
    group: 'task',
    required: true,
    maxLength: 120,
    words: headers('会议议定事项 研判事项 任务 任务名称 工作任务 决定事项 事项'),
  },
  meeting: {
    kind: 'text',
    title: words('会议', 'Meeting'),
    group: 'meeting',
    maxLength: 120,
    words: headers('会议名称 研判会 会议主题 来源会议'),
  },
  metOn: {
    kind: 'date',
    title: words('会议日期', 'Met on'),
    group: 'meeting',
    end: 'start',
    words: headers('会议时间 研判时间 议定时间'),
  },
  hostOrg: {
    kind: 'org',
    title: words('会议召集单位', 'Convened by'),
    group: 'meeting',
    relation: 'issuer',
    words: headers('召集单位 主办单位 会议主办'),
  },
  chair: {
    kind: 'person',
    title: words('主持人', 'Chaired by'),
    group: 'meeting',
    relation: 'issuer',
    words: headers('会议主持 主持领导'),
  },
  judgement: {
    kind: 'longText',
    title: words('研判意见', 'Judgement'),
    group: 'meeting',
    words: headers('研判结论 会议意见 情况研判 议定意见'),
  },
  task: {
    kind: 'longText',
    title: words('任务要求', 'What is to be done'),
    group: 'task',
    words: headers('工作要求 任务内容 具体要求'),
  },
  leadOrg: {
    kind: 'org',
    title: words('牵头单位', 'Lead unit'),
    group: 'task',
    words: headers('责任单位 承办单位 牵头部门 落实单位'),
  },
  cooperatingOrgs: {
    kind: 'orgs',
    title: words('配合单位', 'Co-operating units'),
    group: 'task',
    relation: 'cooperating',
    words: headers('协办单位 配合部门'),
  },
  leader: {
    kind: 'person',
    title: words('牵头区领导', 'District leader'),
    group: 'task',
    words: headers('牵头领导 责任领导 分管领导 包联领导'),
  },
  area: {
    kind: 'area',
    title: words('所属区域', 'Area'),
    group: 'task',
    inferFrom: ['leadOrg', 'title'],
    words: headers('镇街 所属镇街 属地'),
  },
  dueOn: {
    kind: 'date',
    title: words('完成时限', 'Due on'),
    group: 'task',
    end: 'finish',
    words: headers('时限 完成时间 办结时限 要求完成时间'),
  },
  result: {
    kind: 'longText',
    title: words('落实情况', 'Result'),
    group: 'result',
    words: headers('进展情况 办理情况 完成情况 落实进展'),
  },
}
