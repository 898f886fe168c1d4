import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import './menu.css'

interface PopoverProps {
  readonly anchor: Element | null
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

const WIDTH_PX = 300

/** A small panel under what opened it. Esc and a click elsewhere close it; the keyboard returns to where it was. */
export function Popover({ anchor, label, onClose, children }: PopoverProps) {
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  const [place, setPlace] = useState<{
    readonly left: number
    readonly top: number
    readonly maxHeight: number
  } | null>(null)
  useLayoutEffect(() => {
    const box = anchor?.getBoundingClientRect()
    if (!box) return
    const left = Math.max(8, Math.min(box.left, innerWidth - WIDTH_PX - 16))
    setPlace({ left, top: box.bottom + 4, maxHeight: Math.max(180, innerHeight - box.bottom - 16) })
  }, [anchor])
  const shown = place !== null
  useEffect(() => {
    if (!shown) return
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null
    panel.current?.querySelector<HTMLElement>('input, button, select')?.focus()
    const outside = (event: PointerEvent) => {
      const target = event.target as Element
      if (!panel.current?.contains(target) && !target.closest('.pick-list')) close.current()
    }
    document.addEventListener('pointerdown', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      before?.focus({ preventScroll: true })
    }
  }, [shown])
  if (!place) return null
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={label}
      className="popover no-print"
      style={place}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
      }}
    >
      {children}
    </div>
  )
}
