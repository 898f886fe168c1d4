import { listItems, type QueryOf } from '@guatu/contract'
import { useId, useState } from 'react'
import { useRoute } from '../api/query.ts'
import { useText } from '../app/language.ts'
import { LampMark } from './lamp-mark.tsx'
import './item-picker.css'

export interface PickedItem {
  readonly itemId: string
  readonly title: string
}

interface ItemPickerProps {
  /** Key of the list that it is picked from. */
  readonly playbook: string
  readonly label: string
  readonly hint: string
  readonly picked: PickedItem | null
  readonly onPick: (item: PickedItem | null) => void
}

const shown = 8

/** A box to find an item of a list by name, pinyin or initials; arrows and Enter pick as in every list. */
export function ItemPicker({ playbook, label, hint, picked, onPick }: ItemPickerProps) {
  const t = useText()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const query: QueryOf<typeof listItems> = { playbook, q: text.trim(), limit: shown, sort: 'lamp' }
  const found = useRoute(listItems, { query }, { enabled: picked === null && text.trim() !== '', keepLast: true })
  const rows = picked === null && text.trim() !== '' ? (found.data?.rows ?? []) : []
  const pick = (index: number) => {
    const row = rows[index]
    if (row) onPick({ itemId: row.itemId, title: row.title })
  }
  return (
    <div className="field-row is-wide item-picker">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field-input"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={hint}
        value={picked ? picked.title : text}
        onChange={(event) => {
          if (picked) onPick(null)
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || rows.length === 0) return
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
          if (step !== 0) setAt((at + step + rows.length) % rows.length)
          if (event.key === 'Enter') pick(at)
          if (step !== 0 || event.key === 'Enter') event.preventDefault()
        }}
      />
      {rows.length > 0 ? (
        <div id={`${id}-list`} className="item-picker-list" role="listbox" aria-label={label}>
          {rows.map((row, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus; arrows move within the list
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's
            <div key={row.itemId} role="option" aria-selected={index === at} onClick={() => pick(index)}>
              <LampMark level={row.lamp} glyphOnly /> {row.title}
            </div>
          ))}
        </div>
      ) : null}
      <span className="aside-text" role="status">
        {text && !picked ? t({ zh: `找到 ${rows.length} 条`, en: `${rows.length} found` }) : ''}
      </span>
    </div>
  )
}
