import { type Block, listBlocks } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { type Condition, is } from '../../api/filter.ts'
import { stageTitle } from '../../api/playbook.ts'
import { useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { countText } from '../../ui/format.ts'
import { type BoardColumn, cardGrid, isMoveKey, nextCard } from './columns.ts'
import { ProblemCard } from './problem-card.tsx'
import { boardTexts as texts } from './texts.ts'
import { boardFilter } from './view.ts'

interface StageColumnsProps {
  readonly playbook: Playbook
  readonly columns: readonly BoardColumn[]
  readonly conditions: readonly Condition[]
  readonly minutesPerDay: number
}

const mostAsked = 100

/** What the shown cards hold of projects, and what it costs them; asked once for all of them. */
function useBlocks(columns: readonly BoardColumn[]): (itemId: string) => readonly Block[] {
  const blocking = columns
    .flatMap(({ cards }) => cards)
    .filter(({ blocks }) => blocks > 0)
    .map(({ itemId }) => itemId)
  const items = blocking.slice(0, mostAsked).join(',')
  const found = useRoute(listBlocks, { query: { items } }, { enabled: items !== '', keepLast: true })
  return (itemId) => (found.data?.blocks ?? []).filter(({ blocker }) => blocker.itemId === itemId)
}

/** The stages side by side; on a phone one below the other. Arrows move between cards. */
export function StageColumns({ playbook, columns, conditions, minutesPerDay }: StageColumnsProps) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const blocksOf = useBlocks(columns)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isMoveKey(event.key) || !(event.target instanceof HTMLElement)) return
    const next = nextCard(cardGrid(columns), event.target.dataset.card ?? null, event.key)
    const card = box.current?.querySelector<HTMLElement>(`[data-card="${next}"]`)
    if (!card) return
    event.preventDefault()
    card.focus()
  }
  const drawn = (column: BoardColumn) => (
    <Column
      key={column.stage}
      column={column}
      title={t(stageTitle(playbook, column.stage))}
      playbook={playbook.key}
      filter={boardFilter(conditions, is('stage', column.stage))}
    >
      {column.cards.length === 0 && !column.isNarrow ? <p className="problems-quiet">{t(texts.stageEmpty)}</p> : null}
      <ol>
        {column.cards.map((card) => (
          <ProblemCard key={card.itemId} {...{ playbook, card, minutesPerDay }} blocks={blocksOf(card.itemId)} />
        ))}
      </ol>
    </Column>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus between the links within
    <div ref={box} className="problems-columns" onKeyDown={onKeyDown}>
      {columns.filter(({ isFinal }) => !isFinal).map(drawn)}
      <div className="problems-settled">{columns.filter(({ isFinal }) => isFinal).map(drawn)}</div>
    </div>
  )
}

interface ColumnProps {
  readonly column: BoardColumn
  readonly title: string
  readonly playbook: string
  /** Of the ledger's rows behind the column. */
  readonly filter: string
  readonly children: ReactNode
}

function Column({ column, title, playbook, filter, children }: ColumnProps) {
  const t = useText()
  return (
    <section
      className={`problems-column ${column.isNarrow ? 'is-narrow' : ''} ${column.isFinal ? 'is-final' : ''} ${column.total === 0 ? 'is-empty' : ''}`}
      aria-label={title}
    >
      <h2>
        <Link to="/list/$playbook" params={{ playbook }} search={{ filter }} preload={false}>
          {title} <strong>{countText(column.total)}</strong>
        </Link>
        {column.overdue > 0 ? (
          <span className="problems-overdue">
            ◆ {t(texts.overdue)} {countText(column.overdue)}
          </span>
        ) : null}
      </h2>
      {children}
      {column.total > column.cards.length ? (
        <Link className="problems-more" to="/list/$playbook" params={{ playbook }} search={{ filter }} preload={false}>
          {t(texts.more, { count: countText(column.total - column.cards.length) })}
        </Link>
      ) : null}
    </section>
  )
}
