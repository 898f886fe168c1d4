import { describe, expect, it } from 'vitest'
import { turn } from './rotation.ts'
import { stageSizeOf } from './stage-size.ts'

describe('turn', () => {
  it('goes round by itself', () => {
    expect(turn({ index: 2, held: false }, { kind: 'timeUp' }, 3)).toEqual({ index: 0, held: false })
  })

  it('stops when touched, chosen or stepped, and time no longer moves it', () => {
    const touched = turn({ index: 1, held: false }, { kind: 'touched' }, 3)
    expect(touched).toEqual({ index: 1, held: true })
    expect(turn(touched, { kind: 'timeUp' }, 3)).toBe(touched)
    expect(turn(touched, { kind: 'touched' }, 3)).toBe(touched)
    expect(turn({ index: 0, held: false }, { kind: 'stepped', by: -1 }, 3)).toEqual({ index: 2, held: true })
    expect(turn({ index: 0, held: false }, { kind: 'chosen', index: 1 }, 3)).toEqual({ index: 1, held: true })
  })

  it('goes on when asked', () => {
    expect(turn({ index: 1, held: true }, { kind: 'resumed' }, 3)).toEqual({ index: 1, held: false })
    expect(turn({ index: 1, held: true }, { kind: 'toggled' }, 3)).toEqual({ index: 1, held: false })
  })
})

describe('stageSizeOf', () => {
  it.each([
    [1920, 1080],
    [3840, 2160],
    [3840, 1080],
    [390, 844],
  ])('fills %i x %i exactly', (width, height) => {
    const stage = stageSizeOf(width, height)
    expect(stage.width * stage.scale).toBeCloseTo(width)
    expect(stage.height * stage.scale).toBeCloseTo(height)
  })

  it('sets 32:9 double, 16:9 and 21:9 single', () => {
    expect(stageSizeOf(3840, 1080).double).toBe(true)
    expect(stageSizeOf(1920, 1080).double).toBe(false)
    expect(stageSizeOf(2560, 1080).double).toBe(false)
  })
})
