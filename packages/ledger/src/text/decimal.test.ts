import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, fixed, plus, times, timesPowerOfTen, toNumber } from './decimal.ts'

test.each([
  ['12.5', 2, '12.50', true],
  ['.5', 0, '1', false],
  ['0.005', 2, '0.01', false],
  ['0.0049', 2, '0.00', false],
  ['-0.005', 2, '-0.01', false],
  ['-0.001', 2, '0.00', false],
  ['100', 2, '100.00', true],
])('%s to %i places is %s', (text, places, rounded, exact) => {
  expect(fixed(decimalOf(text)!, places)).toEqual({ text: rounded, exact })
})

test.each(['', 'a', '1,000', '1e5', '1.2.3', '.'])('%s is no decimal', (text) => expect(decimalOf(text)).toBeNull())

const decimal = fc.record({ digits: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.nat({ max: 12 }) })
const exactly = (value: { digits: bigint; scale: number }): bigint => value.digits * 10n ** BigInt(40 - value.scale)

test('sums and products lose nothing', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(exactly(plus(a, b))).toBe(exactly(a) + exactly(b))
      expect(times(a, b)).toEqual({ digits: a.digits * b.digits, scale: a.scale + b.scale })
    }),
  )
})

test('moving the point there and back is the same number', () => {
  fc.assert(
    fc.property(decimal, fc.nat({ max: 10 }), (a, power) => {
      expect(exactly(timesPowerOfTen(timesPowerOfTen(a, power), -power))).toBe(exactly(a))
    }),
  )
})

test('a double comes back from its own text', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (hundredths) => {
      expect(toNumber(decimalOf((hundredths / 100).toFixed(2))!)).toBe(hundredths / 100)
    }),
  )
})
