import { useRef, useState } from 'react'
import { useText } from '../../app/language.ts'
import { texts } from './texts.ts'

/** A place to drop the ledger; the button inside opens the file dialog for keyboard and touch. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useText()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same
    <div
      className={`import-drop ${over ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <p>{t(texts.drop)}</p>
      <button type="button" className="button is-primary" onClick={() => input.current?.click()}>
        {t(texts.choose)}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt"
        onChange={(event) => {
          take(event.currentTarget.files)
          // The same file may be chosen again after it has been mended.
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
