import type { Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'
import { appealDecisions, closeGrounds, ratings } from './choices.ts'

/** What came of it, by whose word. */
export const outcome: Readonly<Record<string, Field>> = {
  result: {
    kind: 'longText',
    title: words('办理结果', 'Result'),
    group: 'outcome',
    words: headers('解决情况 办理情况 落实情况 处理结果 解决结果 完成情况 办结情况 销号情况'),
  },
  solvedOn: {
    kind: 'date',
    title: words('解决日期', 'Solved on'),
    group: 'outcome',
    byMoves: true,
    end: 'finish',
    words: headers('解决时间 办结时间 办结日期 销号时间 实际解决时间 完成时间'),
  },
  appeal: {
    kind: 'longText',
    title: words('申请裁定的理由', 'Ground of the appeal'),
    group: 'outcome',
    words: headers('申诉理由 异议理由'),
  },
  appealDecision: {
    kind: 'choice',
    title: words('裁定', 'Decision on the appeal'),
    group: 'outcome',
    byMoves: true,
    choices: appealDecisions,
    words: headers('裁定结果 申诉结果'),
  },
  closeGround: {
    kind: 'choice',
    title: words('未解决办结的理由', 'Ground of closing unsolved'),
    group: 'outcome',
    byMoves: true,
    choices: closeGrounds,
    words: headers('未解决原因 不予办理原因 终止原因'),
  },
}

/** Both sides rate each other: whoever whistles rates those who came (吹哨报到), and they rate the whistle. */
export const evaluation: Readonly<Record<string, Field>> = {
  raiserRating: {
    kind: 'choice',
    title: words('提出方评价办理', 'The raiser on the handling'),
    group: 'evaluation',
    writtenBy: ['raiser'],
    choices: ratings,
    words: headers('满意度 满意度评价 企业评价 评价结果'),
  },
  raiserComment: {
    kind: 'longText',
    title: words('提出方意见', 'The raiser’s words'),
    group: 'evaluation',
    writtenBy: ['raiser'],
    words: headers('评价意见 反馈意见 企业意见'),
  },
  leadRating: {
    kind: 'choice',
    title: words('牵头单位评价反映与配合', 'The lead unit on description and help'),
    group: 'evaluation',
    writtenBy: ['lead', 'owner'],
    choices: ratings,
    words: headers('配合评价 牵头单位评价'),
  },
  leadComment: {
    kind: 'longText',
    title: words('牵头单位意见', 'The lead unit’s words'),
    group: 'evaluation',
    writtenBy: ['lead', 'owner'],
    words: headers('配合意见'),
  },
}
