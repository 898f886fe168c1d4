import { useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { dayText } from '../../ui/format.ts'
import { directoryTexts as texts } from './texts.ts'

/** A day as people write it, for the texts that it stands in. */
export function useDay(): (day: string) => string {
  const language = useLanguage()
  const { today } = useSession()
  return (day) => dayText(day, { language, today })
}

export function PeriodText({ from, to }: { readonly from: string; readonly to: string | null }) {
  const t = useText()
  const day = useDay()
  return <>{to === null ? t(texts.since, { from: day(from) }) : t(texts.span, { from: day(from), to: day(to) })}</>
}
