import { listItems } from '@guatu/contract'
import { useMemo } from 'react'
import { useRoute } from '../api/query.ts'
import { instantText } from '../ui/format.ts'
import { instantOf, useAsOf, useGoAsOf } from './as-of.ts'
import { asOfTexts } from './as-of-texts.ts'
import { type Command, useCommands } from './commands.ts'
import { useLanguage, useText } from './language.ts'
import { useCurrentList } from './lists.ts'
import { openOverlay } from './overlay.ts'
import './as-of.css'

/** The words for the moment that is read, in the district's zone; null while it is now. */
export function useAsOfText(): string | null {
  const t = useText()
  const language = useLanguage()
  const asOf = useAsOf()
  const instant = asOf === undefined ? null : instantOf(asOf)
  return instant === null ? null : t(asOfTexts.known, { moment: instantText(instant, language) })
}

/** Says over every screen that it shows the past, and leads back. */
export function AsOfBand() {
  const t = useText()
  const text = useAsOfText()
  const go = useGoAsOf()
  useAsOfCommands(text !== null)
  if (text === null) return null
  return (
    <div className="as-of-band no-print" role="status">
      <strong>{text}</strong>
      <Note />
      <button type="button" className="button" onClick={() => openOverlay('asOf')}>
        {t(asOfTexts.other)}
      </button>
      <button type="button" className="button is-primary" onClick={() => go(undefined)}>
        {t(asOfTexts.back)}
      </button>
    </div>
  )
}

/** That nothing was known yet, in the server's words; else that the past is only looked at. */
function Note() {
  const t = useText()
  const playbook = useCurrentList()?.key
  const found = useRoute(
    listItems,
    { query: { playbook: playbook ?? '', limit: 0 } },
    { enabled: playbook !== undefined },
  )
  return <span>{t(found.data?.note ?? asOfTexts.readOnly)}</span>
}

function useAsOfCommands(past: boolean): void {
  const go = useGoAsOf()
  const commands = useMemo((): readonly Command[] => {
    const open: Command = {
      key: 'as-of',
      title: asOfTexts.open,
      words: ['历史', '时点', 'as of', 'history'],
      run: () => openOverlay('asOf'),
    }
    const back: Command = { key: 'as-of-now', title: asOfTexts.back, run: () => go(undefined) }
    return past ? [back, open] : [open]
  }, [past, go])
  useCommands(commands)
}
