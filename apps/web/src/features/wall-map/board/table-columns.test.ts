import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableColumns } from './table-columns.ts'

describe('the columns of the table', () => {
  it('are all there where there is room', () => {
    expect(tableColumns(530)).toEqual({
      columns: ['name', 'leadOrg', 'workdays', 'float', 'lamp'],
      template: 'minmax(0, 1fr) 96px 50px 50px 86px',
    })
  })

  it('give way one by one, name and lamp last', () => {
    expect(tableColumns(400).columns).toEqual(['name', 'workdays', 'float', 'lamp'])
    expect(tableColumns(180).columns).toEqual(['name', 'lamp'])
  })

  it('never grow in number as the table narrows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 180, max: 900 }), (width) => {
        expect(tableColumns(width - 1).columns.length).toBeLessThanOrEqual(tableColumns(width).columns.length)
      }),
    )
  })
})
