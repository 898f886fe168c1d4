import type { Gate, Move, Stage } from '@guatu/playbook'
import { headers, words } from '../text.ts'

export const stageColumn = {
  title: words('办理状态', 'State'),
  words: headers('状态 督办状态 进展状态 办理进度 当前状态 办结情况'),
}

const phase = 'supervision'

export const stages: readonly Stage[] = [
  { key: 'drafted', title: words('拟稿', 'Drafted'), words: headers('草稿 拟办 待签发'), phase },
  { key: 'issued', title: words('待签收', 'To be received'), words: headers('已签发 已下发 未签收 已交办'), phase },
  {
    key: 'received',
    title: words('办理中', 'Being handled'),
    words: headers('已签收 正在办理 推进中 整改中 未办结'),
    reaches: 'start',
    phase,
  },
  {
    key: 'extensionAsked',
    title: words('申请延期', 'Extension asked'),
    words: headers('延期待批 延期申请'),
    aside: true,
    phase,
  },
  { key: 'replied', title: words('待验收', 'To be accepted'), words: headers('已回复 已反馈 待审核'), phase },
  {
    key: 'accepted',
    title: words('已验收', 'Accepted'),
    words: headers('验收通过 已办结 待销号'),
    reaches: 'finish',
    phase,
  },
  {
    key: 'struckOff',
    title: words('已销号', 'Struck off'),
    words: headers('销号 办结 完成 已完成'),
    final: true,
    phase,
  },
  {
    key: 'withdrawn',
    title: words('已撤回', 'Withdrawn'),
    words: headers('撤回 撤销 作废'),
    aside: true,
    final: true,
    phase,
  },
]

const issuer = ['issuer', 'all'] as const
const lead = ['lead'] as const

export const moves: readonly Move[] = [
  {
    from: 'drafted',
    to: 'issued',
    title: words('签发', 'Issue'),
    by: issuer,
    asks: ['issuerOrg', 'leadOrg', 'dueOn', 'directGround', 'copyOrgs', 'contact'],
  },
  { from: 'issued', to: 'received', title: words('签收', 'Receive'), by: lead },
  {
    from: 'received',
    to: 'extensionAsked',
    title: words('申请延期', 'Ask for an extension'),
    by: lead,
    asks: ['askedUntil', 'extensionGround'],
    needs: ['askedUntil', 'extensionGround'],
  },
  {
    from: 'extensionAsked',
    to: 'received',
    key: 'grant',
    back: true,
    title: words('同意延期', 'Grant the extension'),
    by: issuer,
    asks: ['dueOn'],
    needs: ['dueOn'],
    counts: 'extension',
  },
  {
    from: 'extensionAsked',
    to: 'received',
    key: 'refuse',
    back: true,
    title: words('不同意延期', 'Refuse the extension'),
    by: issuer,
  },
  {
    from: 'received',
    to: 'replied',
    title: words('回复', 'Reply'),
    by: lead,
    asks: ['reply', 'repliedOn'],
    needs: ['reply'],
  },
  {
    from: 'extensionAsked',
    to: 'replied',
    title: words('回复', 'Reply'),
    by: lead,
    asks: ['reply', 'repliedOn'],
    needs: ['reply'],
  },
  {
    from: 'replied',
    to: 'received',
    back: true,
    title: words('退回重办', 'Reject'),
    by: issuer,
    asks: ['dueOn'],
    counts: 'rejection',
  },
  {
    from: 'replied',
    to: 'accepted',
    title: words('验收通过', 'Accept'),
    by: issuer,
    asks: ['opinion', 'acceptedOn'],
  },
  { from: 'accepted', to: 'struckOff', title: words('销号', 'Strike off'), by: issuer },
  {
    from: 'accepted',
    to: 'received',
    back: true,
    title: words('重新办理', 'Open again'),
    by: issuer,
    asks: ['dueOn'],
    counts: 'reopening',
  },
  { from: 'drafted', to: 'withdrawn', title: words('撤回', 'Withdraw'), by: issuer, reason: true },
  { from: 'issued', to: 'withdrawn', title: words('撤回', 'Withdraw'), by: issuer, reason: true },
]

/** Each document cites the one before it, so that nobody is shown a card without having been told. */
const cites = (kind: string, before: string, unless = 'false') =>
  ({
    kind: 'link',
    link: 'cites',
    among: { field: 'orderKind', values: [before] },
    // A draft is nothing to cite.
    filled: 'documentNumber',
    when: `fields.orderKind == '${kind}' && !(${unless})`,
  }) as const

export const gates: readonly Gate[] = [
  {
    to: 'issued',
    needs: [
      { kind: 'field', field: 'ground' },
      { kind: 'field', field: 'demand' },
      { kind: 'field', field: 'issuerOrg' },
      { kind: 'field', field: 'leadOrg' },
      { kind: 'field', field: 'dueOn' },
      {
        kind: 'condition',
        test: "fields.issuerOrg == '' || fields.issuerOrg != fields.leadOrg",
        message: words('签发单位不能同时是承办单位', 'The issuing unit cannot be the one that handles it'),
      },
      cites('order', 'hint', 'filled.directGround'),
      cites('yellowCard', 'order'),
      cites('redCard', 'yellowCard'),
    ],
  },
  { to: 'replied', needs: [{ kind: 'field', field: 'reply' }] },
  { to: 'accepted', needs: [{ kind: 'field', field: 'opinion' }] },
]
