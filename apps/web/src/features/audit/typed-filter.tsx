import { useEffect, useState } from 'react'

interface TypedFilterProps {
  readonly title: string
  readonly type: 'date' | 'search'
  readonly value: string
  /** Told once the typing rests, on Enter, and when the field is left. */
  readonly onSettled: (value: string) => void
}

const restMilliseconds = 400

/**
 * A condition that is typed. The record may be long and Chinese is composed letter by letter, so that only what has come
 * to rest is searched for.
 */
export function TypedFilter({ title, type, value, onSettled }: TypedFilterProps) {
  const [typed, setTyped] = useState(value)
  const [told, setTold] = useState(value)
  if (told !== value) {
    // Cleared, or another address: what was typed before is void.
    setTold(value)
    setTyped(value)
  }
  const settle = () => {
    if (typed.trim() === value) return
    onSettled(typed.trim())
  }
  useEffect(() => {
    if (typed.trim() === value) return
    const rest = setTimeout(() => onSettled(typed.trim()), restMilliseconds)
    return () => clearTimeout(rest)
  }, [typed, value, onSettled])
  return (
    <label>
      {title}
      <input
        className="field-input"
        type={type}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle()
        }}
      />
    </label>
  )
}
