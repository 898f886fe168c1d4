/** How long after somebody has touched the page what it asks counts as asked by that person, in milliseconds. */
const ATTENDED_MS = 20_000

/** When somebody last touched the page; opening it is the first touch. */
let lastTouchAt = Date.now()

/** Notes every touch of a page. */
export function followTouches(page: Pick<EventTarget, 'addEventListener'>): void {
  const touch = () => {
    lastTouchAt = Date.now()
  }
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
    page.addEventListener(kind, touch, { capture: true, passive: true })
  }
}

/** Whether a person is at the page, so that what it asks keeps the session; a screen that asks by itself does not. */
export const isAttended = (): boolean => Date.now() - lastTouchAt < ATTENDED_MS
