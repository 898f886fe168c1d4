import type { StageBoard } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Condition, is } from '../../api/filter.ts'
import { useDirectory } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { countText } from '../../ui/format.ts'
import { Sentence } from '../../ui/section.tsx'
import { boardTexts as texts } from './texts.ts'
import { boardFilter, overdueRules } from './view.ts'

interface BoardHeadProps {
  readonly playbook: Playbook
  readonly board: StageBoard
  readonly conditions: readonly Condition[]
  readonly children: ReactNode
}

/** One sentence, the one number that matters, and what to do. */
export function BoardHead({ playbook, board, conditions, children }: BoardHeadProps) {
  const t = useText()
  const open = playbook.stages.filter(({ final }) => !final).map(({ key }) => key)
  const link = (...more: readonly Condition[]) => ({
    to: '/list/$playbook' as const,
    params: { playbook: playbook.key },
    search: { filter: boardFilter(conditions, ...more) },
    preload: false as const,
  })
  return (
    <header className="problems-head">
      <div>
        <HeadSentence playbook={playbook} board={board} />
        <p className="problems-figures">
          <Link {...link(is('stage', ...open))}>
            {t(texts.open)} <strong>{countText(board.open)}</strong>
          </Link>
          <span>
            {t(texts.warning)} <strong>{countText(board.warning)}</strong>
          </span>
          {children}
        </p>
      </div>
      <Link
        {...link(is('rule', ...overdueRules(playbook)))}
        className={`problems-dominant ${board.overdue === 0 ? 'is-none' : ''}`}
      >
        <strong>{countText(board.overdue)}</strong>
        <span>{t(texts.overdue)}</span>
      </Link>
    </header>
  )
}

function HeadSentence({ playbook, board }: Pick<BoardHeadProps, 'playbook' | 'board'>) {
  const t = useText()
  const { orgName } = useDirectory()
  const item = t(playbook.itemTitle)
  const { open, overdue, units } = board
  if (open === 0) return <Sentence>{t(texts.sentence.none, { item })}</Sentence>
  if (overdue === 0) return <Sentence>{t(texts.sentence.calm, { item, open: countText(open) })}</Sentence>
  const worst = units.find((unit) => unit.orgId !== null && unit.overdue > 0)
  return (
    <Sentence>
      {t(texts.sentence.overdue, { item, open: countText(open), overdue: countText(overdue) })}
      {worst ? t(texts.sentence.worst, { count: worst.overdue, unit: orgName(worst.orgId) }) : ''}
      {t(texts.sentence.stop)}
    </Sentence>
  )
}
