import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openNode } from '../test/nodes.ts'
import { sample } from '../test/sample.ts'
import { checkPlaybook, definePlaybook } from './define.ts'
import { maturityOf } from './maturity.ts'
import type { MaturitySign } from './maturity-signs.ts'

const title = { zh: '有', en: 'There' }
const signs: readonly MaturitySign[] = [
  { key: 'named', title, test: 'filled.name' },
  { key: 'large', title, test: 'fields.amount > 1000000.0' },
  { key: 'permitted', title, node: 'permit' },
]
const planned = definePlaybook({ ...sample, maturity: { stages: ['idea'], signs } })
const permit = (done: boolean) => [{ ...openNode('permit'), done }]
const amount = { amount: '2000000.00', currency: 'CNY' }

test('is told of planned items only', () => {
  expect(maturityOf(sample, { stage: 'idea', fields: {} }, [])).toBeNull()
  expect(maturityOf(planned, { stage: 'build', fields: {} }, [])).toBeNull()
  expect(maturityOf(planned, { stage: 'idea', fields: {} }, [])?.percent).toBe(0)
})

test('names what is there and what is missing', () => {
  const state = maturityOf(planned, { stage: 'idea', fields: { name: '甲', amount } }, permit(false))
  expect(state).toMatchObject({ percent: 66, missing: [{ key: 'permitted' }] })
  expect(maturityOf(planned, { stage: 'idea', fields: { name: '甲', amount } }, permit(true))?.percent).toBe(100)
})

test('only ever grows with what is added', () => {
  const some = fc.record({ name: fc.constant('甲'), amount: fc.constant(amount) }, { requiredKeys: [] })
  fc.assert(
    fc.property(some, some, fc.boolean(), (less, more, done) => {
      const at = (fields: object) =>
        maturityOf(planned, { stage: 'idea', fields: { ...fields } }, permit(done))!.percent
      expect(at({ ...less, ...more })).toBeGreaterThanOrEqual(at(less))
    }),
  )
})

test('a definition is refused with all that is wrong in it', () => {
  const wrong = {
    stages: ['nowhere'],
    signs: [
      { key: 'a', title, test: 'fields.nothing > 1.0' },
      { key: 'a', title, node: 'no-node' },
    ],
  }
  const paths = checkPlaybook({ ...sample, maturity: wrong }).map(({ path }) => path)
  expect(paths.sort()).toEqual([
    'maturity/signs/0/test',
    'maturity/signs/1/key',
    'maturity/signs/1/node',
    'maturity/stages/0',
  ])
  expect(checkPlaybook({ ...sample, maturity: { stages: [], signs: [] } })).toMatchObject([{ path: 'maturity/signs' }])
})
