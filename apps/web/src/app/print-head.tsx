import { useEffect, useSyncExternalStore } from 'react'
import { useSession } from '../api/session.tsx'
import { dayText } from '../ui/format.ts'
import { useAsOfText } from './as-of-band.tsx'
import { useLanguage, useText } from './language.ts'
import { shellTexts } from './texts.ts'

let title = ''
const listeners = new Set<() => void>()

function setTitle(next: string): void {
  title = next
  for (const listener of listeners) listener()
}

function follow(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** Names the screen: the browser's tab and the head of a printed page. */
export function usePageTitle(text: string): void {
  const { district } = useSession()
  useEffect(() => {
    setTitle(text)
    document.title = `${text} · ${district.shortName}`
    return () => setTitle('')
  }, [text, district])
}

export function PrintHead() {
  const t = useText()
  const language = useLanguage()
  const { district, today } = useSession()
  const asOf = useAsOfText()
  const text = useSyncExternalStore(follow, () => title)
  return (
    <div className="print-head">
      <strong>{text}</strong>
      <span>
        {district.name}　{t(shellTexts.printedOn, { day: dayText(today, { language, year: 'always' }) })}
      </span>
      {asOf ? <strong>{asOf}</strong> : null}
    </div>
  )
}
