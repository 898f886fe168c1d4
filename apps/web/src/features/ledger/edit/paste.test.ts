import { describe, expect, it } from 'vitest'
import { moneyOfText } from '../../../forms/money-text.ts'
import { plainText, typedEmpty, typedValue } from '../../../forms/typed.ts'
import { changesOf, type PasteColumn, planPaste } from './paste.ts'

const words = (text: string) => (plainText(text) === '' ? typedEmpty : typedValue(plainText(text)))
const columns: readonly PasteColumn[] = [
  { key: 'title', title: { zh: '项目', en: 'Project' }, required: true, read: words },
  { key: 'lamp', title: { zh: '亮灯', en: 'Lamp' }, required: false, read: null },
  { key: 'amount', title: { zh: '总投资', en: 'Amount' }, required: false, read: (text) => moneyOfText(text, '万元') },
]
const rows = [
  { itemId: 'a', revision: 3 },
  { itemId: 'b', revision: 7 },
]
const rowAt = (index: number) => rows[index] ?? null

describe('planning a paste', () => {
  it('reads each cell by its column', () => {
    const plan = planPaste([['1.2亿'], ['']], { row: 0, column: 2 }, rowAt, columns)
    expect(plan.refusals).toEqual([])
    expect(plan.writes).toEqual([
      { itemId: 'a', key: 'amount', text: '1.2亿', value: { amount: '120000000.00', currency: 'CNY' } },
      { itemId: 'b', key: 'amount', text: '', value: null },
    ])
  })

  it('lists every cell that refuses, not only the first', () => {
    const plan = planPaste(
      [
        ['新名', 'x', '很多'],
        ['', '', '3000万'],
        ['多出来', '', ''],
      ],
      { row: 0, column: 0 },
      rowAt,
      columns,
    )
    expect(plan.refusals.map(({ at, message }) => [at.row, at.column, message.zh])).toEqual([
      [0, 1, '这一列不能在清单中填写'],
      [0, 2, '读不懂“很多”。可以写 1.2亿、3000万'],
      [1, 0, '必填，不能清空'],
      [1, 1, '这一列不能在清单中填写'],
      [2, 0, '超出清单最后一行'],
    ])
  })

  it('lets empty cells hang over the right edge but no text', () => {
    expect(planPaste([['1万', '', '']], { row: 0, column: 2 }, rowAt, columns).refusals).toEqual([])
    expect(planPaste([['1万', 'x']], { row: 0, column: 2 }, rowAt, columns).refusals).toMatchObject([
      { key: null, message: { zh: '超出最后一列' } },
    ])
  })
})

describe('gathering writes', () => {
  it('makes one change of each item with the revision that was read', () => {
    const writes = [
      { itemId: 'b', key: 'amount', text: '', value: null },
      { itemId: 'a', key: 'title', text: '甲', value: '甲' },
      { itemId: 'b', key: 'title', text: '乙', value: '乙' },
    ]
    expect(changesOf(writes, (itemId) => rows.find((row) => row.itemId === itemId)!.revision)).toEqual([
      { itemId: 'b', revision: 7, fields: { amount: null, title: '乙' } },
      { itemId: 'a', revision: 3, fields: { title: '甲' } },
    ])
  })
})
