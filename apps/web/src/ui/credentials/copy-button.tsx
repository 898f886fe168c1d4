import { useState } from 'react'
import { useText } from '../../app/language.ts'
import { credentialTexts } from './texts.ts'

/** Copies a text; without a clipboard to write to nothing happens, and the text stands beside it to be marked. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const t = useText()
  const [done, setDone] = useState(false)
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setDone(true),
      () => setDone(false),
    )
  return (
    <button type="button" className="button" onClick={() => void copy()}>
      {done ? `✓ ${t(credentialTexts.copied)}` : (label ?? t(credentialTexts.copy))}
    </button>
  )
}
