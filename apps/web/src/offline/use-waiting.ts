import { useEffect, useState } from 'react'
import type { Owner } from './owner.ts'
import type { LineState, Waiting } from './queue.ts'
import { isAnythingWaiting } from './waiting-flag.ts'

/** Sends what this device has waiting, from whatever screen is open; where nothing waits, nothing is loaded. */
export function useSendingOf(owner: Owner): void {
  useEffect(() => {
    if (!isAnythingWaiting()) return
    let stop: (() => void) | undefined
    let left = false
    void import('./queue.ts').then(({ keepSending }) => {
      if (!left) stop = keepSending(owner)
    })
    return () => {
      left = true
      stop?.()
    }
  }, [owner])
}

interface Line {
  readonly waiting: readonly Waiting[]
  readonly state: LineState
}

/** What waits on this device, as it changes. */
export function useLine(owner: Owner): Line {
  const [line, setLine] = useState<Line>({ waiting: [], state: 'idle' })
  useEffect(() => {
    let stop: (() => void) | undefined
    let left = false
    void import('./queue.ts').then(({ followQueue, lineNow, waitingOf }) => {
      const read = () =>
        void waitingOf(owner).then((waiting) => {
          if (!left) setLine({ waiting, state: lineNow() })
        })
      if (left) return
      stop = followQueue(read)
      read()
    })
    return () => {
      left = true
      stop?.()
    }
  }, [owner])
  return line
}
