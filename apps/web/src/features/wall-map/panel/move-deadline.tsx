import { useEffect, useState } from 'react'
import { useText } from '../../../app/language.ts'
import { useWall } from '../board/wall-context.ts'
import { panelTexts } from './texts.ts'

interface MoveDeadlineProps {
  /** As it is shown: the one that is being tried, or the one that stands. */
  readonly deadline: string
  readonly onMove: (finish: string) => void
}

/** Another deadline by the keyboard: each date that is typed or picked is tried on the map at once. */
export function MoveDeadline({ deadline, onMove }: MoveDeadlineProps) {
  const t = useText()
  const { today } = useWall()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(deadline)
  useEffect(() => setTyped(deadline), [deadline])
  if (!open) {
    return (
      <button type="button" className="wall-clear" onClick={() => setOpen(true)}>
        {t(panelTexts.moveDeadline)}
      </button>
    )
  }
  return (
    <input
      type="date"
      className="wall-input wall-deadline-input"
      aria-label={t(panelTexts.newDeadline)}
      min={today}
      value={typed}
      // biome-ignore lint/a11y/noAutofocus: the button that was pressed gives way to this input
      autoFocus
      onChange={({ target }) => {
        setTyped(target.value)
        // A year that is still being typed lies far in the past.
        if (target.value >= today) onMove(target.value)
      }}
    />
  )
}
