import { expect, test } from 'vitest'
import { readNotices } from './config-notices.ts'

const reading = (environment: Readonly<Record<string, string>>) => readNotices((name) => environment[name])

test('without a word nothing goes out but what stands in the inbox', () => {
  expect(reading({})).toEqual({ notices: { mail: null, webhookHosts: [], privateHosts: false }, problems: [] })
})

test('mail needs a server and a sender; hosts come as a list', () => {
  const { notices, problems } = reading({
    GUATU_SMTP_URL: 'smtps://guatu:secret@mail.example.cn',
    GUATU_MAIL_FROM: '挂图 <guatu@example.cn>',
    GUATU_WEBHOOK_HOSTS: 'oapi.dingtalk.com, Robot.Example.cn:8443',
    GUATU_WEBHOOK_PRIVATE: '1',
  })
  expect(problems).toEqual([])
  expect(notices.mail?.from).toBe('挂图 <guatu@example.cn>')
  expect(notices.webhookHosts).toEqual(['oapi.dingtalk.com', 'robot.example.cn:8443'])
  expect(notices.privateHosts).toBe(true)
})

test('all that is wrong is said at once, and no password with it', () => {
  expect(reading({ GUATU_MAIL_FROM: 'a@b.cn' }).problems).toHaveLength(1)
  const { problems } = reading({
    GUATU_SMTP_URL: 'http://guatu:secret@mail.example.cn',
    GUATU_MAIL_FROM: 'nobody',
    GUATU_WEBHOOK_HOSTS: 'https://x.cn/path',
    GUATU_WEBHOOK_PRIVATE: 'yes',
  })
  expect(problems).toHaveLength(4)
  expect(problems.join()).not.toContain('secret')
})
