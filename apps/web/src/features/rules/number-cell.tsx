import { useEffect, useState } from 'react'

interface NumberCellProps {
  readonly label: string
  readonly value: number
  /** Null: only read. */
  readonly onValue: ((value: number) => void) | null
  readonly invalid?: boolean
}

/** A figure to read, or to type over. What is typed counts when the cell is left or confirmed: one step of undo. */
export function NumberCell({ label, value, onValue, invalid }: NumberCellProps) {
  const [text, setText] = useState(String(value))
  useEffect(() => setText(String(value)), [value])
  if (!onValue) return <b className="rules-figure">{value}</b>
  const commit = () => {
    const next = Number(text.normalize('NFKC').trim())
    if (text.trim() === '' || Number.isNaN(next)) setText(String(value))
    else if (next !== value) onValue(next)
  }
  return (
    <input
      className="rules-input is-number"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={invalid || undefined}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') setText(String(value))
      }}
    />
  )
}
