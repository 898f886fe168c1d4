import fc from 'fast-check'

const words = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('=cmd()', '+1', '-2', '@a', '是', '#x', '（原文：', '大'),
)
const cents = fc
  .bigInt({ min: 0n, max: 10n ** 18n })
  .map((value) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`)
const isoDay = fc
  .integer({ min: 0, max: 30_000 })
  .map((offset) => new Date(Date.UTC(1990, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10))
const raw = fc.option(fc.constantFrom('超2亿元', '约19亿元', '2026年底', '首期（一期）超100亿元', '百亿级'), {
  nil: undefined,
})

/** Values of each kind as people and ledgers make them, before they are checked. */
export const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  text: words,
  longText: words,
  integer: fc.integer({ min: 1, max: 500 }),
  number: fc.double({ min: 0, max: 1e9, noNaN: true }),
  percent: fc.double({ min: -1000, max: 1000, noNaN: true }).filter((value) => !Object.is(value, -0)),
  money: fc.record({
    amount: cents,
    currency: fc.constantFrom('CNY', 'USD', 'JPY'),
    bound: fc.constantFrom(undefined, 'exact', 'atLeast', 'about'),
    raw,
  }),
  date: fc.record({ date: isoDay, precision: fc.constantFrom('day', 'month', 'quarter', 'half', 'year'), raw }),
  choice: fc.oneof(fc.constantFrom('big', 'small', 'fast', '快'), words),
  flag: fc.boolean(),
  org: fc.constantFrom('o-1', 'o-2', 'gone'),
  orgs: fc.uniqueArray(fc.constantFrom('o-1', 'o-2', 'o-3', 'gone'), { minLength: 1 }),
  person: fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4', 'gone'),
  area: fc.constantFrom('330402105', '330402103'),
  industry: fc.constantFrom('K', '70', '36'),
  districtIndustry: fc.constantFrom('A1', '新材料'),
  uscc: fc.constantFrom('91350100M000100Y43'),
  phone: fc.constantFrom('0573-82838888', '13800000000'),
}
