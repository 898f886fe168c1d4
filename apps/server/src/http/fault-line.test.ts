import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultLine } from './fault-line.ts'

const fault = (message: string, more: object = {}) => Object.assign(new Error(message), more)

test('a fault names its route, what failed and where', () => {
  const [head, ...frames] = faultLine('GET', '/api/items/:itemId', fault('no row was found')).split('\n')
  expect(head).toBe('GET /api/items/:itemId: Error no row was found')
  expect(frames[0]).toMatch(/^ {4}at .*fault-line\.test\.ts/)
})

test('an error of the database is told by its code and place, never by its words', () => {
  const error = fault('duplicate key value violates unique constraint', {
    code: '23505',
    severity: 'ERROR',
    table: 'person',
    constraint: 'person_phone_key',
    detail: 'Key (phone)=(13800001234) already exists.',
  })
  const [head] = faultLine('POST', '/api/persons', error).split('\n')
  expect(head).toBe('POST /api/persons: Error SQL 23505 person person_phone_key')
})

test('an address that no route answers is not repeated', () => {
  expect(faultLine('GET', undefined, fault('x'))).toMatch(/^GET \(no route\): /)
})

const secret = fc.oneof(
  fc.stringMatching(/^1[3-9][0-9]{9}$/),
  fc.stringMatching(/^[0-9]{17}[0-9X]$/),
  fc.stringMatching(/^gt_[a-z0-9]{10}[0-9][A-Za-z0-9]{20}$/),
  fc.stringMatching(/^[一-龥]{2,4}$/),
  fc.uuid(),
)
const around = fc.constantFrom('invalid value ', 'Key (phone)=(', 'cannot read "', 'token=', '姓名：', 'failed at\n')

test('whatever secret a message repeats, the line does not', () => {
  fc.assert(
    fc.property(secret, around, (value, before) => {
      expect(faultLine('POST', '/api/x', fault(`${before}${value}`)).split('\n    at')[0]).not.toContain(value)
    }),
    { numRuns: 500 },
  )
})
