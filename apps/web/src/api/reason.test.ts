import { updateItems } from '@guatu/contract'
import { afterEach, expect, test, vi } from 'vitest'
import { call } from './call.ts'
import { askReason, lacksReason } from './reason.ts'
import { RefusedError } from './refused.ts'

const message = { zh: '更正已核实的数据，请写明理由', en: 'a reason is required' }
const wanted = { code: 'REASON_REQUIRED', path: 'facts/annualDone/2026-05', message }
afterEach(() => vi.unstubAllGlobals())

test('only a write that lacks nothing else is asked a reason for', () => {
  const reply = { code: 'REASON_REQUIRED', message, refusals: [wanted] }
  expect(lacksReason(reply)).toBe(true)
  expect(lacksReason({ ...reply, refusals: [wanted, { code: 'INPUT_INVALID', message }] })).toBe(false)
  expect(lacksReason({ ...reply, code: 'INPUT_INVALID' })).toBe(false)
})

test('where no page could ask, the refusal stands as it came', async () => {
  expect(await askReason([wanted])).toBeNull()
  const body = JSON.stringify({ code: 'REASON_REQUIRED', message, refusals: [wanted] })
  vi.stubGlobal('fetch', async () => new Response(body, { status: 400 }))
  const sent = call(updateItems, { body: { changes: [] } })
  await expect(sent).rejects.toBeInstanceOf(RefusedError)
})
