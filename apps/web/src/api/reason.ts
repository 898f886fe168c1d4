import type { RefusedReply } from '@guatu/contract'
import { useSyncExternalStore } from 'react'

/** What the server wants a reason for before it writes. */
export interface ReasonQuestion {
  readonly refusals: RefusedReply['refusals']
  /** The reason in words; null: the person would rather not write at all. */
  readonly answer: (reason: string | null) => void
}

let asked: readonly ReasonQuestion[] = []
let listeners: readonly (() => void)[] = []

function set(next: readonly ReasonQuestion[]): void {
  asked = next
  for (const listener of listeners) listener()
}

function follow(onChange: () => void): () => void {
  listeners = [...listeners, onChange]
  return () => {
    listeners = listeners.filter((listener) => listener !== onChange)
  }
}

/** Whether a refused write lacks nothing but a reason. */
export const lacksReason = ({ code, refusals }: RefusedReply): boolean =>
  code === 'REASON_REQUIRED' && refusals.every((refusal) => refusal.code === 'REASON_REQUIRED')

/** Asks over the page as it stands, one question for a whole batch; null at once where no page could ask. */
export function askReason(refusals: RefusedReply['refusals']): Promise<string | null> {
  if (listeners.length === 0) return Promise.resolve(null)
  return new Promise((resolve) => {
    const question: ReasonQuestion = {
      refusals,
      answer: (reason) => {
        set(asked.filter((other) => other !== question))
        resolve(reason)
      },
    }
    set([...asked, question])
  })
}

export const useReasonQuestion = (): ReasonQuestion | undefined => useSyncExternalStore(follow, () => asked[0])
