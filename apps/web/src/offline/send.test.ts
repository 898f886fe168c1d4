import { type RefusalCode, refusalCodes } from '@guatu/contract'
import { expect, test } from 'vitest'
import { ConnectionError, RefusedError } from '../api/refused.ts'
import { newId } from './new-id.ts'
import { meaningOf } from './send.ts'

const refused = (code: RefusalCode, path?: string) => {
  const { status, title } = refusalCodes[code]
  const refusals = path === undefined ? [] : [{ code, path, message: title }]
  return new RefusedError(status, { code, message: title, refusals })
}

test.each([
  ['no answer', new ConnectionError(), 'offline'],
  ['a server that fails', refused('SERVER_FAULT'), 'offline'],
  ['too many requests', refused('TOO_MANY_REQUESTS'), 'offline'],
  ['a session that has ended', refused('SIGN_IN_REQUIRED'), 'signedOut'],
  ['a password that is too old', refused('PASSWORD_EXPIRED'), 'signedOut'],
  ['a node that somebody changed', refused('REPORT_CONFLICT', 'nodes/a'), 'conflict'],
  ['figures that fall', refused('REASON_REQUIRED', 'figures/a'), 'refused'],
  ['no right to it', refused('FORBIDDEN'), 'refused'],
])('%s is %s for the line', (_, error, kind) => expect(meaningOf(error).kind).toBe(kind))

test('what is held up says why, also where the server gave no list', () => {
  expect(meaningOf(refused('FORBIDDEN'))).toMatchObject({ refusals: [{ code: 'FORBIDDEN' }] })
  expect(() => meaningOf(new TypeError('a fault of the program'))).toThrow('a fault')
})

test('ids are made without secure context, are the standard’s version 7, and grow with time', () => {
  const [first, second] = [newId(1_700_000_000_000), newId(1_700_000_000_001)]
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(first < second).toBe(true)
  expect(Number.parseInt(first.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000)
})
