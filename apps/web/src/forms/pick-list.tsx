import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../app/language.ts'
import type { PickOption } from './context.ts'
import { formTexts } from './texts.ts'

interface PickListProps {
  readonly id: string
  readonly anchor: RefObject<HTMLElement | null>
  readonly options: readonly PickOption[]
  /** Values that are picked already, where several can be. */
  readonly chosen?: ReadonlySet<string> | undefined
  readonly at: number
  readonly typed: string
  readonly onPick: (option: PickOption) => void
}

/** More than this nobody reads: typing another letter is quicker. */
const MOST_SHOWN = 60
const LIST_PX = 280

interface Place {
  readonly left: number
  readonly width: number
  readonly top?: number
  readonly bottom?: number
}

/** Below the box, or above it where the window ends; fixed, so that no scrolling grid cuts it off. */
function placeBy(box: DOMRect): Place {
  const width = Math.max(box.width, 220)
  const left = Math.max(4, Math.min(box.left, innerWidth - width - 8))
  return box.bottom + LIST_PX > innerHeight && box.top > innerHeight - box.bottom
    ? { left, width, bottom: innerHeight - box.top }
    : { left, width, top: box.bottom }
}

export function PickList({ id, anchor, options, chosen, at, typed, onPick }: PickListProps) {
  const t = useText()
  const [place, setPlace] = useState<Place | null>(null)
  const active = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (anchor.current) setPlace(placeBy(anchor.current.getBoundingClientRect()))
  }, [anchor])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active option is another element whenever `at` is another
  useLayoutEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  if (!place) return null
  // A dialog is above the page's own layer: its lists must be within it.
  const layer = anchor.current?.closest('dialog') ?? document.body
  return createPortal(
    <div className="pick-list" id={id} role="listbox" aria-multiselectable={chosen ? true : undefined} style={place}>
      {options.slice(0, MOST_SHOWN).map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox that owns the list
        <div
          key={option.value}
          ref={index === at ? active : undefined}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={chosen ? chosen.has(option.value) : index === at}
          data-at={index === at || undefined}
          className="pick-option"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(option)}
        >
          <span>
            {chosen?.has(option.value) ? <span aria-hidden="true">✓ </span> : null}
            {option.title}
          </span>
          {option.note ? <span className="pick-note">{option.note}</span> : null}
        </div>
      ))}
      {options.length === 0 ? (
        <div className="pick-none" role="option" aria-disabled="true" aria-selected={false} tabIndex={-1}>
          {t(formTexts.noMatch, { text: typed })}
        </div>
      ) : null}
      {options.length > MOST_SHOWN ? (
        <div className="pick-none">{t(formTexts.more, { count: options.length - MOST_SHOWN })}</div>
      ) : null}
    </div>,
    layer,
  )
}
