import { describe, expect, it } from 'vitest'
import { columnsSharingFields, confidenceWord, keepKey, mappingOf, toggled } from './mapping.ts'

describe('the mapping of columns', () => {
  it('is read off the report, with null for columns left out', () => {
    const report = {
      sheet: 'S',
      headerRows: [1],
      columns: [
        { column: 'A', header: '序号', field: null, confidence: 1 },
        { column: 'B', header: '项目名称', field: 'title', confidence: 0.99 },
      ],
      rows: 0,
      importable: 0,
      skipped: [],
      errors: [],
      warnings: [],
      duplicates: [],
      items: [],
    }
    expect(mappingOf(report)).toEqual({ A: null, B: 'title' })
  })

  it('names the columns that share a field, and lets several be left out', () => {
    expect(columnsSharingFields({ A: 'title', B: 'scope', C: 'title', D: null, E: null })).toEqual([['A', 'C']])
    expect(columnsSharingFields({ A: 'title', B: null })).toEqual([])
  })

  it('says in words how sure it is', () => {
    expect([0.98, 0.9, 0.75, 0.3].map(confidenceWord)).toEqual(['sure', 'sure', 'likely', 'unsure'])
  })
})

describe('cells that keep their stored value', () => {
  it('toggles without changing the set it was given', () => {
    const empty: ReadonlySet<string> = new Set()
    const one = toggled(empty, keepKey('i', 'scope'))
    expect([...one]).toEqual(['i/scope'])
    expect(empty.size).toBe(0)
    expect(toggled(one, 'i/scope').size).toBe(0)
  })
})
