import { dictionaries } from '@guatu/playbooks'
import { useMemo } from 'react'
import { useSession } from '../api/session.tsx'
import { useLanguage } from '../app/language.ts'
import type { FieldContext } from './context.ts'

/** The district's day, directory and dictionaries, for reading and showing field values. */
export function useFieldContext(): FieldContext {
  const { today, orgs, persons, areas } = useSession()
  const language = useLanguage()
  return useMemo(
    () => ({ today, language, orgs, persons, areas, dictionaries }),
    [today, language, orgs, persons, areas],
  )
}
