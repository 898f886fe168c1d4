import type { Cockpit } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { is } from '../../api/filter.ts'
import { useText } from '../../app/language.ts'
import { useBoardScope } from '../../ui/board/board-context.ts'
import { FigureLink } from '../../ui/board/figure-link.tsx'
import { countText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { cockpitTexts } from './texts.ts'

const gapKeys = ['noLeadOrg', 'noDeadline', 'noAnnualPlan', 'noOwner'] as const

/** What the list lacks: an item without a unit, a date or a person answers to nobody. */
export function ListGaps({ gaps }: { readonly gaps: Cockpit['gaps'] }) {
  const t = useText()
  const { playbook } = useBoardScope()
  const found = gapKeys.filter((key) => gaps[key] > 0)
  const toCheck = (
    <Link to="/check/$playbook" params={{ playbook: playbook.key }} preload={false}>
      {t(cockpitTexts.fiveFixes)}
    </Link>
  )
  return (
    <Section title={t(cockpitTexts.gaps)} aside={toCheck}>
      {found.length === 0 ? <p className="quiet">{t(cockpitTexts.gapsNone)}</p> : null}
      <ul className="gap-lines">
        {found.map((key) => (
          <li key={key}>
            <FigureLink wanted={[is('gap', key)]} className="gap-line">
              <span>{t(cockpitTexts[key])}</span>
              <span className="figure">{countText(gaps[key])}</span>
            </FigureLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
