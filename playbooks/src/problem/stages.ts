import type { Gate, Move, Stage } from '@guatu/playbook'
import { headers as terms, words } from '../text.ts'

export const stageColumn = {
  title: words('办理状态', 'State'),
  words: terms('状态 问题状态 难题状态 办理进度 办理阶段 进展状态 是否解决 解决状态 销号状态 是否办结'),
}

const phase = 'problem'

export const stages: readonly Stage[] = [
  { key: 'raised', title: words('待交办', 'To be assigned'), phase, words: terms('提出 新提出 待处理 未交办 新增') },
  { key: 'assigned', title: words('待受理', 'To be accepted'), phase, words: terms('已交办 交办 待签收 待接收') },
  {
    key: 'declined',
    title: words('退回待议', 'Declined'),
    phase,
    aside: true,
    words: terms('退回 已退回 不受理 退回交办'),
  },
  { key: 'accepted', title: words('待答复', 'To be answered'), phase, words: terms('受理 已受理 已签收 待回复') },
  {
    key: 'handling',
    title: words('办理中', 'Being solved'),
    phase,
    words: terms('正在办理 解决中 推进中 正在推进 已答复 持续推进 处理中 未解决 整改中 否'),
  },
  {
    key: 'confirming',
    title: words('待确认', 'To be confirmed'),
    phase,
    words: terms('已办结 办结 待评价 待提出方确认 申请销号'),
  },
  {
    key: 'appealed',
    title: words('待裁定', 'Appealed'),
    phase,
    aside: true,
    words: terms('申诉 申请裁定 有异议 申诉中'),
  },
  {
    key: 'solved',
    title: words('已解决', 'Solved'),
    phase,
    final: true,
    reaches: 'finish',
    words: terms('解决 已销号 销号 已完成 完成 是'),
  },
  {
    key: 'closed',
    title: words('未解决办结', 'Closed unsolved'),
    phase,
    final: true,
    aside: true,
    words: terms('不予办理 撤回 已撤回 终止 无法解决'),
  },
]

const rating = ['raiserRating', 'raiserComment']

/**
 * The raiser's word makes it solved, or the office's where the parties disagree; no unit strikes its own problem off.
 * Each assignment counts as a hand-over, so that what goes from unit to unit is seen.
 */
