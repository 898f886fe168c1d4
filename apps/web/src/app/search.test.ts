import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepViewState, parseViewState, viewStateText } from './search.ts'

describe('view state', () => {
  it('survives the address', () => {
    const state = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ minLength: 1, unit: 'grapheme' }), {
      noNullPrototype: true,
    })
    fc.assert(
      fc.property(state, (value) => {
        expect(parseViewState(viewStateText(value))).toEqual(value)
      }),
    )
  })

  it('stays readable', () => {
    expect(viewStateText({ filter: 'lamp:in:red,orange;area:empty:', q: undefined, sort: '' })).toBe(
      '?filter=lamp:in:red,orange;area:empty:',
    )
    expect(viewStateText({})).toBe('')
  })

  it('takes whatever a link brings as text', () => {
    expect(keepViewState({ offset: 50, area: '330402104', q: undefined })).toEqual({
      offset: '50',
      area: '330402104',
      q: undefined,
    })
  })
})
