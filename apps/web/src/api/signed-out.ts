import { useSyncExternalStore } from 'react'

/** Whether the server has said that nobody is signed in, since the last time that somebody was. */
let signedOut = false
/** When the server last answered somebody who was signed in; the session lives on from there. */
let lastAnswerAt = 0
const listeners = new Set<() => void>()

function follow(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

export function setSignedOut(next: boolean): void {
  if (signedOut === next) return
  signedOut = next
  for (const listener of listeners) listener()
}

export const noteAnswer = (): void => {
  lastAnswerAt = Date.now()
}

export const lastAnswer = (): number => lastAnswerAt

export const useSignedOut = (): boolean => useSyncExternalStore(follow, () => signedOut)
