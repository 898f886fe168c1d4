import { describe, expect, it } from 'vitest'
import { commandOf, type KeyPress } from './keymap.ts'

const press = (key: string, held: Partial<KeyPress> = {}) =>
  commandOf({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held })

describe('keys of the map', () => {
  it('move in the tree', () => {
    expect(press('ArrowDown')).toEqual({ kind: 'move', move: 'down' })
    expect(press('ArrowLeft')).toEqual({ kind: 'move', move: 'parent' })
    expect(press('End')).toEqual({ kind: 'move', move: 'end' })
  })

  it('push the bar with Shift, its end with Alt too, a week with Ctrl', () => {
    expect(press('ArrowRight', { shiftKey: true })).toEqual({ kind: 'nudge', grip: 'move', workdays: 1 })
    expect(press('ArrowLeft', { shiftKey: true, altKey: true })).toEqual({
      kind: 'nudge',
      grip: 'finish',
      workdays: -1,
    })
    expect(press('ArrowLeft', { shiftKey: true, ctrlKey: true })).toEqual({ kind: 'nudge', grip: 'move', workdays: -5 })
  })

  it('pan, zoom, open and go to today', () => {
    expect(press('ArrowRight', { ctrlKey: true })).toEqual({ kind: 'pan', share: 0.5 })
    expect(press('+', { shiftKey: true })).toEqual({ kind: 'zoom', direction: 1 })
    expect(press('-')).toEqual({ kind: 'zoom', direction: -1 })
    expect(['Enter', ' ', 't', 'i'].map((key) => press(key)?.kind)).toEqual(['open', 'toggle', 'today', 'details'])
  })

  it('leave the browser its own', () => {
    expect(press('t', { ctrlKey: true })).toBeNull()
    expect(press('ArrowLeft', { altKey: true })).toBeNull()
    expect(press('ArrowDown', { shiftKey: true })).toBeNull()
    expect(press('a')).toBeNull()
  })
})
