import type { Playbook } from '@guatu/playbook'
import { type FormEvent, useState } from 'react'
import type { Condition, FilterOperator } from '../../../api/filter.ts'
import { useText } from '../../../app/language.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { columnOptions, type LedgerColumn } from '../columns/ledger-columns.ts'
import { ledgerTexts } from '../texts.ts'
import { conditionOf, firstValueOf } from './conditions.ts'
import { PickFilter } from './pick-filter.tsx'
import { RangeFilter } from './range-filter.tsx'

interface FilterEditorProps {
  readonly column: LedgerColumn
  readonly conditions: readonly Condition[]
  readonly playbook: Playbook
  readonly context: FieldContext
  /** The column's conditions as a whole; an empty list takes them away. */
  readonly onApply: (own: readonly Condition[]) => void
}

/** What is being set before it is applied. `presence` excludes the rest: an empty cell has no bounds. */
interface Draft {
  readonly chosen: readonly string[]
  readonly from: string
  readonly to: string
  readonly has: string
  readonly presence: 'any' | 'empty' | 'filled'
}

function draftOf(all: readonly Condition[], key: string): Draft {
  const presence = conditionOf(all, key, 'empty') ? 'empty' : conditionOf(all, key, 'filled') ? 'filled' : 'any'
  return {
    chosen: conditionOf(all, key, 'in')?.values ?? [],
    from: firstValueOf(all, key, 'from'),
    to: firstValueOf(all, key, 'to'),
    has: firstValueOf(all, key, 'has'),
    presence,
  }
}

export function conditionsOfDraft(key: string, { chosen, from, to, has, presence }: Draft): readonly Condition[] {
  if (presence !== 'any') return [{ key, operator: presence, values: [] }]
  const one = (operator: FilterOperator, value: string): Condition[] =>
    value.trim() === '' ? [] : [{ key, operator, values: [value.trim()] }]
  return [
    ...(chosen.length > 0 ? [{ key, operator: 'in' as const, values: chosen }] : []),
    ...one('from', from),
    ...one('to', to),
    ...one('has', has),
  ]
}

export function FilterEditor({ column, conditions, playbook, context, onApply }: FilterEditorProps) {
  const t = useText()
  const [draft, setDraft] = useState(() => draftOf(conditions, column.key))
  const change = (patch: Partial<Draft>) => setDraft((last) => ({ ...last, presence: 'any', ...patch }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onApply(conditionsOfDraft(column.key, draft))
  }
  return (
    <form className="filter-editor" onSubmit={submit}>
      {column.filter === 'pick' ? (
        <PickFilter
          options={columnOptions(column, playbook, context)}
          chosen={draft.chosen}
          onChosen={(chosen) => change({ chosen })}
        />
      ) : column.filter === 'words' ? (
        <label className="filter-words">
          {t(ledgerTexts.contains)}
          <input className="field-input" value={draft.has} onChange={(event) => change({ has: event.target.value })} />
        </label>
      ) : (
        <RangeFilter {...{ column, context }} values={draft} onValue={(bound, value) => change({ [bound]: value })} />
      )}
      {column.field ? <Presence value={draft.presence} onValue={(presence) => change({ presence })} /> : null}
      <button type="submit" className="button is-primary">
        {t(ledgerTexts.apply)}
      </button>
    </form>
  )
}

interface PresenceProps {
  readonly value: Draft['presence']
  readonly onValue: (value: Draft['presence']) => void
}

function Presence({ value, onValue }: PresenceProps) {
  const t = useText()
  const words = { any: ledgerTexts.any, filled: ledgerTexts.isFilled, empty: ledgerTexts.isEmpty }
  return (
    <div className="filter-presence">
      {(['any', 'filled', 'empty'] as const).map((presence) => (
        <label key={presence}>
          <input type="radio" name="presence" checked={value === presence} onChange={() => onValue(presence)} />
          {t(words[presence])}
        </label>
      ))}
    </div>
  )
}
