import { readFileSync } from 'node:fs'
import type { Playbook } from '@guatu/playbook'
import { expect, test } from 'vitest'
import { everyKind } from '../../test/sample.ts'
import { loopSections } from './loop.ts'

const matter: Playbook = JSON.parse(
  readFileSync(new URL('../../../../fixtures/playbook/valid/closed-loop.json', import.meta.url), 'utf8'),
)

test('a plain list has none', () => {
  expect(loopSections(everyKind)).toEqual([])
})

test('whose move is whose, with what, and what time there is', () => {
  const text = loopSections(matter).join('\n')
  expect(text).toContain('| 待签收 | 办理 | 签收 Accept | 牵头单位 | 时限（必填） |  |')
  expect(text).toContain('| 待签收 | 待签收 | 待签收 Taken | 牵头单位、统筹全区的单位 | 承办 | 写明理由，计转办 |')
  expect(text).toContain('4 工作小时（当 `fields.urgent`）；1 工作日')
  expect(text).toContain('至“时限”当日')
  expect(text).toContain('“办理时限”超时即升')
  expect(text).toContain('| `about` | 涉及 About | 被涉及 Subject of | 任何清单 | 可多个 |')
})
