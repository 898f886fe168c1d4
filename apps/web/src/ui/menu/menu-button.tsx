import { type ReactNode, useState } from 'react'
import { Popover } from './popover.tsx'

interface MenuButtonProps {
  readonly title: string
  readonly on?: boolean
  readonly children: (close: () => void) => ReactNode
}

/** A button with a panel under it. */
export function MenuButton({ title, on, children }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<Element | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <button
        type="button"
        className={`button ${on ? 'is-on' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        {title}
        <span aria-hidden="true">▾</span>
      </button>
      {anchor ? (
        <Popover anchor={anchor} label={title} onClose={close}>
          {children(close)}
        </Popover>
      ) : null}
    </>
  )
}
