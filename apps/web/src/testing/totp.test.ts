import { expect, it } from 'vitest'
import { totpOf } from './totp.ts'

// RFC 6238, appendix B, of the SHA-1 key '12345678901234567890': the last six of the eight digits.
it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at %i seconds the authenticator shows %s', (seconds, code) => {
  expect(totpOf('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', seconds * 1000)).toBe(code)
})
