import type { ImportState } from '@guatu/contract'
import { describe, expect, it } from 'vitest'
import { isSettled, neighbour, openSteps, stepShown } from './steps.ts'

const stateIn = (phase: ImportState['progress']['phase']): ImportState => ({
  importId: '0197-x',
  playbook: 'any',
  fileName: 'a.xlsx',
  sha256: 'f'.repeat(64),
  fileBytes: 10,
  createdAt: '2026-11-21T00:00:00.000Z',
  sheets: [],
  sheet: null,
  mappingRemembered: false,
  progress: { phase, fraction: 0, secondsLeft: null },
  refusal: null,
  counts: null,
})

describe('the stations of the wizard', () => {
  it('opens only the file without an import', () => {
    expect(openSteps(undefined)).toEqual(['file'])
    expect(stepShown('difference', undefined)).toBe('file')
  })

  it('opens everything before done once the file is read', () => {
    expect(stepShown('difference', stateIn('ready'))).toBe('difference')
    expect(stepShown(undefined, stateIn('ready'))).toBe('mapping')
    expect(stepShown('done', stateIn('ready'))).toBe('difference')
  })

  it('stays at the file while it is read or refused', () => {
    for (const phase of ['reading', 'checking', 'comparing', 'refused', 'cancelled'] as const) {
      expect(stepShown('check', stateIn(phase))).toBe('file')
    }
  })

  it('shows nothing but the result once written', () => {
    expect(stepShown('mapping', stateIn('done'))).toBe('done')
    expect(stepShown('mapping', stateIn('writing'))).toBe('difference')
  })

  it('asks again only while something goes on', () => {
    expect(isSettled('reading')).toBe(false)
    expect(isSettled('ready')).toBe(true)
  })

  it('does not step over either end', () => {
    expect(neighbour('file', -1)).toBe('file')
    expect(neighbour('done', 1)).toBe('done')
    expect(neighbour('mapping', 1)).toBe('check')
  })
})
