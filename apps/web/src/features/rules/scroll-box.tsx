import type { ReactNode } from 'react'

/** A table that may be wider than the screen. It takes the focus, so that the arrow keys can scroll it. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; this groups a table
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <div className="rules-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
