import type { Title } from '@guatu/kernel'
import type { Field } from '@guatu/playbook'
import { useId } from 'react'
import { useText } from '../app/language.ts'
import type { FieldContext } from './context.ts'
import { type Entry, typedOf } from './entry.ts'
import { FieldInput } from './field-input.tsx'
import { formTexts } from './texts.ts'
import { understood } from './understood.ts'

interface FieldRowProps {
  readonly field: Field
  readonly entry: Entry
  readonly onEntry: (entry: Entry) => void
  readonly context: FieldContext
  /** What the server or the form refused about this field; shown beside it. */
  readonly refusals?: readonly Title[]
  /** Words beside the label: required now, required at a later stage. */
  readonly mark?: string
  readonly autoFocus?: boolean
}

/** A field of a form: label, input, how it was understood, what is wrong with it and how to mend it. */
export function FieldRow({ field, entry, onEntry, context, refusals = [], mark, autoFocus }: FieldRowProps) {
  const t = useText()
  const id = useId()
  const typed = typedOf(field, entry, context)
  const said = entry.picked === undefined ? understood(field, typed, context) : null
  const faults = [...(typed.kind === 'fault' ? [typed.message] : []), ...refusals]
  const accepted = typed.kind === 'fault' ? typed.accepted : undefined
  return (
    <div className={`field-row ${field.kind === 'longText' ? 'is-wide' : ''}`} data-field-kind={field.kind}>
      <label htmlFor={id}>
        {t(field.title)}
        {mark ? <span className="field-mark">{mark}</span> : null}
      </label>
      <FieldInput
        {...{ field, entry, onEntry, context, id }}
        describedBy={`${id}-note`}
        invalid={faults.length > 0}
        autoFocus={autoFocus}
      />
      <div id={`${id}-note`} className="field-note">
        {said ? <span>{t(formTexts.understoodAs, { text: said })}</span> : null}
        {faults.map((message) => (
          <span key={message.zh} className="field-fault">
            {t(message)}
          </span>
        ))}
        {accepted ? <span>{t(formTexts.accepted, { list: accepted.join('、') })}</span> : null}
        {faults.length === 0 && !said && field.hint ? <span>{t(field.hint)}</span> : null}
      </div>
    </div>
  )
}
