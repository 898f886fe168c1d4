import { fieldKinds } from '@guatu/playbook'
import { describe, expect, it } from 'vitest'
import { editTextOf } from './edit-text.ts'
import { entryOf, typedOf } from './entry.ts'
import { readField } from './read.ts'
import { sampleContext, sampleFields } from './testing.ts'
import { understood } from './understood.ts'

const read = (kind: keyof typeof sampleFields, text: string) => {
  const typed = readField(sampleFields[kind], text, sampleContext)
  return typed.kind === 'value' ? typed.value : typed.kind
}

/** One value of every kind as an item's document holds it. */
const values: { readonly [K in (typeof fieldKinds)[number]]: unknown } = {
  text: '南湖新材',
  longText: '一期\n二期',
  integer: 12,
  number: 35.6,
  percent: 12.5,
  money: { amount: '120000000.00', currency: 'CNY' },
  date: { date: '2026-03-31', precision: 'day' },
  choice: 'new',
  flag: false,
  org: 'o1',
  orgs: ['o2', 'o1'],
  person: 'p3',
  area: '330402100',
  industry: 'C39',
  districtIndustry: 'new-materials',
  uscc: '91330402MA28A0000A',
  phone: '0573-82838888',
}

describe('reading typed words by kind of field', () => {
  it.each(fieldKinds.filter((kind) => kind !== 'uscc'))(
    '%s: the text of an editor reads back as the stored value',
    (kind) => {
      const text = editTextOf(sampleFields[kind], values[kind], sampleContext)
      expect(read(kind, text)).toEqual(values[kind])
    },
  )

  it.each(fieldKinds)('%s: blanks empty the field', (kind) => {
    expect(read(kind, '  ')).toBe('empty')
    expect(editTextOf(sampleFields[kind], null, sampleContext)).toBe('')
  })

  it('reads numbers with separators, percent signs and units of area', () => {
    expect(read('integer', '1,200')).toBe(1200)
    expect(read('integer', '1.5')).toBe('fault')
    expect(read('integer', '-1')).toBe('fault')
    expect(read('percent', '35％')).toBe(35)
    expect(read('number', '2 公顷')).toBe(30)
    expect(read('number', '35亩')).toBe(35)
    expect(read('number', '35吨')).toBe('fault')
  })

  it('finds units, areas, choices and codes by any of their names', () => {
    expect(read('org', '区发展和改革局')).toBe('o1')
    expect(read('org', '区发改局')).toBe('o1')
    expect(read('area', '大桥')).toBe('330402100')
    expect(read('choice', '新上')).toBe('new')
    expect(read('industry', 'c39')).toBe('C39')
    expect(read('flag', '有')).toBe(true)
  })

  it('offers what it would take', () => {
    expect(readField(sampleFields.org, '发改', sampleContext)).toMatchObject({ kind: 'fault', accepted: ['区发改局'] })
    expect(readField(sampleFields.choice, '拆建', sampleContext)).toMatchObject({ accepted: ['新建', '改建'] })
    expect(read('uscc', '91330402MA28A0000I')).toBe('fault')
    expect(read('text', '一'.repeat(21))).toBe('fault')
  })

  it('does not guess between namesakes, but takes the one that was picked', () => {
    const field = sampleFields.person
    expect(readField(field, '张伟', sampleContext)).toMatchObject({
      kind: 'fault',
      accepted: ['张伟（区发改局 局长）', '张伟（大桥镇 镇长）'],
    })
    expect(typedOf(field, { text: '张伟', picked: 'p2' }, sampleContext)).toEqual({ kind: 'value', value: 'p2' })
    expect(typedOf(field, entryOf(field, 'p1', sampleContext), sampleContext)).toEqual({ kind: 'value', value: 'p1' })
  })

  it('takes other words where a choice is open', () => {
    const open = { ...sampleFields.choice, open: true }
    expect(readField(open, '技改', sampleContext)).toEqual({ kind: 'value', value: '技改' })
    expect(readField(open, '改建', sampleContext)).toEqual({ kind: 'value', value: 'rebuilt' })
  })
})

describe('how it was understood', () => {
  const said = (kind: keyof typeof sampleFields, text: string) =>
    understood(sampleFields[kind], readField(sampleFields[kind], text, sampleContext), sampleContext)

  it('repeats amounts and dates in full', () => {
    expect(said('money', '3000')).toBe('3,000 万元')
    expect(said('money', '超2亿')).toBe('≥ 2 亿元')
    expect(said('date', '3月')).toBe('2026年3月，按2026年3月31日计')
    expect(said('date', '3-5')).toBe('2026年3月5日')
    expect(said('text', '南湖')).toBeNull()
    expect(said('money', '很多')).toBeNull()
  })
})
