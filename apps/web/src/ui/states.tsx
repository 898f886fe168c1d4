import type { ReactNode } from 'react'
import { isForbidden, messageOf, RefusedError } from '../api/refused.ts'
import { useText } from '../app/language.ts'
import { uiTexts } from './texts.ts'
import { WhyNot } from './why-not.tsx'
import './states.css'

interface EmptyProps {
  readonly title: string
  /** What to do about it: an empty state teaches. */
  readonly hint?: string
  readonly children?: ReactNode
}

export function EmptyState({ title, hint, children }: EmptyProps) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {hint ? <p className="state-hint">{hint}</p> : null}
      {children ? <div className="state-actions">{children}</div> : null}
    </div>
  )
}

interface ErrorProps {
  readonly error: unknown
  readonly onRetry?: () => void
  /** Nothing else is on the page: the sentence becomes its main content. */
  readonly page?: boolean
}

/** Everything that a refusal lists, and a way to try again. */
export function ErrorState({ error, onRetry, page }: ErrorProps) {
  const t = useText()
  const refusals = error instanceof RefusedError ? error.reply.refusals : []
  const forbidden = isForbidden(error)
  const state = (
    <div className="state" role="alert">
      <p className="state-title">{t(messageOf(error))}</p>
      {refusals.length > 0 ? (
        <ul className="state-list">
          {refusals.map((refusal) => (
            <li key={`${refusal.code}${refusal.path}${refusal.message.zh}`}>{t(refusal.message)}</li>
          ))}
        </ul>
      ) : null}
      {onRetry || forbidden ? (
        <div className="state-actions">
          {onRetry ? (
            <button type="button" className="button" onClick={onRetry}>
              {t(uiTexts.retry)}
            </button>
          ) : null}
          {forbidden ? <WhyNot /> : null}
        </div>
      ) : null}
    </div>
  )
  return page ? <main>{state}</main> : state
}

interface SkeletonProps {
  /** Said to screen readers while the bars are shown. */
  readonly label: string
  readonly lines?: number
}

const widths = ['is-90', 'is-70', 'is-80', 'is-60']

export function Skeleton({ label, lines = 3 }: SkeletonProps) {
  return (
    <div className="skeleton" role="status" aria-busy="true">
      <span className="aside-text">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are alike and never move
        <span key={line} className={`skeleton-bar ${widths[line % widths.length]}`} />
      ))}
    </div>
  )
}
