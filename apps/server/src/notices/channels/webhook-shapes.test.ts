import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { shapes } from './webhook-shapes.ts'

const message = {
  title: '【亮红灯】南湖_新材*料',
  lines: ['滞后 <b>31</b> 个百分点'],
  link: 'https://guatu.example.cn/item/1',
  kind: 'lampRed' as const,
  itemId: '1',
  at: '2026-11-20T01:00:00.000Z',
}
const signing = { secret: 'SEC123', now: 1_763_600_000_123, deliveryId: 'd1' }

test('DingTalk: the sign of timestamp and secret stands in the address', () => {
  const { address, body } = shapes.dingtalk.request(
    message,
    'https://oapi.dingtalk.com/robot/send?access_token=t',
    signing,
  )
  const { searchParams } = new URL(address)
  const sign = createHmac('sha256', 'SEC123').update('1763600000123\nSEC123').digest('base64')
  expect(Object.fromEntries(searchParams)).toEqual({ access_token: 't', timestamp: '1763600000123', sign })
  expect(JSON.parse(body)).toMatchObject({ msgtype: 'markdown', markdown: { title: message.title } })
  expect(JSON.parse(body).markdown.text).toContain('南湖\\_新材\\*料')
  expect(shapes.dingtalk.failure({ errcode: 0 })).toBeNull()
  expect(shapes.dingtalk.failure({ errcode: 310000, errmsg: 'sign not match' })).toBe('errcode 310000: sign not match')
  expect(shapes.dingtalk.failure(null)).not.toBeNull()
})

test('WeCom: the address is the secret', () => {
  const { address, body } = shapes.wecom.request(
    message,
    'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k',
    signing,
  )
  expect(address).toBe('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k')
  expect(JSON.parse(body).markdown.content).toContain(message.link)
})

test('Feishu: the sign is of nothing under a key of timestamp and secret, and stands in the body', () => {
  const { body } = shapes.feishu.request(message, 'https://open.feishu.cn/open-apis/bot/v2/hook/x', signing)
  const sign = createHmac('sha256', '1763600000\nSEC123').update('').digest('base64')
  expect(JSON.parse(body)).toMatchObject({ timestamp: '1763600000', sign, msg_type: 'text' })
  const unsigned = shapes.feishu.request(message, 'https://open.feishu.cn/x', { ...signing, secret: null })
  expect(JSON.parse(unsigned.body).sign).toBeUndefined()
  expect(shapes.feishu.failure({ code: 19021, msg: 'sign match fail' })).toContain('19021')
})

test('plain JSON: signed in its headers with the delivery’s own mark', () => {
  const { headers, body } = shapes.json.request(message, 'https://x.cn/hook', signing)
  const expected = createHmac('sha256', 'SEC123').update(`1763600000.${body}`).digest('hex')
  expect(headers).toMatchObject({ 'x-guatu-delivery': 'd1', 'x-guatu-signature': `v1=${expected}` })
  expect(JSON.parse(body)).toMatchObject({ deliveryId: 'd1', itemId: '1', kind: 'lampRed' })
})
