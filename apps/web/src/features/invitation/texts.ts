import type { Text } from '../../app/language.ts'

export const invitationTexts = {
  title: { zh: '{{name}}，欢迎', en: 'Welcome, {{name}}' },
  leadPost: { zh: '{{post}}。先定好用户名和密码。', en: '{{post}}. First choose your user name and password.' },
  lead: { zh: '先定好用户名和密码。', en: 'First choose your user name and password.' },
  resetTitle: { zh: '{{name}}，请重新设置密码', en: '{{name}}, please set your password anew' },
  resetLead: { zh: '用户名不变：{{userName}}', en: 'Your user name stays: {{userName}}' },
  userName: { zh: '用户名', en: 'User name' },
  userNameHint: { zh: '登录时用，可用姓名拼音或手机号', en: 'For signing in: pinyin of the name, for instance' },
  password: { zh: '密码', en: 'Password' },
  submit: { zh: '开通账号', en: 'Open the account' },
  submitReset: { zh: '设好密码', en: 'Set the password' },
  openId: { zh: '用统一身份认证，不另设密码', en: 'Use single sign-on instead of a password' },
  enrolTitle: { zh: '再绑定二次验证', en: 'Then the second factor' },
  enrolLead: {
    zh: '管理员登录须有第二道验证：密码之外，再输手机上的 6 位数字。',
    en: 'Administrators sign in with a second factor: six digits from the phone beside the password.',
  },
  offerTitle: { zh: '账号已开通', en: 'The account is open' },
  go: { zh: '进入系统', en: 'Go in' },
  until: { zh: '链接 {{until}} 前有效，只能用一次', en: 'The link opens once, until {{until}}' },
  gone: { zh: '这个链接打不开', en: 'This link does not open' },
  goneLead: {
    zh: '它可能已经用过、过期，或抄漏了字符。请系统管理员重新发一个；已经开通过的，直接登录即可。',
    en: 'It may be used, expired, or have lost a character. Ask the system administrator for another; if your account is open, just sign in.',
  },
  toSignIn: { zh: '去登录', en: 'To the sign-in page' },
  loading: { zh: '正在核对链接', en: 'Looking at the link' },
} satisfies Record<string, Text>
