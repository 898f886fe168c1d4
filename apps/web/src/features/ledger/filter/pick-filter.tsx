import { useMemo, useState } from 'react'
import { useText } from '../../../app/language.ts'
import type { PickOption } from '../../../forms/context.ts'
import { matching, searchable } from '../../../forms/pick-search.ts'
import { ledgerTexts } from '../texts.ts'

interface PickFilterProps {
  readonly options: readonly PickOption[]
  readonly chosen: readonly string[]
  readonly onChosen: (values: readonly string[]) => void
}

/** Lists longer than this get a search of their own. */
const SEARCH_FROM = 9
const MOST_SHOWN = 200

/** Any of several: ticked boxes, found by words, pinyin or initials. */
export function PickFilter({ options, chosen, onChosen }: PickFilterProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const all = useMemo(() => searchable(options), [options])
  const shown = matching(all, typed).slice(0, MOST_SHOWN)
  const toggle = (value: string) =>
    onChosen(chosen.includes(value) ? chosen.filter((own) => own !== value) : [...chosen, value])
  return (
    <div className="pick-filter">
      {options.length >= SEARCH_FROM ? (
        <input
          type="search"
          className="field-input"
          value={typed}
          aria-label={t(ledgerTexts.searchOptions)}
          placeholder={t(ledgerTexts.searchOptions)}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : null}
      <ul>
        {shown.map(({ value, title, note }) => (
          <li key={value}>
            <label>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
              <span>{title}</span>
              {note ? <span className="pick-note">{note}</span> : null}
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}
