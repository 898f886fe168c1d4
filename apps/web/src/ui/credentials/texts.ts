import type { Text } from '../../app/language.ts'

export const credentialTexts = {
  or: { zh: '或', en: 'or' },
  show: { zh: '显示', en: 'Show' },
  hide: { zh: '隐藏', en: 'Hide' },
  showPassword: { zh: '显示密码', en: 'Show the password' },
  hidePassword: { zh: '隐藏密码', en: 'Hide the password' },
  capsLock: { zh: '大写锁定已打开', en: 'Caps Lock is on' },
  met: { zh: '已满足', en: 'met' },
  unmet: { zh: '未满足', en: 'not met' },
  qrCode: { zh: '二次验证二维码', en: 'QR code of the second factor' },
  scan: {
    zh: '用手机上的验证器应用（如微信“腾讯身份验证器”小程序、Microsoft Authenticator）扫描二维码。',
    en: 'Scan the code with an authenticator app on your phone.',
  },
  byHand: { zh: '扫不了？手工输入密钥', en: 'Cannot scan? Type the key by hand' },
  code: { zh: '六位验证码', en: 'Six-digit code' },
  codeHint: { zh: '验证器应用上显示的 6 位数字', en: 'The 6 digits that the authenticator shows' },
  recoveryTitle: { zh: '恢复码', en: 'Recovery codes' },
  recoveryLead: {
    zh: '手机不在身边时，每个恢复码可代替验证码用一次。只在这里显示一次，请打印或抄下，收在稳妥的地方。',
    en: 'Without the phone each of these stands in for a code, once. They are shown only here: print them or write them down, and keep them safe.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  print: { zh: '打印', en: 'Print' },
  recoveryKept: { zh: '我已收好恢复码', en: 'I have kept my recovery codes' },
  currentPassword: { zh: '当前密码', en: 'Current password' },
  newPassword: { zh: '新密码', en: 'New password' },
  goOn: { zh: '继续', en: 'Continue' },
  bind: { zh: '绑定', en: 'Set up' },
  changeIt: { zh: '修改密码', en: 'Change the password' },
  ruleLength: { zh: '至少 {{count}} 个字符', en: 'At least {{count}} characters' },
  ruleKinds: {
    zh: '大写、小写、数字、符号中至少 {{count}} 种',
    en: 'At least {{count}} of capital letters, small letters, digits and signs',
  },
  ruleUserName: { zh: '不含用户名', en: 'Not containing the user name' },
  ruleServer: {
    zh: '提交时再查：不是常见或泄露过的密码，不与最近 {{count}} 次的相同',
    en: 'Checked on sending: not a common or breached one, none of the last {{count}}',
  },
} satisfies Record<string, Text>
