import type { Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'

export const groups = {
  basic: words('赏罚事项', 'Matter'),
  whom: words('对象', 'To whom'),
  ground: words('依据', 'Ground'),
  outcome: words('决定与执行', 'Decision'),
}

/** What a district has at hand; who earns what, it decides by itself, on grounds that are written down. */
const kinds = {
  commendation: { title: words('通报表扬', 'Commendation'), words: headers('表扬 通报表彰 红榜') },
  honour: { title: words('评先评优', 'Honour'), words: headers('评优 先进 记功 嘉奖') },
  promotion: { title: words('提拔重用', 'Promotion'), words: headers('提拔 晋升 重用') },
  reward: { title: words('绩效奖励', 'Award of pay'), words: headers('奖励 奖金 加分') },
  reminder: { title: words('提醒谈话', 'Reminder'), words: headers('提醒 约谈 谈话提醒') },
  notice: { title: words('通报批评', 'Criticism made known'), words: headers('批评 黑榜 通报') },
  inquiry: { title: words('问责', 'Accountability'), words: headers('追责 问责处理 责任追究') },
  correction: { title: words('调整岗位', 'Change of post'), words: headers('调整 调离 免职') },
}

export const fields: Readonly<Record<string, Field>> = {
  title: {
    kind: 'text',
    title: words('事由', 'Matter'),
    group: 'basic',
    required: true,
    maxLength: 120,
    words: headers('事项 赏罚事由 奖惩事由 名称 标题'),
  },
  kind: {
    kind: 'choice',
    title: words('赏罚种类', 'Kind'),
    group: 'basic',
    required: true,
    choices: kinds,
    open: true,
    words: headers('种类 奖惩类型 奖惩种类 类型'),
  },
  leadOrg: {
    kind: 'org',
    title: words('所在单位', 'Unit'),
    group: 'whom',
    required: true,
    words: headers('单位 对象单位 责任单位 受奖单位 被问责单位'),
  },
  person: {
    kind: 'person',
    title: words('本人', 'Person'),
    group: 'whom',
    hint: words('对单位的，不填', 'Empty where it is the unit’s'),
    words: headers('对象 姓名 人员 责任人 受奖人'),
  },
  ground: {
    kind: 'longText',
    title: words('事实与依据', 'Facts and ground'),
    group: 'ground',
    required: true,
    hint: words(
      '写事实和条款，并关联难题、督办单或项目',
      'The facts and the clause; link the problem, the order or the project',
    ),
    words: headers('依据 事实 理由 事实依据 奖惩依据'),
  },
  clause: {
    kind: 'text',
    title: words('适用条款', 'Clause'),
    group: 'ground',
    maxLength: 200,
    words: headers('条款 文件依据 制度依据'),
  },
  statement: {
    kind: 'longText',
    title: words('本人（单位）陈述', 'Their statement'),
    group: 'ground',
    words: headers('申辩 陈述申辩 说明'),
  },
  issuerOrg: {
    kind: 'org',
    title: words('决定单位', 'Decided by'),
    group: 'outcome',
    relation: 'issuer',
    words: headers('决定机关 批准单位 发文单位'),
  },
  documentNumber: {
    kind: 'text',
    title: words('文号', 'Document number'),
    group: 'outcome',
    maxLength: 60,
    words: headers('文件号 决定文号 发文字号'),
  },
  decidedOn: {
    kind: 'date',
    title: words('决定日期', 'Decided on'),
    group: 'outcome',
    end: 'start',
    words: headers('决定时间 批准日期 生效日期'),
  },
  carriedOut: {
    kind: 'longText',
    title: words('执行情况', 'Carried out'),
    group: 'outcome',
    words: headers('落实情况 兑现情况 执行结果'),
  },
}
