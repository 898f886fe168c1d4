import { useSession } from '../../../api/session.tsx'
import { useLanguage } from '../../../app/language.ts'
import { clockText, dayOfInstant, dayText } from '../../../ui/format.ts'

/** An instant as day and clock of the district. */
export function useMoment(): (instant: string) => string {
  const language = useLanguage()
  const { today } = useSession()
  return (instant) => `${dayText(dayOfInstant(instant), { language, today })} ${clockText(instant)}`
}
