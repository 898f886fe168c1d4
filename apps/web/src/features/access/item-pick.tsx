import { search } from '@guatu/contract'
import { useDeferredValue, useId, useState } from 'react'
import { useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { accessTexts as texts } from './texts.ts'

interface ItemPickProps {
  /** The item that is looked at. */
  readonly known: { readonly itemId: string; readonly title: string } | null
}

/** A project by its name; without one the actions that concern the district are shown. */
export function ItemPick({ known }: ItemPickProps) {
  const t = useText()
  const id = useId()
  const [view, change] = useViewState()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useRoute(search, { query: { q } }, { enabled: q !== '', keepLast: true })
  const items = q === '' ? [] : (found.data?.hits ?? []).filter(({ kind }) => kind === 'item').slice(0, 8)
  const pick = (itemId: string | undefined) => {
    setTyped('')
    void change({ item: itemId })
  }
  return (
    <span className="access-pick is-item">
      <label htmlFor={id}>{t(texts.item)}</label>
      <input
        id={id}
        type="search"
        className="field-input"
        placeholder={view.item ? (known?.title ?? '') : t(texts.itemHint)}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && items[0]) pick(items[0].id)
        }}
      />
      {q === '' ? null : (
        <ul className="access-hits">
          {items.map(({ id: itemId, title, note }) => (
            <li key={itemId}>
              <button type="button" onClick={() => pick(itemId)}>
                {title} <small>{note}</small>
              </button>
            </li>
          ))}
          {items.length === 0 ? <li>{t(found.isFetching ? texts.searching : texts.noItem)}</li> : null}
        </ul>
      )}
      {view.item ? (
        <button type="button" className="access-clear" onClick={() => pick(undefined)}>
          {t(texts.clear)}
        </button>
      ) : null}
    </span>
  )
}
