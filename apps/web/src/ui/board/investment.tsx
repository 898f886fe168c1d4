import type { Cockpit } from '@guatu/contract'
import { moneyFigure } from '@guatu/kernel'
import { type Condition, is } from '../../api/filter.ts'
import { fieldOf } from '../../api/playbook.ts'
import { type Translate, useLanguage, useText } from '../../app/language.ts'
import { countText, decimalText, percentText } from '../format.ts'
import { MoneyText } from '../money-text.tsx'
import { Section } from '../section.tsx'
import { useBoardScope } from './board-context.ts'
import { FigureLink } from './figure-link.tsx'
import { boardTexts } from './texts.ts'

type Investment = Cockpit['investment']

function pace(t: Translate, aheadPoints: number): string {
  const points = decimalText(Math.abs(aheadPoints))
  if (points === '0') return t(boardTexts.onSchedule)
  return t(aheadPoints > 0 ? boardTexts.ahead : boardTexts.behind, { points })
}

/** The one dominant number: the year's investment done against its plan, with the time schedule marked on the bar. */
export function InvestmentFigure({ investment }: { readonly investment: Investment }) {
  const t = useText()
  const { playbook } = useBoardScope()
  const { donePercent, elapsedPercent, aheadPoints } = investment
  const planField = fieldOf(playbook, 'annualPlan')
  const doneField = fieldOf(playbook, 'annualDone')
  const planned: Condition[] = planField ? [{ key: planField, operator: 'from', values: ['0.01'] }] : []
  const reported: Condition[] = doneField ? [{ key: doneField, operator: 'from', values: ['0.01'] }] : []
  return (
    <Section
      title={t(boardTexts.investment)}
      aside={t(boardTexts.timeSchedule, { percent: percentText(elapsedPercent) })}
      className="investment"
    >
      {donePercent === null ? (
        <p className="investment-none">
          {t(boardTexts.noPlan)}
          <small>{t(boardTexts.noPlanHint)}</small>
        </p>
      ) : (
        <FigureLink wanted={planned} sort="-behindPoints" className="dominant">
          {decimalText(donePercent)}
          <small>%</small>
        </FigureLink>
      )}
      <ScheduleBar donePercent={donePercent ?? 0} elapsedPercent={elapsedPercent} />
      {aheadPoints === null ? null : (
        <p className={`investment-pace ${aheadPoints < 0 ? 'is-behind' : ''}`}>{pace(t, aheadPoints)}</p>
      )}
      <dl className="investment-sums">
        <div>
          <dt>{t(boardTexts.doneOfPlan)}</dt>
          <dd>
            <FigureLink wanted={planned} {...(doneField ? { sort: `-${doneField}` } : {})}>
              <MoneyText amount={investment.plannedDoneCny} places={1} />
            </FigureLink>
          </dd>
        </div>
        <div>
          <dt>{t(boardTexts.ofPlan)}</dt>
          <dd>
            <FigureLink wanted={planned} {...(planField ? { sort: `-${planField}` } : {})}>
              <MoneyText amount={investment.planCny} places={1} />
            </FigureLink>
          </dd>
        </div>
        <div>
          <dt>{t(boardTexts.verified)}</dt>
          <dd>
            <FigureLink wanted={reported}>
              <MoneyText amount={investment.verifiedCny} places={1} />
            </FigureLink>
          </dd>
        </div>
      </dl>
      <UnplannedDone investment={investment} />
    </Section>
  )
}

/** Work outside of the plan is told apart: it does not fulfil the plan. */
function UnplannedDone({ investment: { unplannedItems, unplannedDoneCny } }: { readonly investment: Investment }) {
  const t = useText()
  const language = useLanguage()
  const { playbook } = useBoardScope()
  if (unplannedItems === 0) return null
  const { number, unit } = moneyFigure(unplannedDoneCny, 'CNY', language, 1)
  const said = { count: countText(unplannedItems), item: t(playbook.itemTitle), amount: `${number} ${unit}` }
  return (
    <p className="investment-unplanned">
      <FigureLink wanted={[is('gap', 'doneWithoutPlan')]}>{t(boardTexts.doneWithoutPlan, said)}</FigureLink>
    </p>
  )
}

function ScheduleBar({ donePercent, elapsedPercent }: { donePercent: number; elapsedPercent: number }) {
  // More than the whole plan still leaves the mark of the time schedule in its place.
  const whole = Math.max(100, donePercent)
  return (
    <svg className="schedule-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="schedule-bar-plan" y="3" width="100" height="4" />
      <rect className="schedule-bar-done" y="3" width={(Math.max(0, donePercent) / whole) * 100} height="4" />
      <rect className="schedule-bar-mark" x={(elapsedPercent / whole) * 100 - 0.35} width="0.7" height="10" />
    </svg>
  )
}
