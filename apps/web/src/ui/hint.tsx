import { type ReactNode, useId, useState } from 'react'
import { createPortal } from 'react-dom'
import './hint.css'

interface Place {
  readonly left: number
  readonly top: number
  readonly below: boolean
}

interface HintProps {
  /** What is said on hover and on focus; nothing is shown for an empty one. */
  readonly hint: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

const nearEdge = 180

/** A word of explanation on hover or keyboard focus. It floats above everything, so no scrolling box cuts it off. */
export function Hint({ hint, children, className }: HintProps) {
  const id = useId()
  const [place, setPlace] = useState<Place | null>(null)
  if (!hint) return <span className={className}>{children}</span>
  const show = (target: Element) => {
    const box = target.getBoundingClientRect()
    const below = box.top < nearEdge
    const middle = box.left + box.width / 2
    setPlace({ left: Math.min(Math.max(middle, 170), innerWidth - 170), top: below ? box.bottom : box.top, below })
  }
  const hide = () => setPlace(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it offers an explanation, not an action
    <span
      className={className}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be within reach of the keyboard
      tabIndex={0}
      aria-describedby={place ? id : undefined}
      onPointerEnter={(event) => show(event.currentTarget)}
      onPointerLeave={hide}
      onFocus={(event) => show(event.currentTarget)}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      {place
        ? createPortal(
            <span
              id={id}
              role="tooltip"
              className={`hint ${place.below ? 'is-below' : ''}`}
              style={{ left: place.left, top: place.top }}
            >
              {hint}
            </span>,
            document.body,
          )
        : null}
    </span>
  )
}
