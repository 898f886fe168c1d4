import { showValue } from '@guatu/derive'
import type { Field } from '@guatu/playbook'
import { useText } from '../../app/language.ts'
import { showContext } from '../../forms/show-context.ts'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { texts } from './texts.ts'

interface FieldValuesProps {
  readonly fields: readonly (readonly [key: string, field: Field])[]
  readonly values: Readonly<Record<string, unknown>>
}

/** Fields to read. What is not filled in is said: a gap is information. */
export function FieldValues({ fields, values }: FieldValuesProps) {
  const t = useText()
  const context = showContext(useFieldContext())
  return (
    <dl className="project-values">
      {fields.map(([key, field]) => {
        const text = values[key] === undefined || values[key] === null ? '' : showValue(field, values[key], context)
        return (
          <div key={key} className={field.kind === 'longText' ? 'is-wide' : ''}>
            <dt>{t(field.title)}</dt>
            <dd className={text ? '' : 'project-muted'}>{text || t(texts.empty)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
