import { useEffect, useRef, useState } from 'react'
import { useText } from '../../../app/language.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { MenuButton } from '../../../ui/menu/menu-button.tsx'
import { filterColumn, type LedgerColumn } from '../columns/ledger-columns.ts'
import { ledgerTexts } from '../texts.ts'
import type { LedgerView, LedgerViewActions } from '../view/use-ledger-view.ts'
import { withConditions, withoutCondition } from './conditions.ts'
import { FilterEditor } from './filter-editor.tsx'
import { conditionWords } from './words.ts'

interface FilterBarProps {
  readonly view: LedgerView
  readonly actions: LedgerViewActions
  readonly context: FieldContext
}

const TYPING_MS = 250

/** Searches once the typing rests; a search that comes with a link is shown as well. */
export function SearchBox({ view, actions }: Omit<FilterBarProps, 'context'>) {
  const t = useText()
  const [text, setText] = useState(view.q)
  const sent = useRef(view.q)
  useEffect(() => {
    if (view.q === sent.current) return
    sent.current = view.q
    setText(view.q)
  }, [view.q])
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === sent.current) return
    const timer = setTimeout(() => {
      sent.current = wanted
      actions.setSearch(wanted)
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [text, actions])
  return (
    <input
      type="search"
      className="field-input ledger-search"
      value={text}
      aria-label={t(ledgerTexts.search)}
      placeholder={t(ledgerTexts.search)}
      onChange={(event) => setText(event.target.value)}
    />
  )
}

/** Filters that hold, each in words and removable; changing one is a click on its words. */
export function FilterChips({ view, actions, context }: FilterBarProps) {
  const t = useText()
  if (view.conditions.length === 0) return null
  return (
    <ul className="chips no-print">
      {view.conditions.map((condition) => {
        const words = conditionWords(condition, view.all, view.playbook, context)
        return (
          <li key={`${condition.key}:${condition.operator}`} className="chip">
            <span>{words}</span>
            <button
              type="button"
              aria-label={t(ledgerTexts.removeFilter, { words })}
              onClick={() => actions.setConditions(withoutCondition(view.conditions, condition))}
            >
              ✕
            </button>
          </li>
        )
      })}
      <li>
        <button type="button" className="chips-clear" onClick={() => actions.setConditions([])}>
          {t(ledgerTexts.clearFilters)}
        </button>
      </li>
    </ul>
  )
}

/** Keys that can be filtered by and are no column. */
const furtherKeys = ['rule', 'gap'] as const

export function FilterButton(props: FilterBarProps) {
  const t = useText()
  return (
    <MenuButton title={t(ledgerTexts.addFilter)} on={props.view.conditions.length > 0}>
      {(close) => <FilterPanel {...props} onDone={close} />}
    </MenuButton>
  )
}

function FilterPanel({ view, actions, context, onDone }: FilterBarProps & { readonly onDone: () => void }) {
  const t = useText()
  const further = furtherKeys.flatMap((key) => filterColumn(key, view.all, view.playbook) ?? [])
  const [column, setColumn] = useState<LedgerColumn | null>(null)
  if (!column) {
    return (
      <ul className="filter-columns">
        {[...view.all.filter(({ masked }) => !masked), ...further].map((own) => (
          <li key={own.key}>
            <button type="button" onClick={() => setColumn(own)}>
              {t(own.title)}
            </button>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <>
      <h3 className="panel-title">{t(column.title)}</h3>
      <FilterEditor
        {...{ column, context }}
        conditions={view.conditions}
        playbook={view.playbook}
        onApply={(own) => {
          actions.setConditions(withConditions(view.conditions, column.key, own))
          onDone()
        }}
      />
    </>
  )
}
