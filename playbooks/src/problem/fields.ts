import type { Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'
import { complexities, problemTypes, sources, urgencies } from './choices.ts'
import { duty } from './duty.ts'
import { evaluation, outcome } from './outcome.ts'

export const groups = {
  basic: words('难题', 'Problem'),
  raiser: words('提出方', 'Raised by'),
  duty: words('办理单位', 'Handled by'),
  answer: words('答复与承诺', 'Answer and promise'),
  outcome: words('结果', 'Outcome'),
  evaluation: words('双向评价', 'Mutual evaluation'),
}

const basic: Readonly<Record<string, Field>> = {
  title: {
    kind: 'text',
    title: words('难题名称', 'Problem'),
    group: 'basic',
    required: true,
    maxLength: 120,
    hint: words('一句话说清卡在哪里', 'What is stuck, in one sentence'),
    words: headers('问题名称 问题标题 难题 问题 事项名称 堵点名称 难点问题 问题事项 破难事项'),
  },
  description: {
    kind: 'longText',
    title: words('问题情况', 'What is the matter'),
    group: 'basic',
    words: headers('问题描述 问题内容 具体问题 难题情况 存在问题 情况说明 主要问题 问题详情 难题描述'),
  },
  asked: {
    kind: 'longText',
    title: words('请求事项', 'What is asked'),
    group: 'basic',
    required: true,
    hint: words('请谁做什么、做到什么程度', 'Who should do what, and how far'),
    words: headers('诉求 需协调事项 需解决事项 协调事项 建议 诉求建议 企业诉求 需要协调解决的问题 工作建议'),
  },
  problemType: {
    kind: 'choice',
    title: words('难题类型', 'Type'),
    group: 'basic',
    choices: problemTypes,
    open: true,
    words: headers('问题类型 问题类别 类型 类别 难题类别 问题分类'),
  },
  urgency: {
    kind: 'choice',
    title: words('紧急程度', 'Urgency'),
    group: 'basic',
    choices: urgencies,
    words: headers('紧急 轻重缓急 缓急程度 问题等级 难题等级'),
  },
  complexity: {
    kind: 'choice',
    title: words('难易', 'Complexity'),
    group: 'answer',
    byMoves: true,
    choices: complexities,
    hint: words('简易当日答复，复杂 10 个工作日内答复', 'Simple: answered the same day; complex: in 10 working days'),
    words: headers('难易程度 复杂程度'),
  },
  project: {
    kind: 'text',
    title: words('涉及项目（台账）', 'Project in the ledger'),
    group: 'basic',
    maxLength: 200,
    hint: words('台账里写的项目名；系统内的项目用“关联”', 'As the ledger names it; projects here are linked'),
    words: headers('项目名称 涉及项目 项目 关联项目 所属项目 相关项目'),
  },
  area: {
    kind: 'area',
    title: words('所属区域', 'Area'),
    group: 'basic',
    inferFrom: ['location', 'raiserOrg', 'leadOrg'],
    words: headers('所属镇街 镇街 属地 所在镇街 属地镇街 板块 区域'),
  },
  location: {
    kind: 'text',
    title: words('地点', 'Place'),
    group: 'basic',
    maxLength: 200,
    words: headers('具体地点 位置 问题地点 地址'),
  },
}

const raiser: Readonly<Record<string, Field>> = {
  source: {
    kind: 'choice',
    title: words('来源', 'Source'),
    group: 'raiser',
    choices: sources,
    open: true,
    words: headers('问题来源 难题来源 收集渠道 反映渠道'),
  },
  raisedOn: {
    kind: 'date',
    title: words('提出日期', 'Raised on'),
    group: 'raiser',
    end: 'start',
    words: headers('提出时间 上报时间 反映时间 收集时间 登记时间 问题提出时间 上报日期'),
  },
  raiserOrg: {
    kind: 'org',
    title: words('提出单位（企业）', 'Raised by the unit or firm'),
    group: 'raiser',
    relation: 'raiser',
    words: headers('提出单位 上报单位 反映单位 提出企业 反映企业 报送单位 企业名称 提报单位 填报单位'),
  },
  raiser: {
    kind: 'person',
    title: words('提出人', 'Raised by'),
    group: 'raiser',
    relation: 'raiser',
    words: headers('上报人 反映人 提报人'),
  },
  firm: {
    kind: 'org',
    title: words('涉及企业', 'Firm concerned'),
    group: 'raiser',
    relation: 'firm',
    hint: words('名录中的企业，其账号可见本难题', 'A firm in the directory; its accounts see this problem'),
    words: headers('相关企业 受影响企业'),
  },
  contact: {
    kind: 'text',
    title: words('联系人', 'Contact'),
    group: 'raiser',
    secret: 'personal',
    maxLength: 60,
    words: headers('企业联系人 反映联系人'),
  },
  phone: {
    kind: 'phone',
    title: words('联系电话', 'Telephone'),
    group: 'raiser',
    secret: 'personal',
    words: headers('电话 手机 联系方式 手机号 联系人电话'),
  },
}

export const fields: Readonly<Record<string, Field>> = {
  ...basic,
  ...raiser,
  ...duty,
  ...outcome,
  ...evaluation,
}
