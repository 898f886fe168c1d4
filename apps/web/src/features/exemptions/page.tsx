import { type ExemptionList, type ExemptionState, exemptionStates, listExemptions } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { refresh, useRoute } from '../../api/query.ts'
import { useDirectory } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { ExemptionLine } from '../../ui/exemption/exemption-line.tsx'
import { exemptionStateTitles } from '../../ui/exemption/texts.ts'
import { countText } from '../../ui/format.ts'
import { Sentence } from '../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { listTexts as texts } from './texts.ts'
import './exemptions.css'

const stateIn = (text: string | undefined): ExemptionState =>
  exemptionStates.find((state) => state === text) ?? 'inForce'

/** 亮灯豁免: every exemption in force over all lists, with ground, last day and approver, and what waits for a decision. */
export default function ExemptionsPage() {
  const t = useText()
  const [view, change] = useViewState()
  const state = stateIn(view.state)
  const { data, error } = useRoute(listExemptions, { query: { state } }, { keepLast: true })
  usePageTitle(t(texts.pageTitle))
  if (error) return <ErrorState error={error} onRetry={() => void refresh(listExemptions)} />
  if (!data) return <Skeleton label={t(texts.loading)} lines={8} />
  const { inForce, asked } = data.counts
  return (
    <div className="exemption-page">
      <Sentence>{inForce + asked === 0 ? t(texts.sentenceNone) : t(texts.sentence, { inForce, asked })}</Sentence>
      <nav className="exemption-tabs" aria-label={t(texts.states)}>
        {exemptionStates.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === state}
            onClick={() => void change({ state: one === 'inForce' ? undefined : one })}
          >
            {t(exemptionStateTitles[one])} <strong>{countText(data.counts[one])}</strong>
          </button>
        ))}
      </nav>
      <Listed exemptions={data.exemptions} />
    </div>
  )
}

function Listed({ exemptions }: Pick<ExemptionList, 'exemptions'>) {
  const t = useText()
  const { orgName } = useDirectory()
  if (exemptions.length === 0) return <EmptyState title={t(texts.emptyTitle)} hint={t(texts.emptyHint)} />
  return (
    <ul className="exemptions">
      {exemptions.map(({ exemption, itemTitle, leadOrgId, decidable }) => (
        <ExemptionLine
          key={exemption.exemptionId}
          exemption={exemption}
          decidable={decidable}
          subject={
            <span>
              <Link to="/item/$itemId" params={{ itemId: exemption.itemId }} preload={false}>
                {itemTitle}
              </Link>{' '}
              <span className="exemption-said">{leadOrgId ? orgName(leadOrgId) : ''}</span>
            </span>
          }
        />
      ))}
    </ul>
  )
}
