const key = 'guatu-reports-waiting'

/** Whether anything waits on this device: asked at every start, so that the database is opened only where there is. */
export function isAnythingWaiting(): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

export function setWaiting(waiting: boolean): void {
  try {
    if (waiting) localStorage.setItem(key, '1')
    else localStorage.removeItem(key)
  } catch {
    // Storage may be switched off; then what waits goes out from its own page.
  }
}
