import type { PartialDate } from '@guatu/kernel'
import { useSession } from '../api/session.tsx'
import { useLanguage, useText } from '../app/language.ts'
import { dayText, partialDateText } from './format.ts'
import { uiTexts } from './texts.ts'

/** An ISO day, or a date of less precision, as people write it; null is said as such. */
export function DateText({ date }: { readonly date: string | PartialDate | null }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  if (date === null) return <span className="figure-absent">{t(uiTexts.notSet)}</span>
  if (typeof date === 'string') return <time dateTime={date}>{dayText(date, { language, today })}</time>
  return (
    <time dateTime={date.date} title={date.raw}>
      {partialDateText(date, { language, today })}
    </time>
  )
}
