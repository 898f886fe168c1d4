import type { PatrolCell, PatrolReply } from '@guatu/contract'
import { useDirectory, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { Section } from '../../ui/section.tsx'
import { patrolTexts as texts } from './texts.ts'
import { monthsOf, type PatrolView, townRows } from './view.ts'

/** Towns by months: how many visits were made of those planned, and where one was missed. Every figure opens its visits. */
export function MonthBoard({ reply, view }: { readonly reply: PatrolReply; readonly view: PatrolView }) {
  const t = useText()
  const directory = useDirectory()
  const { areas, today } = useSession()
  const months = monthsOf(reply.cells)
  const far = (month: number) => (Math.abs(month - Number(today.slice(5, 7))) > 2 ? 'is-far' : undefined)
  const rows = townRows(
    reply,
    areas.map(({ code }) => code),
  )
  const nameOf = (areaCode: string | null) => (areaCode ? directory.areaName(areaCode) : t(texts.noTown))
  return (
    <Section title={t(texts.board)} aside={t(texts.boardHint)}>
      <div className="patrol-board">
        <table>
          <thead>
            <tr>
              <th scope="col">{t(texts.town)}</th>
              {months.map((month) => (
                <th key={month} scope="col" className={far(month)}>
                  {t(texts.month, { month })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.areaCode ?? 'none'}>
                <th scope="row">{nameOf(row.areaCode)}</th>
                {months.map((month) => {
                  const cell = row.months[month - 1]
                  return (
                    <td key={month} className={far(month)}>
                      {cell ? <Cell cell={cell} town={nameOf(row.areaCode)} view={view} /> : null}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

interface CellProps {
  readonly cell: PatrolCell
  readonly town: string
  readonly view: PatrolView
}

function Cell({ cell, town, view }: CellProps) {
  const t = useText()
  const [, change] = useViewState()
  const { month, areaCode, made, planned, missed } = cell
  const area = areaCode ?? 'none'
  const pressed = view.month === month && view.area === area
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={missed > 0 ? 'is-missed' : made >= planned ? 'is-kept' : ''}
      onClick={() => void change(pressed ? { month: undefined, area: undefined } : { month: String(month), area })}
    >
      <span className="aside-text">{t(texts.cell, { town, month, made, planned, missed })}</span>
      <span aria-hidden="true">
        {made}/{planned}
        {missed > 0 ? ' ◆' : ''}
      </span>
    </button>
  )
}
