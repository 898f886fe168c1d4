import type { AccountEntry } from '@guatu/contract'
import type { Text } from '../../app/language.ts'

export const stateTitles: Readonly<Record<AccountEntry['state'], Text>> = {
  none: { zh: '未开通', en: 'No account' },
  invited: { zh: '已邀请', en: 'Invited' },
  open: { zh: '已开通', en: 'Open' },
  locked: { zh: '已锁定', en: 'Locked' },
  closed: { zh: '已停用', en: 'Closed' },
}

export const accountsTexts = {
  pageTitle: { zh: '账号', en: 'Accounts' },
  sentence: {
    zh: '{{count}} 人，{{open}} 人已开通账号，{{none}} 人还没有',
    en: '{{count}} persons, {{open}} with an open account, {{none}} without',
  },
  sentenceLocked: { zh: '，{{count}} 人被锁定', en: ', {{count}} locked' },
  loading: { zh: '正在读取账号', en: 'Loading accounts' },
  find: { zh: '查找姓名、单位、用户名', en: 'Find by name, unit or user name' },
  all: { zh: '全部', en: 'All' },
  nothing: { zh: '没有符合条件的人员', en: 'Nobody matches' },
  empty: { zh: '还没有人员', en: 'Nobody is in the directory yet' },
  emptyHint: {
    zh: '先在“单位人员”里录入或导入人员，再给他们开通账号。',
    en: 'Enter or import persons in the directory first; then open their accounts.',
  },
  person: { zh: '人员', en: 'Person' },
  account: { zh: '账号', en: 'Account' },
  security: { zh: '安全', en: 'Security' },
  last: { zh: '最近登录', en: 'Last sign-in' },
  acts: { zh: '操作', en: 'Acts' },
  lockedUntil: { zh: '{{at}} 自动解锁', en: 'unlocks at {{at}}' },
  invitedUntil: { zh: '邀请 {{at}} 前有效', en: 'invitation until {{at}}' },
  secondFactor: { zh: '二次验证', en: 'second factor' },
  sessions: { zh: '登录 {{count}} 处', en: '{{count}} sessions', one: '1 session' },
  never: { zh: '从未', en: 'never' },
  invite: { zh: '邀请开通', en: 'Invite' },
  inviteAgain: { zh: '重发邀请', en: 'Invite again' },
  close: { zh: '停用', en: 'Close' },
  reopen: { zh: '恢复', en: 'Open again' },
  endSessions: { zh: '强制退出', en: 'End sessions' },
  unlock: { zh: '解锁', en: 'Unlock' },
  reset: { zh: '重置凭据', en: 'Reset credentials' },
  linkTitle: { zh: '{{name}}的一次性链接', en: 'One-time link for {{name}}' },
  linkLead: {
    zh: '请交给本人。只能用一次，{{until}} 前有效，只在这里显示。',
    en: 'Hand it to the person. It opens once, until {{until}}, and is shown only here.',
  },
  copyLink: { zh: '复制链接', en: 'Copy the link' },
  print: { zh: '打印', en: 'Print' },
  done: { zh: '关闭', en: 'Done' },
  reasonTitle: { zh: '{{act}}：{{name}}', en: '{{act}}: {{name}}' },
  closeTouches: {
    zh: '停用后，本人的 {{count}} 处登录立即退出，令牌和邀请链接失效；历史记录不变。',
    en: 'Its {{count}} sessions end at once, tokens and links stop; what was recorded stays.',
  },
  reopenTouches: { zh: '恢复后，本人可用原来的用户名和密码登录。', en: 'The person may sign in as before.' },
  resetTouches: {
    zh: '重置后，原密码和二次验证立即作废，{{count}} 处登录退出；本人凭新链接重新设置。',
    en: 'Password and second factor stop at once, {{count}} sessions end; a new link sets them anew.',
  },
  reason: { zh: '理由（写入留痕）', en: 'Reason (goes into the record)' },
  cancel: { zh: '取消', en: 'Cancel' },
  closed: { zh: '已停用{{name}}的账号', en: '{{name}}’s account is closed' },
  reopened: { zh: '已恢复{{name}}的账号', en: '{{name}}’s account is open again' },
  unlocked: { zh: '已解锁{{name}}的账号', en: '{{name}}’s account is unlocked' },
  ended: { zh: '{{name}}：已退出 {{count}} 处登录', en: '{{name}}: {{count}} sessions ended' },
} satisfies Record<string, Text>
