import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meetsAll, passwordChecks } from './password-rules.ts'

const rules = { minLength: 10, minKinds: 3, historyLength: 5, maxAgeDays: null }
const checks = (password: string, userName = 'zhangsan') => passwordChecks(password, userName, rules)

describe('the rules of a password while it is typed', () => {
  it('tells every rule that is not met at once', () => {
    expect(checks('')).toEqual({ length: false, kinds: false, userName: false })
    expect(checks('zhangsan')).toEqual({ length: false, kinds: false, userName: false })
    expect(checks('nanhu-2026-Wall')).toEqual({ length: true, kinds: true, userName: true })
  })

  it('finds the user name in any case', () => {
    expect(checks('my-ZhangSan-2026').userName).toBe(false)
    expect(checks('my-lisi-2026-Wall').userName).toBe(true)
  })

  it('counts signs as people see them and takes a Chinese sign for a sign', () => {
    expect(checks('挂图作战挂图作战a1').length).toBe(true)
    expect(checks('挂图作战挂图作战a1').kinds).toBe(true)
    expect(checks('🏗🏗🏗🏗🏗🏗🏗🏗🏗').length).toBe(false)
  })

  it('longer never breaks length or kinds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (head, tail) => {
        const before = checks(head)
        const after = checks(head + tail)
        expect(!before.length || after.length).toBe(true)
        expect(!before.kinds || after.kinds).toBe(true)
      }),
    )
  })

  it('is met by all of them together', () => {
    expect(meetsAll(checks('nanhu-2026-Wall'))).toBe(true)
    expect(meetsAll(checks('nanhu2026'))).toBe(false)
  })
})
