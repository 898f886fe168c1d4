import { useEffect, useState, useSyncExternalStore } from 'react'
import { isForbidden, messageOf } from '../api/refused.ts'
import { useText } from '../app/language.ts'
import { uiTexts } from './texts.ts'
import { WhyNot } from './why-not.tsx'
import './toast.css'

interface ToastContent {
  /** What was done, in the user's language. */
  readonly text: string
  /** Takes it back. The message stays longer when it can. */
  readonly undo?: () => unknown
  readonly tone?: 'done' | 'failed'
  /** What failed, where a refusal for lack of rights should lead to why. */
  readonly error?: unknown
}

interface Toast extends ToastContent {
  readonly key: number
}

let toasts: readonly Toast[] = []
let nextKey = 1
const listeners = new Set<() => void>()

function setToasts(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

const drop = (key: number): void => setToasts(toasts.filter((toast) => toast.key !== key))

function follow(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** Confirms an act at the foot of the screen, with the way to undo it. */
export function toast(content: ToastContent): void {
  setToasts([...toasts.slice(-2), { ...content, key: nextKey++ }])
}

export function Toasts() {
  const shown = useSyncExternalStore(follow, () => toasts)
  return (
    <div className="toasts no-print" role="status">
      {shown.map((entry) => (
        <ToastLine key={entry.key} entry={entry} />
      ))}
    </div>
  )
}

function ToastLine({ entry }: { readonly entry: Toast }) {
  const t = useText()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => drop(entry.key), entry.undo ? 10_000 : 5_000)
    return () => clearTimeout(timer)
  }, [held, entry])
  const undo = async () => {
    drop(entry.key)
    try {
      await entry.undo?.()
    } catch (error) {
      toast({ text: `${t(uiTexts.notDone)}：${t(messageOf(error))}`, tone: 'failed', error })
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting the pointer only keeps the message from going away
    <div
      className={`toast ${entry.tone === 'failed' ? 'is-failed' : ''}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{entry.text}</span>
      {entry.undo ? (
        <button type="button" onClick={() => void undo()}>
          {t(uiTexts.undo)}
        </button>
      ) : null}
      {isForbidden(entry.error) ? <WhyNot /> : null}
      <button type="button" aria-label={t(uiTexts.close)} onClick={() => drop(entry.key)}>
        ✕
      </button>
    </div>
  )
}
