import type { Playbook } from '@guatu/playbook'
import { useCallback, useState } from 'react'
import { draftKey, emptyRaise, type RaiseDraft, readRaise } from './raise-draft.ts'

function stored(playbook: Playbook): RaiseDraft {
  try {
    return readRaise(localStorage.getItem(draftKey(playbook.key)), playbook)
  } catch {
    return emptyRaise
  }
}

function store(playbook: Playbook, draft: RaiseDraft | null): void {
  try {
    if (draft) localStorage.setItem(draftKey(playbook.key), JSON.stringify(draft))
    else localStorage.removeItem(draftKey(playbook.key))
  } catch {
    // Private windows forbid storage: the draft then lasts as long as the page.
  }
}

/** The draft of the short form, kept on the device with every change. */
export function useRaiseDraft(playbook: Playbook) {
  const [draft, setDraft] = useState(() => stored(playbook))
  const change = useCallback(
    (next: RaiseDraft) => {
      setDraft(next)
      store(playbook, next)
    },
    [playbook],
  )
  const drop = useCallback(() => store(playbook, null), [playbook])
  return { draft, change, drop }
}
