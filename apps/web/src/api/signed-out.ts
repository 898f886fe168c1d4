import { useSyncExternalStore } from 'react'

/** Whether the server has said that nobody is signed in, since the last time that somebody was. */
let signedOut = false
/** When the server last answered somebody who was signed in and at work, in milliseconds; the session lives on from there. */
let lastAnswerAt = 0
const listeners = new Set<() => void>()

function follow(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

export function setSignedOut(next: boolean): void {
  if (signedOut === next) return
  signedOut = next
  for (const listener of [...listeners]) listener()
}

/** Settles when the same person has signed in again; rejects when nobody waits for the answer any more. */
export function signedInAgain(signal?: AbortSignal): Promise<void> {
  setSignedOut(true)
  return new Promise((resolve, reject) => {
    const stop = follow(() => {
      if (signedOut) return
      stop()
      resolve()
    })
    signal?.addEventListener('abort', () => {
      stop()
      reject(signal.reason)
    })
  })
}

export const noteAnswer = (): void => {
  lastAnswerAt = Date.now()
}

export const lastAnswer = (): number => lastAnswerAt

export const isSignedOut = (): boolean => signedOut

export const useSignedOut = (): boolean => useSyncExternalStore(follow, () => signedOut)
