import type { FieldKind } from '@guatu/playbook'
import { useText } from '../app/language.ts'
import type { InputProps } from './input-props.ts'
import { formTexts } from './texts.ts'

const hints: Readonly<Partial<Record<FieldKind, keyof typeof formTexts>>> = {
  money: 'moneyHint',
  date: 'dateHint',
  uscc: 'usccHint',
}

const figureKinds: ReadonlySet<FieldKind> = new Set(['integer', 'number', 'percent', 'money'])

/** Attributes that every native input of a field shares. */
export function inputAttributes({
  field,
  entry,
  onEntry,
  id,
  label,
  describedBy,
  invalid,
  autoFocus,
  readOnly,
}: InputProps) {
  return {
    id,
    value: entry.text,
    readOnly,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'aria-required': field.required || undefined,
    autoFocus,
    autoComplete: 'off',
    onChange: (event: { readonly target: { readonly value: string } }) => onEntry({ text: event.target.value }),
  }
}

/** One line of words: text, figures, codes. Figures are set right, as their column is. */
export function TypedInput(props: InputProps) {
  const t = useText()
  const { kind } = props.field
  const hint = hints[kind]
  return (
    <input
      {...inputAttributes(props)}
      type="text"
      className={`field-input ${figureKinds.has(kind) ? 'is-figure' : ''} ${props.inCell ? 'is-cell' : ''}`}
      placeholder={hint && !props.inCell ? t(formTexts[hint]) : undefined}
      spellCheck={false}
    />
  )
}

export function LongTextInput(props: InputProps) {
  return (
    <textarea
      {...inputAttributes(props)}
      className={`field-input is-long ${props.inCell ? 'is-cell' : ''}`}
      rows={props.inCell ? 4 : 3}
    />
  )
}
