import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEntrance, returnPath } from './return-to.ts'

describe('the way back after signing in', () => {
  it.each([
    ['/list/a?filter=lamp:in:red&row=4', '/list/a?filter=lamp:in:red&row=4'],
    ['/item/1?tab=facts#top', '/item/1?tab=facts#top'],
    [undefined, '/'],
    ['', '/'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example/', '/'],
    ['/.//elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?to=/sign-in', '/'],
    ['/set-up', '/'],
  ])('%s leads to %s', (asked, path) => {
    expect(returnPath(asked)).toBe(path)
  })

  it('never leaves the site, whatever a link brings', () => {
    const start = fc.constantFrom('', '/', '//', '/\\', '\\/', '/./', '/../', 'http:', '/\t/', '/\n/')
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary' }), (head, tail) => {
        const path = returnPath(head + tail)
        expect(path.startsWith('/')).toBe(true)
        expect(new URL(path, 'http://here.invalid').origin).toBe('http://here.invalid')
        expect(isEntrance(new URL(path, 'http://here.invalid').pathname)).toBe(false)
      }),
    )
  })
})
