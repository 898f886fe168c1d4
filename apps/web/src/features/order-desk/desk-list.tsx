import { advanceItems, type DeskRow } from '@guatu/contract'
import { showValue } from '@guatu/derive'
import type { Playbook } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { stageTitle } from '../../api/playbook.ts'
import { refresh } from '../../api/query.ts'
import { useDirectory } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { showContext } from '../../forms/show-context.ts'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { dayOfInstant, dayText } from '../../ui/format.ts'
import { Hint } from '../../ui/hint.tsx'
import { LampMark } from '../../ui/lamp-mark.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { deskTexts as texts } from './texts.ts'
import { commonMove, nextMove } from './view.ts'

interface ListProps {
  readonly playbook: Playbook
  readonly rows: readonly DeskRow[]
}

type Move = DeskRow['moves'][number]

/** Makes one move with some rows, and says of each that could not be moved why. */
function useMoving() {
  const t = useText()
  return useMutation({
    mutationFn: ({ rows, move }: { readonly rows: readonly DeskRow[]; readonly move: Move }) =>
      call(advanceItems, {
        body: { to: move.to, move: move.key, items: rows.map(({ itemId, revision }) => ({ itemId, revision })) },
      }),
    onSuccess: async ({ moved, refused }, { move }) => {
      if (moved.length > 0) toast({ text: t(texts.moved, { move: t(move.title), count: moved.length }) })
      const why = [...new Set(refused.flatMap(({ reasons }) => reasons.map((reason) => t(reason))))].join('；')
      if (refused.length > 0) toast({ text: t(texts.notMoved, { count: refused.length, why }), tone: 'failed' })
      await refresh()
    },
    onError: (error) => toast({ text: String(error), tone: 'failed', error }),
  })
}

export function DeskList({ playbook, rows }: ListProps) {
  const t = useText()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const moving = useMoving()
  const picked = rows.filter(({ itemId }) => chosen.has(itemId))
  const common = commonMove(picked)
  const toggle = (itemId: string) => {
    const next = new Set(chosen)
    if (!next.delete(itemId)) next.add(itemId)
    setChosen(next)
  }
  const make = (some: readonly DeskRow[], move: Move) =>
    moving.mutate({ rows: some, move }, { onSuccess: () => setChosen(new Set()) })
  if (rows.length === 0) return <EmptyState title={t(texts.nothingMine)} />
  return (
    <>
      <ul className="desk-list" aria-label={t(texts.list)}>
        {rows.map((row) => (
          <Row
            key={row.itemId}
            {...{ playbook, row }}
            isChosen={chosen.has(row.itemId)}
            isBusy={moving.isPending}
            onToggle={() => toggle(row.itemId)}
            onMove={(move) => make([row], move)}
          />
        ))}
      </ul>
      {common ? (
        <div className="desk-bulk no-print">
          <button type="button" className="button is-primary" onClick={() => make(picked, common)}>
            {t(texts.bulk, { move: t(common.title), count: picked.length })}
          </button>
        </div>
      ) : null}
    </>
  )
}

interface RowProps {
  readonly playbook: Playbook
  readonly row: DeskRow
  readonly isChosen: boolean
  readonly isBusy: boolean
  readonly onToggle: () => void
  readonly onMove: (move: Move) => void
}

function Row({ playbook, row, isChosen, isBusy, onToggle, onMove }: RowProps) {
  const t = useText()
  const directory = useDirectory()
  const [, change] = useViewState()
  const { itemId, title, stage, lamp, lampText, leadOrgId } = row
  const move = nextMove(row)
  const documents = Object.entries(playbook.documents ?? {}).filter(([, { needs }]) => row.fields[needs])
  return (
    <li className="desk-row">
      <span className="desk-pick no-print">
        {move?.plain ? (
          <input type="checkbox" aria-label={t(texts.select, { title })} checked={isChosen} onChange={onToggle} />
        ) : null}
      </span>
      <span className="desk-lamp">
        <Hint hint={lampText ? t(lampText) : null}>
          <LampMark level={lamp} />
        </Hint>
      </span>
      <span className="desk-what">
        <Link to="/item/$itemId" params={{ itemId }}>
          {title}
        </Link>
        <Kind {...{ playbook, row }} />
      </span>
      <span className="desk-unit">{directory.orgName(leadOrgId)}</span>
      <span className="desk-stage">{t(stageTitle(playbook, stage))}</span>
      <Due row={row} />
      <span className="desk-acts no-print">
        {documents.map(([key, template]) => (
          <button
            key={key}
            type="button"
            className="link-button"
            onClick={() => void change({ document: key, item: itemId })}
          >
            {t(template.title)}
          </button>
        ))}
        {move?.plain ? (
          <button type="button" className="button" disabled={isBusy} onClick={() => onMove(move)}>
            {t(move.title)}
          </button>
        ) : move ? (
          <Link className="button" to="/item/$itemId" params={{ itemId }}>
            {t(move.title)}
          </Link>
        ) : null}
      </span>
    </li>
  )
}

/** Number and kind, by the list's own numbering. */
function Kind({ playbook, row }: Pick<RowProps, 'playbook' | 'row'>) {
  const t = useText()
  const context = useFieldContext()
  const { numbering } = playbook
  if (!numbering) return null
  const number = row.fields[numbering.field]
  const field = playbook.fields[numbering.by]
  const kind = row.fields[numbering.by]
  return (
    <small>
      {field && typeof kind === 'string' ? showValue(field, kind, showContext(context)) : null}{' '}
      {typeof number === 'string' ? number : t(texts.noNumber)}
    </small>
  )
}

function Due({ row }: Pick<RowProps, 'row'>) {
  const t = useText()
  const language = useLanguage()
  const { today } = useFieldContext()
  const { clock, deadline } = row
  if (clock?.paused) return <span className="desk-due">{t(texts.paused)}</span>
  const day = clock?.dueAt ? dayOfInstant(clock.dueAt) : deadline
  if (!day) return <span className="desk-due is-none">{t(texts.noDue)}</span>
  return (
    <span className={`desk-due ${clock?.overdue ? 'is-late' : ''}`}>
      {t(texts.due, { day: dayText(day, { language, today }) })}
      {clock?.overdue ? <small>◆ {t(texts.overdue)}</small> : null}
    </span>
  )
}
