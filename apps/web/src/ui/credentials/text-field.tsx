import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import '../../forms/forms.css'

interface TextFieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'autoComplete' | 'inputMode' | 'maxLength' | 'placeholder' | 'autoFocus' | 'type' | 'onKeyUp' | 'onKeyDown' | 'name'
  > {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  /** Words under the input: a hint, or what is wrong with it. */
  readonly note?: ReactNode
  readonly faults?: readonly string[]
  /** Stands within the input, at its end. */
  readonly end?: ReactNode
}

/** A labelled line of text with its notes; what is wrong stands beside it. */
export function TextField({ label, value, onValue, note, faults = [], end, ...input }: TextFieldProps) {
  const id = useId()
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <span className="text-field-box">
        <input
          {...input}
          id={id}
          className={`field-input ${end ? 'has-end' : ''}`}
          value={value}
          spellCheck={false}
          autoCapitalize="none"
          aria-describedby={`${id}-note`}
          aria-invalid={faults.length > 0 || undefined}
          onChange={(event) => onValue(event.target.value)}
        />
        {end}
      </span>
      <div id={`${id}-note`} className="field-note">
        {faults.map((fault) => (
          <span key={fault} className="field-fault">
            {fault}
          </span>
        ))}
        {note}
      </div>
    </div>
  )
}
