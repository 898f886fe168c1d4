import type { Deps } from '../http/deps.ts'
import { relightByClocks } from './relight.ts'

const everyMs = 30_000

/** Judges anew, for as long as the server runs, the items of which a clock has come to stand otherwise. The answer ends it. */
export function watchClocks(deps: Deps, say: (line: string) => void): () => Promise<void> {
  let looking: Promise<unknown> | null = null
  const look = () => {
    looking ??= relightByClocks(deps)
      .catch((error: unknown) => say(`计时检查失败，稍后重试 (looking at the clocks failed, will retry): ${error}`))
      .finally(() => {
        looking = null
      })
  }
  const timer = setInterval(look, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}
