import type { Text } from '../../app/language.ts'

export const setUpTexts = {
  title: { zh: '指定三位管理员', en: 'Name the three administrators' },
  lead: {
    zh: '按网络安全等级保护要求，三种管理权限分给三个不同的人，谁也代替不了谁。写下姓名，每人会得到一个一次性邀请链接。',
    en: 'Classified protection asks for three different persons, none of whom can do another’s work. Each gets a one-time invitation link.',
  },
  systemAdmin: { zh: '系统管理员', en: 'System administrator' },
  systemAdminDoes: { zh: '开通和停用账号，维护单位和人员', en: 'Opens and closes accounts, keeps the directory' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  securityAdminDoes: { zh: '任免岗位、设置权限规则，解锁账号', en: 'Assigns posts, sets the rules, unlocks accounts' },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator' },
  auditAdminDoes: { zh: '查询和导出全部留痕', en: 'Searches and exports the record' },
  personName: { zh: '姓名', en: 'Name' },
  same: {
    zh: '与另一位管理员同名：须是三个不同的人',
    en: 'The same name as another: three different persons are needed',
  },
  submit: { zh: '生成邀请链接', en: 'Make the invitation links' },
  doneTitle: { zh: '把链接分别交给本人', en: 'Hand each person the link' },
  doneLead: {
    zh: '每个链接只能用一次，{{until}} 前有效，只在这里显示。本人打开后自己设密码、绑定二次验证，别人不知道。',
    en: 'Each link opens once, until {{until}}, and is shown only here. The person sets password and second factor alone.',
  },
  print: { zh: '打印三张交接单', en: 'Print the three slips' },
  toSignIn: { zh: '已交给本人，去登录页', en: 'Handed over; to the sign-in page' },
  copyLink: { zh: '复制链接', en: 'Copy the link' },
  linkGone: { zh: '这个链接打不开', en: 'This link does not open' },
  linkGoneLead: {
    zh: '它可能已经用过、过期，或抄漏了字符。在服务器上运行下面的命令，可得到新的链接：',
    en: 'It may be used, expired, or have lost a character. Run this on the server for another:',
  },
  loading: { zh: '正在核对链接', en: 'Looking at the link' },
  validUntil: { zh: '链接 {{until}} 前有效', en: 'The link opens until {{until}}' },
} satisfies Record<string, Text>
