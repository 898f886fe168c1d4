import type { Field } from '@guatu/playbook'
import { useState } from 'react'
import { useMay, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { type Entry, entryOf } from '../../forms/entry.ts'
import { PickInput } from '../../forms/pick-input.tsx'
import { useFieldContext } from '../../forms/use-field-context.ts'
import '../../forms/forms.css'
import { accessTexts as texts } from './texts.ts'

const field: Field = { kind: 'person', title: texts.person, group: 'main' }

/** Whom to look up. Who may look up nobody else is shown himself. */
export function PersonPick() {
  const t = useText()
  const may = useMay()
  const { me } = useSession()
  const context = useFieldContext()
  const [view, change] = useViewState()
  const [entry, setEntry] = useState<Entry>(() => entryOf(field, view.person ?? me?.personId, context))
  if (!may('access.explain')) return null
  const onEntry = (next: Entry) => {
    setEntry(next)
    if (typeof next.picked === 'string') void change({ person: next.picked })
  }
  return (
    <span className="access-pick">
      <span>{t(texts.person)}</span>
      <PickInput {...{ field, entry, onEntry, context }} label={t(texts.person)} />
    </span>
  )
}
