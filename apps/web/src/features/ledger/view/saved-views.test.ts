import { describe, expect, it } from 'vitest'
import { patchOf, readViews, type SavedView, viewShown, viewStateOf, withoutView, withView } from './saved-views.ts'

const red: SavedView = { name: '红灯', state: { filter: 'lamp:in:red', sort: '-amount' } }
const late: SavedView = { name: '逾期', state: { filter: 'deadline:to:2026-11-21' } }

describe('saved views', () => {
  it('keeps the view and not the scroll', () => {
    expect(viewStateOf({ q: '', filter: 'lamp:in:red', row: '900', other: 'x' })).toEqual({ filter: 'lamp:in:red' })
  })

  it('clears what the view does not name', () => {
    expect(patchOf(red)).toEqual({
      q: undefined,
      filter: 'lamp:in:red',
      sort: '-amount',
      columns: undefined,
      frozen: undefined,
      row: undefined,
    })
  })

  it('survives whatever the browser kept', () => {
    expect(readViews(JSON.stringify([red, late]))).toEqual([red, late])
    expect(readViews(JSON.stringify([red, { name: 1 }, null]))).toEqual([red])
    expect(readViews('{')).toEqual([])
    expect(readViews('{}')).toEqual([])
    expect(readViews(null)).toEqual([])
  })

  it('replaces by name, removes, and knows which one is shown', () => {
    const renewed = { name: '红灯', state: { filter: 'lamp:in:red,orange' } }
    expect(withView([red, late], renewed)).toEqual([renewed, late])
    expect(withView([late], red)).toEqual([late, red])
    expect(withoutView([red, late], '红灯')).toEqual([late])
    expect(viewShown([red, late], { ...late.state, row: '40' })).toBe(late)
    expect(viewShown([red, late], {})).toBeUndefined()
  })
})
