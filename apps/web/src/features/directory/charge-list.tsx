import type { DirectoryCharge } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useMay, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import type { Act } from './act.ts'
import { ActForm } from './act-form.tsx'
import { nowAndBefore } from './entries.ts'
import { PeriodText } from './period-text.tsx'
import { releaseCharge } from './post-acts.ts'
import { directoryTexts as texts } from './texts.ts'

/** What a charge is over; an item leads to its page. */
export function ChargeTarget({ kind, target, targetName }: DirectoryCharge) {
  const t = useText()
  if (kind !== 'item') return <>{targetName ?? target}</>
  if (targetName === null) return <span className="directory-muted">{t(texts.hiddenItem)}</span>
  return (
    <Link to="/item/$itemId" params={{ itemId: target }}>
      {targetName}
    </Link>
  )
}

interface ChargeListProps {
  readonly charges: readonly DirectoryCharge[]
  readonly act: Act | null
  readonly onAct: (act: Act | null) => void
}

/** The charges of a leader, those that are over behind. */
export function ChargeList({ charges, act, onAct }: ChargeListProps) {
  const t = useText()
  const may = useMay()
  const { today } = useSession()
  const { now, before } = nowAndBefore(charges, today)
  if (charges.length === 0) return <p className="directory-muted">{t(texts.noCharges)}</p>
  return (
    <ul className="directory-list">
      {[...now, ...before].map((entry) => (
        <li key={entry.chargeId} className={before.includes(entry) ? 'is-over' : ''}>
          <ChargeTarget {...entry} />
          <small>
            <PeriodText from={entry.from} to={entry.to} />
          </small>
          {may('charge.manage') && !before.includes(entry) ? (
            <button
              type="button"
              className="directory-link no-print"
              onClick={() => onAct(releaseCharge(entry, today))}
            >
              {t(texts.endCharge)}
            </button>
          ) : null}
          {act?.key === `endCharge ${entry.chargeId}` ? (
            <ActForm key={act.key} act={act} onDone={() => onAct(null)} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}
