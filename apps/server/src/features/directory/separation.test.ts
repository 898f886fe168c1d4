import { type Role, roles, separatedRoles } from '@guatu/access'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInForce, overlap } from './periods.ts'
import { type HeldRole, separationRefusals } from './separation.ts'

const post = (role: Role, from = '2026-01-01', to: string | null = null): HeldRole => ({ role, from, to })

describe('the three administrators', () => {
  test('are refused beside each other and beside the work, by their titles', () => {
    const refusals = separationRefusals('张伟', [post('systemAdmin'), post('town')], post('auditAdmin'))
    expect(refusals.map(({ code, path }) => [code, path])).toEqual([
      ['ROLE_SEPARATED', 'role'],
      ['ROLE_SEPARATED', 'role'],
    ])
    expect(refusals[0]!.message.zh).toContain('张伟同期任“系统管理员”')
    expect(refusals[1]!.message.zh).toContain('镇街主攻')
  })

  test('one of them may be held in several units', () => {
    expect(separationRefusals('张伟', [post('auditAdmin')], post('auditAdmin'))).toEqual([])
  })

  test('a role of the work does not go beside one of them either', () => {
    expect(separationRefusals('张伟', [post('securityAdmin')], post('department'))).toHaveLength(1)
  })

  test('roles of the work go together', () => {
    expect(separationRefusals('张伟', [post('town'), post('leader')], post('department'))).toEqual([])
  })

  test.each([
    ['2026-03-31', '2026-04-01', 0],
    ['2026-04-01', '2026-04-01', 1],
    [null, '2026-04-01', 1],
  ])('a post up to %s and one from %s meet %i times', (to, from, count) => {
    expect(separationRefusals('张伟', [post('town', '2026-01-01', to)], post('systemAdmin', from))).toHaveLength(count)
  })
})

const role = fc.constantFrom(...(Object.keys(roles) as Role[]))
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`)
const held = fc
  .record({ role, from: day, to: fc.option(day) })
  .map((made): HeldRole => ({ ...made, to: made.to !== null && made.to < made.from ? made.from : made.to }))

test('whoever was let in by the rule never holds two that exclude each other on any day', () => {
  fc.assert(
    fc.property(fc.array(held, { maxLength: 8 }), (wanted) => {
      const posts: HeldRole[] = []
      for (const next of wanted) if (separationRefusals('张伟', posts, next).length === 0) posts.push(next)
      for (let date = 1; date <= 28; date++) {
        const today = `2026-02-${String(date).padStart(2, '0')}`
        const roleKeys = new Set(posts.filter((post) => isInForce(post, today)).map((post) => post.role))
        if (separatedRoles.some((separated) => roleKeys.has(separated))) expect(roleKeys.size).toBe(1)
      }
    }),
  )
})

test('two periods meet exactly where a day lies in both', () => {
  fc.assert(
    fc.property(held, held, (a, b) => {
      const days = Array.from({ length: 28 }, (_, at) => `2026-02-${String(at + 1).padStart(2, '0')}`)
      expect(overlap(a, b)).toBe(days.some((date) => isInForce(a, date) && isInForce(b, date)))
    }),
  )
})
