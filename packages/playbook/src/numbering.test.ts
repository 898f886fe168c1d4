import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mutated } from '../test/mutate.ts'
import { sample } from '../test/sample.ts'
import { checkPlaybook } from './define.ts'
import { numberedFields, numberText, refuseRenumbering, seriesFor } from './numbering.ts'
import type { Playbook } from './playbook.ts'

const text = { zh: '文号', en: 'Number' }
const title = (zh: string) => ({ title: { zh, en: zh } })
const base = mutated() as Playbook
const group = Object.keys(base.groups)[0] as string
const [first, second] = sample.stages.map((stage) => stage.key) as [string, string]

const numbered = (changes: Partial<NonNullable<Playbook['numbering']>> = {}): Playbook => ({
  ...base,
  fields: {
    ...base.fields,
    documentNo: { kind: 'text', title: text, group, words: ['文号'] },
    issuedOn: { kind: 'date', title: { zh: '签发日', en: 'Issued' }, group, end: 'start', words: ['签发日'] },
    letterKind: {
      kind: 'choice',
      title: { zh: '文种', en: 'Kind' },
      group,
      words: ['文种'],
      choices: { hint: title('提示函'), order: title('督办单') },
    },
  },
  numbering: {
    field: 'documentNo',
    dateField: 'issuedOn',
    stage: second,
    by: 'letterKind',
    marks: { hint: '南提', order: '南督' },
    ...changes,
  },
})

const paths = (playbook: Playbook) => checkPlaybook(playbook).map(({ path }) => path)
const move = (fields: Record<string, unknown>, from = first, to = second) => ({ from, to, fields })

describe('a definition', () => {
  test('that is sound has no mistakes', () => expect(paths(numbered())).toEqual([]))

  test.each([
    ['numbering/field', { field: 'letterKind' }],
    ['numbering/dateField', { dateField: 'documentNo' }],
    ['numbering/stage', { stage: 'nowhere' }],
    ['numbering/by', { by: 'documentNo' }],
    ['numbering/marks/order', { marks: { hint: '南提' } }],
    ['numbering/marks', { marks: { hint: '南', order: '南' } }],
  ])('names %s', (path, changes) => expect(paths(numbered(changes))).toContain(path))
})

describe('a number', () => {
  test('is drawn from the series of the kind and the year, on the way to its stage', () => {
    const series = seriesFor(numbered(), move({ letterKind: 'order' }), '2026-11-22')
    expect(series).toEqual({ key: 'order', mark: '南督', year: 2026 })
    expect(series && numberText(series, 12)).toBe('南督〔2026〕12号')
  })

  test('is not drawn twice, nor on another way, nor without its kind', () => {
    const playbook = numbered()
    expect(seriesFor(playbook, move({ letterKind: 'order', documentNo: '南督〔2026〕1号' }), '2026-11-22')).toBeNull()
    expect(seriesFor(playbook, move({ letterKind: 'order' }, second, first), '2026-11-22')).toBeNull()
    expect(seriesFor(playbook, move({}), '2026-11-22')).toBeNull()
    expect(seriesFor(base, move({ letterKind: 'order' }), '2026-11-22')).toBeNull()
  })

  test('dates what has no date, and leaves a date alone', () => {
    const today = '2026-11-22'
    expect(numberedFields(numbered(), {}, '甲', today)).toEqual({
      documentNo: '甲',
      issuedOn: { date: today, precision: 'day' },
    })
    const issuedOn = { date: '2026-11-20', precision: 'day' }
    expect(numberedFields(numbered(), { issuedOn }, '甲', today)).toEqual({ documentNo: '甲' })
  })

  test('tells series, years and numbers apart', () => {
    const series = fc.record({
      key: fc.constant('k'),
      mark: fc.constantFrom('南提', '南督'),
      year: fc.integer({ min: 2000, max: 2099 }),
    })
    const drawn = fc.tuple(series, fc.integer({ min: 1, max: 99_999 }))
    fc.assert(
      fc.property(drawn, drawn, ([a, one], [b, other]) => {
        const same = a.mark === b.mark && a.year === b.year && one === other
        expect(numberText(a, one) === numberText(b, other)).toBe(same)
      }),
    )
  })

  test('stays once it was given, and with it what it goes by', () => {
    const before = { documentNo: '南督〔2026〕1号', letterKind: 'order' }
    const paths = (changes: Record<string, unknown>, old: Record<string, unknown> = before) =>
      refuseRenumbering(numbered(), old, changes).map(({ path }) => path)
    expect(paths({ documentNo: null, letterKind: 'hint' })).toEqual(['documentNo', 'letterKind'])
    expect(paths({ documentNo: before.documentNo, letterKind: 'order' })).toEqual([])
    expect(paths({ documentNo: '甲', letterKind: 'hint' }, {})).toEqual([])
    expect(refuseRenumbering(base, before, { documentNo: null })).toEqual([])
  })
})