export const moves: readonly Move[] = [
  {
    from: 'raised',
    to: 'assigned',
    title: words('交办', 'Assign'),
    by: ['all', 'supervising'],
    asks: ['leadOrg', 'cooperatingOrgs', 'problemType', 'urgency'],
    counts: 'handOver',
  },
  {
    from: 'raised',
    to: 'closed',
    title: words('不予办理', 'Close unsolved'),
    by: ['all', 'supervising', 'raiser'],
    asks: ['closeGround'],
    reason: true,
  },
  {
    from: 'assigned',
    to: 'accepted',
    title: words('受理', 'Accept'),
    by: ['lead', 'owner'],
    asks: ['complexity', 'owner'],
  },
  {
    from: 'assigned',
    to: 'declined',
    title: words('退回', 'Decline'),
    by: ['lead', 'owner'],
    asks: ['declineGround'],
    reason: true,
    counts: 'return',
  },
  {
    from: 'declined',
    to: 'assigned',
    back: true,
    title: words('再次交办', 'Assign again'),
    by: ['all', 'supervising'],
    asks: ['leadOrg', 'cooperatingOrgs'],
    needs: ['leadOrg'],
    counts: 'handOver',
  },
  {
    from: 'declined',
    to: 'closed',
    title: words('不予办理', 'Close unsolved'),
    by: ['all', 'supervising'],
    asks: ['closeGround'],
    reason: true,
  },
  {
    from: 'accepted',
    to: 'handling',
    title: words('答复', 'Answer'),
    by: ['lead', 'owner'],
    asks: ['measure', 'promisedOn', 'owner'],
  },
  {
    from: 'accepted',
    to: 'confirming',
    title: words('当即办结', 'Solved at once'),
    by: ['lead', 'owner'],
    asks: ['measure', 'result', 'leadRating', 'leadComment'],
  },
  {
    from: 'accepted',
    to: 'assigned',
    back: true,
    title: words('转办', 'Hand over'),
    by: ['all', 'supervising'],
    asks: ['leadOrg', 'cooperatingOrgs'],
    needs: ['leadOrg'],
    counts: 'handOver',
  },
  {
    from: 'handling',
    to: 'confirming',
    title: words('报办结', 'Report solved'),
    by: ['lead', 'owner'],
    asks: ['result', 'leadRating', 'leadComment'],
  },
  {
    from: 'handling',
    to: 'handling',
    key: 'extend',
    title: words('延期', 'Extend'),
    by: ['all', 'supervising'],
    asks: ['promisedOn'],
    needs: ['promisedOn'],
    reason: true,
    counts: 'extension',
  },
  {
    from: 'handling',
    to: 'assigned',
    back: true,
    title: words('转办', 'Hand over'),
    by: ['all', 'supervising'],
    asks: ['leadOrg', 'cooperatingOrgs'],
    needs: ['leadOrg'],
    counts: 'handOver',
  },
  {
    from: 'handling',
    to: 'closed',
    title: words('未解决办结', 'Close unsolved'),
    by: ['all', 'supervising'],
    asks: ['closeGround'],
    reason: true,
  },
  {
    from: 'confirming',
    to: 'solved',
    title: words('确认解决', 'Confirm as solved'),
    by: ['raiser'],
    asks: [...rating, 'solvedOn'],
  },
  {
    from: 'confirming',
    to: 'handling',
    back: true,
    title: words('未解决，退回办理', 'Not solved'),
    by: ['raiser'],
    asks: rating,
    needs: ['raiserRating'],
    counts: 'rejection',
  },
  {
    from: 'confirming',
    to: 'appealed',
    title: words('申请裁定', 'Appeal'),
    by: ['lead', 'owner', 'raiser'],
    asks: ['appeal'],
  },
  {
    from: 'appealed',
    to: 'solved',
    title: words('裁定已解决', 'Decide: solved'),
    by: ['all', 'supervising'],
    asks: ['appealDecision', 'solvedOn'],
    needs: ['appealDecision'],
    reason: true,
  },
  {
    from: 'appealed',
    to: 'handling',
    back: true,
    title: words('裁定继续办理', 'Decide: go on'),
    by: ['all', 'supervising'],
    asks: ['promisedOn'],
    needs: ['promisedOn'],
    counts: 'rejection',
  },
  {
    from: 'appealed',
    to: 'closed',
    title: words('未解决办结', 'Close unsolved'),
    by: ['all', 'supervising'],
    asks: ['closeGround'],
    reason: true,
  },
  {
    from: 'solved',
    to: 'handling',
    back: true,
    title: words('重开', 'Open again'),
    by: ['raiser', 'all'],
    asks: ['promisedOn'],
    needs: ['promisedOn'],
    counts: 'reopening',
  },
  {
    from: 'closed',
    to: 'raised',
    back: true,
    title: words('重新提出', 'Raise again'),
    by: ['raiser', 'all'],
    counts: 'reopening',
  },
]

export const gates: readonly Gate[] = [
  {
    to: 'assigned',
    needs: [
      { kind: 'field', field: 'leadOrg' },
      { kind: 'field', field: 'problemType' },
      { kind: 'field', field: 'urgency' },
    ],
  },
  { to: 'declined', needs: [{ kind: 'field', field: 'declineGround' }] },
  {
    to: 'accepted',
    needs: [
      { kind: 'field', field: 'complexity' },
      { kind: 'field', field: 'owner' },
    ],
  },
  {
    to: 'handling',
    needs: [
      { kind: 'field', field: 'measure' },
      // What is solved on the spot is answered and done in one: it needs no promise.
      { kind: 'field', field: 'promisedOn', when: '!filled.result' },
    ],
  },
  { to: 'confirming', needs: [{ kind: 'field', field: 'result' }] },
  { to: 'appealed', needs: [{ kind: 'field', field: 'appeal' }] },
  { to: 'solved', needs: [{ kind: 'field', field: 'raiserRating', when: '!filled.appealDecision' }] },
  { to: 'closed', needs: [{ kind: 'field', field: 'closeGround' }] },
]
