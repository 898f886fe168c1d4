import { describe, expect, it } from 'vitest'
import { actionOf, type KeyPress } from './keyboard.ts'
import { rangeOf, selectCell } from './selection.ts'

const bounds = { rows: 100, columns: 5 }
const selection = selectCell({ row: 50, column: 2 }, bounds)
const press = (key: string, held: Partial<Omit<KeyPress, 'key'>> = {}, at = selection) =>
  actionOf({ key, shift: false, command: false, alt: false, ...held }, { selection: at, bounds, pageRows: 20 })
const cellAfter = (...input: Parameters<typeof press>) => {
  const action = press(...input)
  return action?.kind === 'select' ? action.selection.cell : null
}

describe('moving', () => {
  it('steps with arrows and jumps with page, home, end', () => {
    expect(cellAfter('ArrowDown')).toEqual({ row: 51, column: 2 })
    expect(cellAfter('ArrowLeft')).toEqual({ row: 50, column: 1 })
    expect(cellAfter('PageDown')).toEqual({ row: 70, column: 2 })
    expect(cellAfter('Home')).toEqual({ row: 50, column: 0 })
    expect(cellAfter('End', { command: true })).toEqual({ row: 99, column: 4 })
    expect(cellAfter('ArrowUp', { command: true })).toEqual({ row: 0, column: 2 })
  })

  it('runs on to the next row with Tab and leaves the grid at its ends', () => {
    expect(cellAfter('Tab', {}, selectCell({ row: 3, column: 4 }, bounds))).toEqual({ row: 4, column: 0 })
    expect(cellAfter('Tab', { shift: true }, selectCell({ row: 3, column: 0 }, bounds))).toEqual({ row: 2, column: 4 })
    expect(press('Tab', {}, selectCell({ row: 99, column: 4 }, bounds))).toBeNull()
    expect(press('Tab', { shift: true }, selectCell({ row: 0, column: 0 }, bounds))).toBeNull()
  })
})

describe('selecting', () => {
  it('extends with shift, takes rows, columns and all', () => {
    const range = (...input: Parameters<typeof press>) => {
      const action = press(...input)
      return action?.kind === 'select' ? rangeOf(action.selection) : null
    }
    expect(range('ArrowDown', { shift: true })).toEqual({ top: 50, bottom: 51, left: 2, right: 2 })
    expect(range('ArrowRight', { shift: true, command: true })).toEqual({ top: 50, bottom: 50, left: 2, right: 4 })
    expect(range(' ', { shift: true })).toEqual({ top: 50, bottom: 50, left: 0, right: 4 })
    expect(range(' ', { command: true })).toEqual({ top: 0, bottom: 99, left: 2, right: 2 })
    expect(range('a', { command: true })).toEqual({ top: 0, bottom: 99, left: 0, right: 4 })
  })
})

describe('acting', () => {
  it('edits, opens, clears, undoes', () => {
    expect(press('F2')).toEqual({ kind: 'edit' })
    expect(press('Enter')).toEqual({ kind: 'enter' })
    expect(press('Enter', { command: true })).toEqual({ kind: 'open' })
    expect(press('Delete')).toEqual({ kind: 'clear' })
    expect(press('z', { command: true })).toEqual({ kind: 'undo' })
    expect(press('Z', { command: true, shift: true })).toEqual({ kind: 'redo' })
    expect(press('Escape')).toEqual({ kind: 'cancel' })
  })

  it('opens the editor on any character and on the first stroke of an input method', () => {
    expect(press('3')).toEqual({ kind: 'type' })
    expect(press('南')).toEqual({ kind: 'type' })
    expect(press('Process')).toEqual({ kind: 'type' })
    expect(press(' ')).toEqual({ kind: 'type' })
  })

  it('leaves copy, paste and the browser’s own keys alone', () => {
    expect(press('c', { command: true })).toBeNull()
    expect(press('v', { command: true })).toBeNull()
    expect(press('F5')).toBeNull()
    expect(press('ArrowLeft', { alt: true })).toBeNull()
    expect(press('Shift')).toBeNull()
  })
})
