import type { DeliveryState, WebhookShape } from '@guatu/contract'
import type { Text } from '../../app/language.ts'

export const channelTexts = {
  pageTitle: { zh: '通知渠道', en: 'Channels' },
  loading: { zh: '正在读取通知渠道', en: 'Loading channels' },
  sentence: {
    zh: '邮件{{mail}}，{{webhooks}} 个群机器人；{{waiting}} 条等待发送，{{givenUp}} 条没有发出去',
    en: 'Mail {{mail}}, {{webhooks}} webhooks; {{waiting}} waiting, {{givenUp}} given up',
  },
  mailOn: { zh: '已开通', en: 'is set up' },
  mailOff: { zh: '未开通', en: 'is not set up' },
  mail: { zh: '邮件', en: 'Mail' },
  mailVia: { zh: '经 {{host}}，发件人 {{from}}', en: 'By {{host}}, from {{from}}' },
  mailUnset: {
    zh: '运维人员设置 GUATU_SMTP_URL 和 GUATU_MAIL_FROM 并重新启动后即可发邮件。',
    en: 'Once the operator has set GUATU_SMTP_URL and GUATU_MAIL_FROM and started anew, mail goes out.',
  },
  reachable: {
    zh: '{{persons}} 名在岗人员中 {{withAddress}} 名登记了邮箱',
    en: 'The directory has addresses of {{withAddress}} of {{persons}} persons with a post',
  },
  testMail: { zh: '给自己发一封测试邮件', en: 'Send oneself a test mail' },
  sent: { zh: '已送达', en: 'It has arrived' },
  failed: { zh: '没有发出去：{{error}}', en: 'It has not gone out: {{error}}' },
  webhooks: { zh: '群机器人', en: 'Webhooks' },
  hosts: { zh: '允许发往：{{hosts}}', en: 'May go to: {{hosts}}' },
  hostsNone: {
    zh: '运维人员在 GUATU_WEBHOOK_HOSTS 里写明允许的主机（如 oapi.dingtalk.com）后才能添加。',
    en: 'The operator names the hosts that may be written to in GUATU_WEBHOOK_HOSTS (such as oapi.dingtalk.com) first.',
  },
  none: { zh: '还没有群机器人', en: 'No webhooks yet' },
  add: { zh: '添加', en: 'Add' },
  edit: { zh: '修改', en: 'Change' },
  test: { zh: '测试', en: 'Test' },
  remove: { zh: '移除', en: 'Remove' },
  removeAsk: {
    zh: '再按一次移除，等它发送的消息也会取消',
    en: 'Press again to remove it; what waits for it is dropped',
  },
  removed: { zh: '已移除“{{name}}”', en: '“{{name}}” removed' },
  off: { zh: '已停用', en: 'off' },
  signed: { zh: '加签', en: 'signed' },
  unsigned: { zh: '不加签', en: 'not signed' },
  quiet: { zh: '只在工作日 8–20 时', en: 'workdays 8 to 20 only' },
  name: { zh: '名称', en: 'Name' },
  shape: { zh: '类型', en: 'Format' },
  address: { zh: '网址', en: 'Address' },
  addressKept: { zh: '不填就沿用原来的', en: 'Empty: the one that is kept' },
  secret: { zh: '加签密钥', en: 'Secret to sign with' },
  secretNote: { zh: '企业微信不加签', en: 'WeCom signs nothing' },
  kinds: { zh: '发哪些', en: 'What it is told' },
  enabled: { zh: '启用', en: 'On' },
  quietLabel: { zh: '夜间和节假日不发，等到工作时间', en: 'Nights and days off wait' },
  talks: {
    zh: '洽谈阶段的项目不会发到群里。',
    en: 'Projects in talks are never told to a group.',
  },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  saved: { zh: '已保存“{{name}}”', en: '“{{name}}” saved' },
  deliveries: { zh: '发送记录', en: 'Deliveries' },
  deliveriesHint: { zh: '只记发给谁、成没成，不记内容', en: 'To whom and whether it arrived, never what it says' },
  noDeliveries: { zh: '还没有发送过', en: 'Nothing has been sent yet' },
  all: { zh: '全部', en: 'All' },
  more: { zh: '更早的', en: 'Earlier' },
  resend: { zh: '重发', en: 'Send again' },
  resent: { zh: '马上重发', en: 'It is sent again' },
  attempts: { zh: '试了 {{count}} 次', en: '{{count}} attempts', one: 'One attempt' },
  nextAt: { zh: '{{at}} 再试', en: 'again at {{at}}' },
  digest: { zh: '每日汇总', en: 'Daily digest' },
  testing: { zh: '测试', en: 'Test' },
} satisfies Record<string, Text>

export const shapeTitles: Readonly<Record<WebhookShape, Text>> = {
  dingtalk: { zh: '钉钉机器人', en: 'DingTalk robot' },
  wecom: { zh: '企业微信机器人', en: 'WeCom robot' },
  feishu: { zh: '飞书机器人', en: 'Feishu robot' },
  json: { zh: '通用 JSON', en: 'Plain JSON' },
}

export const stateTitles: Readonly<Record<DeliveryState, Text>> = {
  waiting: { zh: '等待', en: 'Waiting' },
  sent: { zh: '已送达', en: 'Sent' },
  givenUp: { zh: '没发出去', en: 'Given up' },
  dropped: { zh: '已取消', en: 'Dropped' },
}
