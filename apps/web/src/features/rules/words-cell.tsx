import { useEffect, useState } from 'react'

/** Names of the directory offered while a unit is typed. */
export const UNITS_LIST = 'rules-units'

interface WordsCellProps {
  readonly label: string
  readonly value: string
  readonly shown?: string
  readonly onValue: ((value: string) => void) | null
  readonly invalid?: boolean
  readonly long?: boolean
  readonly list?: string
}

/** Words to read, or to type over; one step of undo for each cell that is left changed. */
export function WordsCell({ label, value, shown, onValue, invalid, long, list }: WordsCellProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  if (!onValue) return <>{shown ?? value}</>
  const shared = {
    className: `rules-input ${long ? 'is-long' : ''}`,
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    value: text,
    onChange: (event: { readonly target: { readonly value: string } }) => setText(event.target.value),
    onBlur: () => text !== value && onValue(text),
  }
  return long ? <textarea rows={2} {...shared} /> : <input list={list} {...shared} />
}
