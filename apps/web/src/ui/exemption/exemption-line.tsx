import type { ExemptionReply } from '@guatu/contract'
import { exemptionGrounds } from '@guatu/kernel'
import type { ReactNode } from 'react'
import { useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { dayOfInstant, dayText } from '../format.ts'
import { LampMark } from '../lamp-mark.tsx'
import { ExemptionActs } from './exemption-acts.tsx'
import { exemptionStateTitles, exemptionTexts as texts } from './texts.ts'
import './exemption.css'

interface ExemptionLineProps {
  readonly exemption: ExemptionReply
  /** What it is of, where several items are listed. */
  readonly subject?: ReactNode
  readonly decidable?: boolean
  readonly endable?: boolean
}

/** One exemption: which rule, why, until when, who asked and who granted; it never hides what it takes back. */
export function ExemptionLine({ exemption, subject, decidable = false, endable = false }: ExemptionLineProps) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const { ruleTitle, nodeTitle, ground, text, evidence, until, state, decided, ended, wouldLight } = exemption
  const day = (iso: string) => dayText(iso, { language, today })
  const deed = ({ by, at }: { by: string; at: string }) => ({ by, day: day(dayOfInstant(at)) })
  return (
    <li className={`exemption is-${state}`}>
      <div className="exemption-head">
        <span className="exemption-state">{t(exemptionStateTitles[state])}</span>
        {wouldLight ? <LampMark level={wouldLight} /> : null}
        <strong>{t(ruleTitle)}</strong>
        {nodeTitle ? <span>{nodeTitle}</span> : null}
        <span className="exemption-until">{t(texts.until, { day: day(until) })}</span>
      </div>
      {subject}
      <p>
        <span className="exemption-ground">{t(exemptionGrounds[ground])}</span>
        {text}
      </p>
      <p className="exemption-said">
        {t(texts.asked, deed({ by: exemption.askedBy, at: exemption.askedAt }))}
        {decided ? ` · ${t(state === 'refused' ? texts.refusedBy : texts.granted, deed(decided))}` : ''}
        {decided?.text ? `：${decided.text}` : ''}
        {ended ? ` · ${t(texts.endedBy, deed(ended))}：${ended.text}` : ''}
        {evidence ? ` · ${t(texts.evidence, { text: evidence })}` : ''}
      </p>
      {decidable || endable ? <ExemptionActs {...{ exemption, decidable, endable }} /> : null}
    </li>
  )
}
