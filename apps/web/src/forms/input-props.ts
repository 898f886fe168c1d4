import type { Field } from '@guatu/playbook'
import type { FieldContext } from './context.ts'
import type { Entry } from './entry.ts'

/** What every input of a field takes. It tells words as they are typed; what they mean is `typedOf`. */
export interface InputProps {
  readonly field: Field
  readonly entry: Entry
  readonly onEntry: (entry: Entry) => void
  readonly context: FieldContext
  readonly id?: string
  /** Name for screen readers where no label points at `id`. */
  readonly label?: string
  readonly describedBy?: string
  readonly invalid?: boolean
  readonly autoFocus?: boolean
  /** Within a grid's cell: no frame, no hints, the list opens at once. */
  readonly inCell?: boolean
  readonly readOnly?: boolean
}
