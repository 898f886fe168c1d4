import type { Cockpit } from '@guatu/contract'
import type { ReactNode } from 'react'
import { type Condition, is } from '../../api/filter.ts'
import { fieldOf } from '../../api/playbook.ts'
import { useText } from '../../app/language.ts'
import { countText } from '../format.ts'
import { MoneyText } from '../money-text.tsx'
import { useBoardScope } from './board-context.ts'
import { FigureLink } from './figure-link.tsx'
import { boardTexts } from './texts.ts'

/** The figures beside the dominant one, each opening its rows. */
export function KeyFigures({ cockpit }: { readonly cockpit: Cockpit }) {
  const t = useText()
  const { playbook } = useBoardScope()
  const amount = fieldOf(playbook, 'amount')
  return (
    <dl className="key-figures">
      <KeyFigure title={t(boardTexts.listedItems)} wanted={[]}>
        {countText(cockpit.items)}
      </KeyFigure>
      <KeyFigure title={t(boardTexts.totalInvestment)} wanted={[]} {...(amount ? { sort: `-${amount}` } : {})}>
        <MoneyText amount={cockpit.totalInvestmentCny} places={1} />
      </KeyFigure>
      <KeyFigure title={t(boardTexts.from100m)} wanted={[is('gap', 'from100m')]}>
        {countText(cockpit.itemsFrom100m)}
      </KeyFigure>
      <KeyFigure title={t(boardTexts.startedThisMonth)} wanted={[is('started', cockpit.today.slice(0, 7))]}>
        {countText(cockpit.startedThisMonth)}
      </KeyFigure>
      <KeyFigure
        title={t(boardTexts.withBlockers)}
        wanted={[is('gap', 'withBlockers')]}
        warns={cockpit.withBlockers > 0}
      >
        {countText(cockpit.withBlockers)}
      </KeyFigure>
    </dl>
  )
}

interface KeyFigureProps {
  readonly title: string
  readonly wanted: readonly Condition[]
  readonly sort?: string
  readonly warns?: boolean
  readonly children: ReactNode
}

function KeyFigure({ title, wanted, sort, warns, children }: KeyFigureProps) {
  return (
    <div className={warns ? 'warns' : ''}>
      <dt>{title}</dt>
      <dd>
        <FigureLink wanted={wanted} {...(sort ? { sort } : {})} className="figure">
          {children}
        </FigureLink>
      </dd>
    </div>
  )
}
