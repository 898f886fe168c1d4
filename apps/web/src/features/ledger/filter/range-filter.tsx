import type { Money, PartialDate } from '@guatu/kernel'
import type { Field } from '@guatu/playbook'
import { useState } from 'react'
import { useText } from '../../../app/language.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { editTextOf } from '../../../forms/edit-text.ts'
import type { Entry } from '../../../forms/entry.ts'
import { FieldRow } from '../../../forms/field-row.tsx'
import { readField } from '../../../forms/read.ts'
import type { LedgerColumn } from '../columns/ledger-columns.ts'
import { ledgerTexts } from '../texts.ts'

type Bound = 'from' | 'to'

interface RangeFilterProps {
  readonly column: LedgerColumn
  readonly values: Readonly<Record<Bound, string>>
  readonly onValue: (bound: Bound, value: string) => void
  readonly context: FieldContext
}

const common = { group: '' } as const

/** The field that a bound is typed as: amounts in 亿/万, dates to any precision, else plain figures. */
function boundField(column: LedgerColumn, bound: Bound): Field {
  const sort = column.filter
  const title = bound === 'from' ? ledgerTexts.from : ledgerTexts.to
  if (sort === 'money')
    return { ...common, title, kind: 'money', unit: column.field?.kind === 'money' ? column.field.unit : '万元' }
  if (sort === 'date') return { ...common, title, kind: 'date', end: bound === 'from' ? 'start' : 'finish' }
  return { ...common, title, kind: 'percent' }
}

function shownText(field: Field, value: string, context: FieldContext): string {
  if (value === '') return ''
  if (field.kind === 'money' && /^-?\d+(\.\d{1,2})?$/.test(value)) {
    return editTextOf(field, { amount: value, currency: 'CNY' }, context)
  }
  return value
}

/** What the filter says for a typed bound: yuan, an ISO day, a figure; null while the words mean nothing. */
export function boundValue(field: Field, text: string, context: FieldContext): string | null {
  const typed = readField(field, text, context)
  if (typed.kind === 'empty') return ''
  if (typed.kind === 'fault') return null
  if (field.kind === 'money') return (typed.value as Money).amount
  return field.kind === 'date' ? (typed.value as PartialDate).date : String(typed.value)
}

export function RangeFilter({ column, values, onValue, context }: RangeFilterProps) {
  const t = useText()
  return (
    <fieldset className="range-filter">
      <legend className="aside-text">{t(column.title)}</legend>
      {(['from', 'to'] as const).map((bound) => (
        <BoundInput
          key={bound}
          {...{ column, bound, context }}
          value={values[bound]}
          onValue={(value) => onValue(bound, value)}
        />
      ))}
    </fieldset>
  )
}

interface BoundInputProps {
  readonly column: LedgerColumn
  readonly bound: Bound
  readonly value: string
  readonly onValue: (value: string) => void
  readonly context: FieldContext
}

function BoundInput({ column, bound, value, onValue, context }: BoundInputProps) {
  const field = boundField(column, bound)
  const [entry, setEntry] = useState<Entry>(() => ({ text: shownText(field, value, context) }))
  return (
    <FieldRow
      field={field}
      entry={entry}
      context={context}
      onEntry={(next) => {
        setEntry(next)
        const meant = boundValue(field, next.text, context)
        if (meant !== null) onValue(meant)
      }}
    />
  )
}
