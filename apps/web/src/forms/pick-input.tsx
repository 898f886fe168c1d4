import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useText } from '../app/language.ts'
import { optionsOf, type PickOption } from './context.ts'
import type { InputProps } from './input-props.ts'
import { PickList } from './pick-list.tsx'
import { matching, searchable } from './pick-search.ts'
import { formTexts } from './texts.ts'
import { inputAttributes } from './typed-input.tsx'

/** Values of options are texts; a flag's are its two words. */
const pickedValue = (kind: string, option: PickOption): unknown =>
  kind === 'flag' ? option.value === 'true' : option.value

function usePick(props: InputProps) {
  const { field, context, entry, inCell } = props
  const all = useMemo(() => searchable(optionsOf(field, context)), [field, context])
  const [open, setOpen] = useState(inCell === true)
  const [searching, setSearching] = useState(entry.picked === undefined && entry.text !== '')
  const [at, setAt] = useState(-1)
  const options = useMemo(() => matching(all, searching ? entry.text : ''), [all, searching, entry.text])
  return { options, open, setOpen, setSearching, at: Math.min(at, options.length - 1), setAt }
}

/**
 * A box to type into with a list to pick from: words, pinyin or initials narrow it, arrows and Enter pick. What was typed
 * stays when nothing is picked, so that an open choice can take other words and a refused one can be mended.
 */
export function PickInput(props: InputProps) {
  const t = useText()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const { options, open, setOpen, setSearching, at, setAt } = usePick(props)
  const pick = (option: PickOption) => {
    props.onEntry({ text: option.title, picked: pickedValue(props.field.kind, option) })
    setSearching(false)
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move !== 0) {
      event.preventDefault()
      event.stopPropagation()
      if (open) setAt((at + move + options.length) % Math.max(1, options.length))
      else setOpen(true)
    }
    if (!open) return
    if ((event.key === 'Enter' || event.key === 'Tab') && at >= 0 && options[at]) {
      // In a cell the same key goes on to confirm the cell.
      if (!props.inCell && event.key === 'Enter') event.preventDefault()
      pick(options[at])
    } else if (event.key === 'Escape' && !props.inCell) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <span className={`field-pick ${props.inCell ? 'is-cell' : ''}`}>
      <input
        {...inputAttributes(props)}
        ref={input}
        type="text"
        role="combobox"
        className={`field-input ${props.inCell ? 'is-cell' : ''}`}
        placeholder={props.inCell ? undefined : t(formTexts.pickHint)}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && at >= 0 ? `${listId}-${at}` : undefined}
        spellCheck={false}
        onFocus={() => !props.readOnly && setOpen(true)}
        onClick={() => !props.readOnly && setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={props.readOnly ? undefined : onKeyDown}
        onChange={(event) => {
          props.onEntry({ text: event.target.value })
          setSearching(true)
          setOpen(true)
          setAt(event.target.value === '' ? -1 : 0)
        }}
      />
      {open ? (
        <PickList id={listId} anchor={input} options={options} at={at} typed={props.entry.text} onPick={pick} />
      ) : null}
    </span>
  )
}
