import type { Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'
import { orderKinds, urgencies } from './choices.ts'
import { handling } from './handling.ts'

export const groups = {
  basic: words('督办事项', 'Matter'),
  issue: words('签发', 'Issue'),
  duty: words('承办', 'Handled by'),
  reply: words('回复与延期', 'Reply and extension'),
  acceptance: words('验收', 'Acceptance'),
}

const basic: Readonly<Record<string, Field>> = {
  title: {
    kind: 'text',
    title: words('督办事项', 'Matter'),
    group: 'basic',
    required: true,
    maxLength: 120,
    hint: words('如：加快办理某项目用地手续', 'Such as: obtain the land permit of a project'),
    words: headers('事项名称 督查事项 督办内容 交办事项 事项 工作任务 主要工作任务 督办任务'),
  },
  orderKind: {
    kind: 'choice',
    title: words('文种', 'Kind'),
    group: 'basic',
    required: true,
    choices: orderKinds,
    words: headers('督办类型 督办方式 类型 类别 单据类型 牌种'),
  },
  ground: {
    kind: 'longText',
    title: words('督办事由', 'Ground'),
    group: 'basic',
    hint: words('查到了什么、依据什么；写入公文正文', 'What was found, and by which rule; goes into the document'),
    words: headers('督办依据 存在问题 问题情况 事由 情况说明 交办依据'),
  },
  demand: {
    kind: 'longText',
    title: words('办理要求', 'What is to be done'),
    group: 'basic',
    hint: words('可用“一、”“（一）”分条；写入公文正文', 'Goes into the document'),
    words: headers('工作要求 督办要求 整改要求 目标要求 具体要求'),
  },
  urgency: {
    kind: 'choice',
    title: words('紧急程度', 'Urgency'),
    group: 'basic',
    choices: urgencies,
    words: headers('缓急 紧急等级'),
  },
  project: {
    kind: 'text',
    title: words('涉及项目（台账）', 'Project in the ledger'),
    group: 'basic',
    maxLength: 200,
    hint: words('台账里写的项目名；系统内的项目用“关联”', 'As the ledger names it; projects here are linked'),
    words: headers('涉及项目 项目名称 项目 关联项目'),
  },
  area: {
    kind: 'area',
    title: words('所属区域', 'Area'),
    group: 'basic',
    inferFrom: ['leadOrg', 'project'],
    words: headers('所属镇街 镇街 属地 区域 板块'),
  },
}

const issue: Readonly<Record<string, Field>> = {
  documentNumber: {
    kind: 'text',
    title: words('文号', 'Document number'),
    group: 'issue',
    maxLength: 60,
    hint: words('签发时按年度连续编号', 'Given at issue, in sequence within the year'),
    words: headers('发文字号 编号 督办编号 单号 督办文号'),
  },
  issuerOrg: {
    kind: 'org',
    title: words('签发单位', 'Issued by'),
    group: 'issue',
    relation: 'issuer',
    words: headers('发文单位 督办单位 督查单位 交办单位 发文机关'),
  },
  issuer: {
    kind: 'person',
    title: words('签发人', 'Signed by'),
    group: 'issue',
    relation: 'issuer',
    words: headers('签发领导 督办领导 批示领导 交办领导'),
  },
  issuedOn: {
    kind: 'date',
    title: words('签发日期', 'Issued on'),
    group: 'issue',
    end: 'start',
    words: headers('签发时间 发文日期 交办时间 督办时间 下发时间 发文时间'),
  },
  directGround: {
    kind: 'text',
    title: words('直接督办理由', 'Why without a hint letter'),
    group: 'issue',
    maxLength: 200,
    hint: words('未先发提示函而直接发督办单的，写明理由', 'For an order that no hint letter went before'),
    words: headers('直接督办原因'),
  },
  copyOrgs: {
    kind: 'orgs',
    title: words('抄送单位', 'Copies to'),
    group: 'issue',
    relation: 'cooperating',
    words: headers('抄送 协办单位 配合单位 协同单位'),
  },
  contact: {
    kind: 'text',
    title: words('联系人及电话', 'Contact'),
    group: 'issue',
    maxLength: 60,
    words: headers('联系人 联系方式'),
  },
}

export const fields: Readonly<Record<string, Field>> = { ...basic, ...issue, ...handling }
