import type { ReactNode } from 'react'
import { useId } from 'react'
import './section.css'

interface SectionProps {
  readonly title: string
  /** At the right of the heading: a total, a source, a link. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A part of a screen: a heading with a cinnabar dash, hairlines instead of a card. */
export function Section({ title, aside, className = '', children }: SectionProps) {
  const id = useId()
  return (
    <section className={`part ${className}`} aria-labelledby={id}>
      <header className="part-head">
        <h2 id={id}>{title}</h2>
        {aside ? <span className="part-aside">{aside}</span> : null}
      </header>
      {children}
    </section>
  )
}

/** The sentence on top of a screen that says what the screen tells. */
export function Sentence({ children }: { readonly children: ReactNode }) {
  return <h1 className="sentence">{children}</h1>
}
