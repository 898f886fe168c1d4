import type { LedgerItem } from '@guatu/ledger'
import { playbooks } from '@guatu/playbooks'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityFields, pairRows, type StoredKey } from './match.ts'

const codes = ['projectCode']
const stored = (itemId: string, title: string, code: string | null = null): StoredKey => ({
  itemId,
  title,
  revision: 1,
  codes: [code],
})
const row = (at: number, title: string, more: Partial<LedgerItem> = {}): LedgerItem => ({
  row: at,
  title,
  fields: { title },
  ...more,
})
const coded = (at: number, title: string, projectCode: string) => row(at, title, { fields: { title, projectCode } })

const pairs = (items: readonly LedgerItem[], list: readonly StoredKey[]): string[] =>
  [...pairRows(items, list, codes)].map(([at, { itemId }]) => `${at} ${itemId}`)

test('the codes of an item are found among its list’s fields, those of others are not', () => {
  const fields = identityFields(playbooks[0]!)
  expect(fields).toEqual(expect.arrayContaining(['projectNo', 'projectCode']))
  expect(fields).not.toContain('title')
  for (const key of fields) expect(playbooks[0]!.fields[key]!.kind).toBe('text')
})

describe('a row is paired with the stored item that it is', () => {
  const list = [stored('a', '甲项目', 'X-1'), stored('b', '乙项目', 'X-2')]

  test('by the name, however it is spaced', () => {
    expect(pairs([row(2, '甲项目'), row(3, ' 乙 项目'), row(4, '丙项目')], list)).toEqual(['2 a', '3 b'])
  })
  test('by its code rather than by its name', () => {
    expect(pairs([coded(2, '甲项目', 'X-2')], list)).toEqual(['2 b'])
  })
  test('by its id rather than by its code', () => {
    expect(pairs([{ ...coded(2, '甲项目', 'X-2'), itemId: 'a' }], list)).toEqual(['2 a'])
  })
  test('by the name when its id or its code is unknown', () => {
    expect(pairs([{ ...coded(2, '乙项目', 'X-9'), itemId: 'z' }], list)).toEqual(['2 b'])
  })
  test('an empty code is no code', () => {
    expect(pairs([coded(2, '丙项目', '')], [stored('a', '甲项目', ''), stored('b', '乙项目')])).toEqual([])
  })
  test('namesakes in their order, and none twice', () => {
    const twins = [stored('a', '同名'), stored('b', '同名')]
    expect(pairs([row(2, '同名'), row(3, '同名'), row(4, '同名')], twins)).toEqual(['2 a', '3 b'])
  })
  test('a namesake whose item is taken by its code leaves the other one', () => {
    const twins = [stored('a', '同名', 'X-1'), stored('b', '同名')]
    expect(pairs([coded(2, '改名', 'X-1'), row(3, '同名')], twins)).toEqual(['2 a', '3 b'])
  })
})

test('no stored item is ever two rows', () => {
  const name = fc.constantFrom('甲', '乙', '丙')
  const code = fc.option(fc.constantFrom('1', '2'), { nil: null })
  const list = fc.array(fc.record({ name, code }), { maxLength: 6 })
  fc.assert(
    fc.property(list, list, (known, rows) => {
      const paired = pairRows(
        rows.map((made, at) => (made.code === null ? row(at, made.name) : coded(at, made.name, made.code))),
        known.map((made, at) => stored(String(at), made.name, made.code)),
        codes,
      )
      const ids = [...paired.values()].map(({ itemId }) => itemId)
      expect(new Set(ids).size).toBe(ids.length)
      const namesInCommon = rows.filter((made) => known.some((other) => other.name === made.name)).length
      if (known.length > 0 && namesInCommon > 0) expect(ids.length).toBeGreaterThan(0)
    }),
  )
})
