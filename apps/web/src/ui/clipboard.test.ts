import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTsv, tile, writeTsv } from './clipboard.ts'

describe('clipboard text', () => {
  it('reads back what it writes', () => {
    const cell = fc.string({ maxLength: 8, unit: fc.constantFrom('a', '南', '"', '\t', '\n', ' ', ',') })
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
      .filter((rows) => !(rows.length > 1 && rows.at(-1)!.length === 1 && rows.at(-1)![0] === ''))
    fc.assert(
      fc.property(matrix, (rows) => {
        expect(readTsv(writeTsv(rows))).toEqual(rows)
      }),
    )
  })

  it('reads what Excel and WPS write', () => {
    expect(readTsv('项目\t总投资\r\n南湖新材\t1.2亿\r\n')).toEqual([
      ['项目', '总投资'],
      ['南湖新材', '1.2亿'],
    ])
    expect(readTsv('"一期\n二期"\t"说""好"""\n')).toEqual([['一期\n二期', '说"好"']])
    expect(readTsv('a\t\t\r\n')).toEqual([['a', '', '']])
    expect(readTsv('')).toEqual([['']])
  })

  it('takes a stray quote as a character', () => {
    expect(readTsv('"半句\tb')).toEqual([['"半句', 'b']])
    expect(readTsv('"甲"乙\tb')).toEqual([['"甲"乙', 'b']])
  })
})

describe('laying over a selection', () => {
  it('fills a range with one value and repeats whole multiples', () => {
    expect(tile([['x']], 2, 2)).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ])
    expect(tile([['a', 'b']], 2, 4)).toEqual([
      ['a', 'b', 'a', 'b'],
      ['a', 'b', 'a', 'b'],
    ])
  })

  it('goes beyond or stays within a selection that is no multiple', () => {
    const matrix = [['a'], ['b']]
    expect(tile(matrix, 3, 1)).toBe(matrix)
    expect(tile(matrix, 1, 1)).toBe(matrix)
  })
})
