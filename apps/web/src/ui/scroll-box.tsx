import type { ReactNode } from 'react'

interface ScrollBoxProps {
  readonly label: string
  readonly className: string
  readonly children: ReactNode
}

/** A table that may be wider than the screen. It takes the focus, so that the arrow keys can scroll it. */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; this groups a table
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <div className={className} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
