import { afterEach, expect, it, vi } from 'vitest'
import { followTouches, isAttended } from './attended.ts'

afterEach(() => vi.useRealTimers())

it('takes a page for attended for a while after each touch, and a screen that nobody touches for its own', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const page = new EventTarget()
  followTouches(page)
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
    page.dispatchEvent(new Event(kind))
    vi.setSystemTime(Date.now() + 19_000)
    expect(isAttended()).toBe(true)
    vi.setSystemTime(Date.now() + 2_000)
    expect(isAttended()).toBe(false)
  }
  page.dispatchEvent(new Event('focus'))
  expect(isAttended()).toBe(false)
})
