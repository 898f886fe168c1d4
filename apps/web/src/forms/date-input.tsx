import type { PartialDate } from '@guatu/kernel'
import { useRef } from 'react'
import { useText } from '../app/language.ts'
import { typedOf } from './entry.ts'
import type { InputProps } from './input-props.ts'
import { formTexts } from './texts.ts'
import { TypedInput } from './typed-input.tsx'

/** Typed as people write dates, to the precision they know; the browser's own calendar is one button away. */
export function DateInput(props: InputProps) {
  const t = useText()
  const native = useRef<HTMLInputElement>(null)
  const typed = typedOf(props.field, props.entry, props.context)
  const day = typed.kind === 'value' ? (typed.value as PartialDate).date : ''
  if (props.readOnly) return <TypedInput {...props} />
  return (
    <span className={`field-date ${props.inCell ? 'is-cell' : ''}`}>
      <TypedInput {...props} />
      <button
        type="button"
        className="field-date-open"
        tabIndex={props.inCell ? -1 : 0}
        aria-label={t(formTexts.chooseDay)}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => native.current?.showPicker()}
      >
        ▾
      </button>
      <input
        ref={native}
        type="date"
        className="field-date-native"
        tabIndex={-1}
        aria-hidden="true"
        value={day}
        onChange={(event) => event.target.value && props.onEntry({ text: event.target.value })}
      />
    </span>
  )
}
