import type { Deps } from '../http/deps.ts'
import { turnDay } from './turn-day.ts'

const everyMs = 30_000

/** Turns the day soon after midnight for as long as the server runs. The answer ends the watch. */
export function watchDay(deps: Deps, say: (line: string) => void): () => Promise<void> {
  let turning: Promise<unknown> = Promise.resolve()
  let busy = false
  let seen = deps.today()
  const look = () => {
    if (busy || deps.today() === seen) return
    busy = true
    turning = turnDay(deps)
      .then(() => {
        seen = deps.today()
      })
      .catch((error: unknown) => say(`日切失败，稍后重试 (turning the day failed, will retry): ${error}`))
      .finally(() => {
        busy = false
      })
  }
  const timer = setInterval(look, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await turning
  }
}
