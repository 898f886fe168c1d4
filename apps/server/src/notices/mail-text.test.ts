import { expect, test } from 'vitest'
import { digestMail } from './digest.ts'
import { escapeHtml, noticeMail } from './mail-text.ts'
import { preferenceOf, usualPreference } from './preference.ts'
import { noticeSettingsOf } from './settings.ts'

const settings = { ...noticeSettingsOf({ kept: new Map() }), origin: 'https://guatu.example.cn' }
const reader = { personId: 'p', name: '张三', address: 'z@example.cn', preference: usualPreference }
const notice = {
  ...{ personId: 'p', seq: 1, firstSeq: 1, lastSeq: 1, at: '2026-11-20T01:00:00.000Z', items: 1, phase: null },
  kind: 'returned' as const,
  itemId: 'i1',
  itemTitle: '<script>南湖新材</script>\r\nBcc: x@y.cn',
  text: { zh: '上报被退回', en: 'A report is returned' },
  actor: '李四',
  reason: '缺少"佐证" & 数据',
}

test('a mail says who, what and why; markup of users stays text and a header stays one line', () => {
  const mail = noticeMail(notice, reader, settings)
  expect(mail.subject).toBe('[挂图] 被退回：<script>南湖新材</script> Bcc: x@y.cn')
  expect(mail.text).toContain('上报被退回（李四）')
  expect(mail.text).toContain('理由：缺少"佐证" & 数据')
  expect(mail.text).toContain('https://guatu.example.cn/item/i1')
  expect(mail.html).not.toContain('<script>')
  expect(mail.html).toContain('缺少&quot;佐证&quot; &amp; 数据')
})

test('whoever reads English gets English', () => {
  const mail = noticeMail(notice, { ...reader, preference: { ...usualPreference, language: 'en' } }, settings)
  expect(mail.subject).toMatch(/^\[挂图\] Returned: /)
  expect(mail.text).toContain('A report is returned (李四)')
})

test('a digest counts what is late, due and new, and is not sent for nothing', () => {
  const date = (day: string, node: string | null) => {
    return { itemId: 'i1', title: '南湖新材', nodeKey: node, node, day, revision: 1, updatedAt: '' }
  }
  const fresh = [{ kind: 'lampRed' as const, itemId: 'i1', data: { ...notice, items: 1 } }]
  const due = [date('2026-11-18', '施工许可'), date('2026-11-23', null)]
  const mail = digestMail({ reader, settings, day: '2026-11-20', fresh, due })
  expect(mail?.subject).toBe('[挂图] 2026-11-20 1 项逾期，1 项将到期，1 条新通知')
  expect(mail?.text).toMatch(/已逾期 1\n {2}2026-11-18 南湖新材：施工许可/)
  expect(digestMail({ reader, settings, day: '2026-11-20', fresh: [], due: [] })).toBeNull()
})

test('a stored preference that names kinds which are no longer any is read as the rest', () => {
  const stored = { mailKinds: ['returned', 'gone'], digestHour: 7 } as never
  expect(preferenceOf(stored)).toEqual({ ...usualPreference, mailKinds: ['returned'], digestHour: 7 })
  expect(escapeHtml(`<a href='x'>`)).toBe('&lt;a href=&#39;x&#39;&gt;')
})
