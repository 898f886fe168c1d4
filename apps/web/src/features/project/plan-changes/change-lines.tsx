import type { ChangeLine } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { playbookOf, stageTitle } from '../../../api/playbook.ts'
import { useLanguage, useText } from '../../../app/language.ts'
import { instantText } from '../../../ui/format.ts'
import { shiftWords } from '../../../ui/plan-effect/effect-words.ts'
import { planChangeTexts as texts } from './texts.ts'

/** Applications of one project: what they asked, by whom, and how they stand. */
export function ChangeLines({ changes }: { readonly changes: readonly ChangeLine[] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul className="plan-lines">
      {changes.map(({ itemId, title, stage, playbookKey, askedBy, askedAt, askedWorkdays, approvedWorkdays }) => {
        const playbook = playbookOf(playbookKey)
        const approved = approvedWorkdays !== null
        return (
          <li key={itemId}>
            <Link to="/item/$itemId" params={{ itemId }}>
              {title}
            </Link>
            <span className={`plan-state ${approved ? 'is-approved' : ''}`}>
              {playbook ? t(stageTitle(playbook, stage)) : stage}
            </span>
            <span>{shiftWords(approvedWorkdays ?? askedWorkdays, t)}</span>
            <small>{t(texts.askedOn, { when: instantText(askedAt, language), by: askedBy })}</small>
          </li>
        )
      })}
    </ul>
  )
}
