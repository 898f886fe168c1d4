import { lampFaces, lampLevels } from '@guatu/kernel'
import { Link } from '@tanstack/react-router'
import { filterText, is } from '../../api/filter.ts'
import { useText } from '../../app/language.ts'
import type { ViewState } from '../../app/search.ts'
import type { FieldContext } from '../../forms/context.ts'
import { countText } from '../../ui/format.ts'
import { Sentence } from '../../ui/section.tsx'
import { sumText } from './columns/cell-text.ts'
import { withConditions } from './filter/conditions.ts'
import type { ListReply } from './grid/use-rows.ts'
import { ledgerTexts } from './texts.ts'
import type { LedgerView, LedgerViewActions } from './view/use-ledger-view.ts'

interface SummaryProps {
  readonly view: LedgerView
  readonly actions: LedgerViewActions
  readonly context: FieldContext
  readonly totals: ListReply
}

/** The rest of the view stays as it is; typed loosely because the page's search is. */
const keepingView = (patch: ViewState) => ((last: ViewState) => ({ ...last, ...patch })) as never

/** 共 182 个项目，总投资 1,234 亿元，其中 9 个红灯。Each figure opens its rows. */
export function LedgerSentence({ view, context, totals }: Omit<SummaryProps, 'actions'>) {
  const t = useText()
  const item = t(view.playbook.itemTitle)
  if (totals.total === 0)
    return (
      <Sentence>
        {t(ledgerTexts.sentenceNone, { item })}
        {t(ledgerTexts.stop)}
      </Sentence>
    )
  const { red } = totals.lamps
  const lamp = t(lampFaces.red.title)
  const amount = view.playbook.roles.amount
  const lit = filterText(withConditions(view.conditions, 'lamp', [is('lamp', 'red')]))
  return (
    <Sentence>
      {t(ledgerTexts.sentenceItems, { count: totals.total, item }).replace(
        String(totals.total),
        countText(totals.total),
      )}
      {amount && totals.sums.amountCny !== '0' ? (
        <>
          {t(ledgerTexts.comma)}
          <Link to="." search={keepingView({ sort: `-${amount}`, row: undefined })}>
            {t(ledgerTexts.sentenceSum, { sum: sumText(totals.sums.amountCny, context) })}
          </Link>
        </>
      ) : null}
      {red > 0 ? (
        <>
          {t(ledgerTexts.among)}
          <Link to="." search={keepingView({ filter: lit, row: undefined })} className="is-red-text">
            {t(ledgerTexts.sentenceLit, { count: red, lamp })}
          </Link>
        </>
      ) : (
        t(ledgerTexts.sentenceCalm)
      )}
      {t(ledgerTexts.stop)}
    </Sentence>
  )
}

/** Count, sums and lamp counts of the selection; a lamp opens its rows, a second click all of them again. */
export function TotalsLine({ view, actions, context, totals }: SummaryProps) {
  const t = useText()
  const chosen = view.conditions.find(({ key, operator }) => key === 'lamp' && operator === 'in')?.values ?? []
  const { amount, annualPlan, annualDone } = view.playbook.roles
  const sums = [
    [amount, ledgerTexts.amountSum, totals.sums.amountCny],
    [annualPlan, ledgerTexts.planSum, totals.sums.planCny],
    [annualDone, ledgerTexts.doneSum, totals.sums.doneCny],
  ] as const
  const toggle = (level: string) => {
    const only = chosen.length === 1 && chosen[0] === level
    actions.setConditions(withConditions(view.conditions, 'lamp', only ? [] : [is('lamp', level)]))
  }
  return (
    <div className="totals-line">
      <strong>{t(ledgerTexts.totals)}</strong>
      <span>
        {t(ledgerTexts.count, { count: totals.total }).replace(String(totals.total), countText(totals.total))}
      </span>
      {sums.map(([key, title, sum]) =>
        key ? (
          <button key={key} type="button" onClick={() => actions.setSort([{ key, descending: true }])}>
            {t(title)} <b>{sumText(sum, context)}</b>
          </button>
        ) : null,
      )}
      <span className="totals-lamps">
        {lampLevels.map((level) =>
          totals.lamps[level] > 0 ? (
            <button key={level} type="button" aria-pressed={chosen.includes(level)} onClick={() => toggle(level)}>
              <span className={`lamp is-${level}`}>
                <span aria-hidden="true">{lampFaces[level].glyph}</span>
                {t(lampFaces[level].title)}
              </span>{' '}
              <b>{countText(totals.lamps[level])}</b>
            </button>
          ) : null,
        )}
      </span>
    </div>
  )
}
