import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useText } from '../app/language.ts'
import type { PickOption } from './context.ts'
import type { InputProps } from './input-props.ts'
import { PickList } from './pick-list.tsx'
import { matching, searchable } from './pick-search.ts'
import { formTexts } from './texts.ts'
import { inputAttributes } from './typed-input.tsx'

interface PickBoxProps extends InputProps {
  readonly options: readonly PickOption[]
  /** What narrows the list. */
  readonly typed: string
  readonly chosen?: ReadonlySet<string>
  readonly onPick: (option: PickOption) => void
  /** After a pick the list stays open for a further one. */
  readonly goesOn?: boolean
}

function usePick({ options: given, typed, inCell }: PickBoxProps) {
  const all = useMemo(() => searchable(given), [given])
  const [open, setOpen] = useState(inCell === true)
  const [at, setAt] = useState(-1)
  const options = useMemo(() => matching(all, typed), [all, typed])
  return { options, open, setOpen, at: Math.min(at, options.length - 1), setAt }
}

/** Arrows mark, Enter and Tab take what is marked, Escape closes the list. */
function pickKeys(
  { inCell, goesOn }: PickBoxProps,
  { options, open, setOpen, at, setAt }: ReturnType<typeof usePick>,
  pick: (option: PickOption) => void,
) {
  return (event: KeyboardEvent) => {
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
      // In a cell the same key goes on to confirm the cell, unless a further one may be picked.
      if ((!inCell || goesOn) && event.key === 'Enter') event.preventDefault()
      if (goesOn && event.key === 'Enter') event.stopPropagation()
      pick(options[at])
    } else if (event.key === 'Escape' && !inCell) {
      event.stopPropagation()
      setOpen(false)
    }
  }
}

/** A box to type into with a list to pick from: words, pinyin or initials narrow it, arrows and Enter pick. */
export function PickBox(props: PickBoxProps) {
  const t = useText()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const picking = usePick(props)
  const { options, open, setOpen, at, setAt } = picking
  const pick = (option: PickOption) => {
    props.onPick(option)
    setOpen(props.goesOn === true)
    if (props.goesOn) setAt(-1)
  }
  const onKeyDown = pickKeys(props, picking, pick)
  return (
    <span className={`field-pick ${props.inCell ? 'is-cell' : ''}`}>
      <input
        {...inputAttributes(props)}
        ref={input}
        type="text"
        role="combobox"
        className={`field-input ${props.inCell ? 'is-cell' : ''}`}
        placeholder={props.inCell ? undefined : t(props.goesOn ? formTexts.severalHint : formTexts.pickHint)}
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
          setOpen(true)
          setAt(event.target.value === '' ? -1 : 0)
        }}
      />
      {open ? (
        <PickList
          id={listId}
          anchor={input}
          options={options}
          chosen={props.chosen}
          at={at}
          typed={props.typed}
          onPick={pick}
        />
      ) : null}
    </span>
  )
}
