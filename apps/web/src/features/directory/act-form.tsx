import { getDirectory, getPerson, getSession } from '@guatu/contract'
import { type FormEvent, useState } from 'react'
import { refresh } from '../../api/query.ts'
import { RefusedError } from '../../api/refused.ts'
import { useText } from '../../app/language.ts'
import { type Entry, entryOf, typedOf } from '../../forms/entry.ts'
import { FieldRow } from '../../forms/field-row.tsx'
import { formTexts } from '../../forms/texts.ts'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { toast } from '../../ui/toast.tsx'
import type { Act, ActEntries } from './act.ts'
import { SearchedRow } from './searched-row.tsx'
import { directoryTexts as texts } from './texts.ts'

interface ActFormProps {
  readonly act: Act
  readonly onDone: () => void
}

/** Refusals that name one of the form's fields stand beside it; the others at the foot. */
const refusalsOf = (error: unknown) => (error instanceof RefusedError ? error.reply.refusals : [])

/** The form of an act, in the place where its result will stand. What was typed stays until it is saved or given up. */
export function ActForm({ act, onDone }: ActFormProps) {
  const t = useText()
  const context = useFieldContext()
  const [entries, setEntries] = useState<ActEntries>(() =>
    Object.fromEntries(act.fields.map(({ key, field, initial }) => [key, entryOf(field, initial, context)])),
  )
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const typed = act.fields.map(({ key, field }) => ({ key, field, value: typedOf(field, entries[key]!, context) }))
  const isMissing = ({ field, value }: (typeof typed)[number]) => field.required === true && value.kind === 'empty'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (typed.some((entry) => entry.value.kind === 'fault' || isMissing(entry))) return
    const values = typed.map(({ key, value }) => [key, value.kind === 'value' ? value.value : null] as const)
    setSending(true)
    try {
      await act.send(Object.fromEntries(values))
      toast({ text: t(texts.saved, { what: `${t(act.title)} ${act.subject}` }) })
      onDone()
      await refresh(getDirectory, getPerson, getSession)
    } catch (reason) {
      setError(reason)
      // The newest state is shown beside what was typed.
      if (reason instanceof RefusedError && reason.reply.code === 'REVISION_STALE') await refresh(getDirectory)
    } finally {
      setSending(false)
    }
  }
  const refusals = refusalsOf(error)
  const keys = new Set(act.fields.map(({ key }) => key))
  const isElsewhere = error !== null && !(refusals.length > 0 && refusals.every(({ path }) => keys.has(path ?? '')))
  return (
    <form className="directory-form no-print" aria-label={t(act.title)} onSubmit={(event) => void submit(event)}>
      <h3>
        {t(act.title)} <span>{act.subject}</span>
      </h3>
      <div className="directory-form-fields">
        {act.fields.map(({ key, field, searches }, at) => {
          const row = {
            field,
            entry: entries[key]!,
            onEntry: (entry: Entry) => setEntries({ ...entries, [key]: entry }),
            context,
            refusals: [
              ...(tried && isMissing(typed[at]!) ? [formTexts.required] : []),
              ...refusals.filter(({ path }) => path === key).map(({ message }) => message),
            ],
            mark: field.required ? t(formTexts.required) : '',
            autoFocus: at === 0,
          }
          return searches ? <SearchedRow key={key} {...row} searches={searches} /> : <FieldRow key={key} {...row} />
        })}
      </div>
      {isElsewhere ? <FormRefusal error={error} /> : null}
      <ActFoot sending={sending} onCancel={onDone} />
    </form>
  )
}

function ActFoot({ sending, onCancel }: { readonly sending: boolean; readonly onCancel: () => void }) {
  const t = useText()
  return (
    <footer>
      <button type="submit" className="button is-primary" disabled={sending}>
        {t(texts.save)}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {t(texts.cancel)}
      </button>
    </footer>
  )
}
