import type { ItemSecrets } from '@guatu/contract'
import { showValue } from '@guatu/derive'
import type { Field, SecretClass } from '@guatu/playbook'
import { useText } from '../../app/language.ts'
import { showContext } from '../../forms/show-context.ts'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { MaskedValue } from './secrets.tsx'
import { texts } from './texts.ts'

interface FieldValuesProps {
  readonly fields: readonly (readonly [key: string, field: Field])[]
  readonly values: Readonly<Record<string, unknown>>
  /** Masks of secret fields that hold a value. */
  readonly hidden: Readonly<Record<string, string>>
  readonly secrets: ItemSecrets | undefined
  /** Whether the reader may see secrets of the class. */
  readonly maySee: (secret: SecretClass) => boolean
  readonly itemId: string
}

/** Fields to read. What is not filled in is said: a gap is information. */
export function FieldValues({ fields, values, hidden, secrets, maySee, itemId }: FieldValuesProps) {
  const t = useText()
  const context = showContext(useFieldContext())
  return (
    <dl className="project-values">
      {fields.map(([key, field]) => {
        const value = values[key] ?? secrets?.fields[key] ?? null
        const text = value === null ? '' : showValue(field, value, context)
        const mask = value === null ? hidden[key] : undefined
        return (
          <div key={key} className={field.kind === 'longText' ? 'is-wide' : ''}>
            <dt>{t(field.title)}</dt>
            <dd className={text || mask ? '' : 'project-muted'}>
              {mask !== undefined && field.secret ? (
                <MaskedValue {...{ mask, itemId }} secret={field.secret} withheld={!maySee(field.secret)} />
              ) : (
                text || t(texts.empty)
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
