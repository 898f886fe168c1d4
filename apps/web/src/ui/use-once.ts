import { useEffect, useRef } from 'react'

/**
 * Does something when the component first stands, and only then: what must not happen twice, such as asking for a secret
 * that takes the place of the one before, is not left to how often effects run.
 */
export function useOnce(act: () => void): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current) return
    done.current = true
    // Development mounts twice: whoever waits for the outcome must stand for good before it is asked for.
    queueMicrotask(act)
  })
}
