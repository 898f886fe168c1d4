import { getStageBoard } from '@guatu/contract'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { usePlaybook } from '../../api/playbook.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useMay, useSession } from '../../api/session.tsx'
import { isTyping, type KeySection, useKeyHelp } from '../../app/keys.ts'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { BoardHead } from './board-head.tsx'
import { columnsOf } from './columns.ts'
import { FilterBar } from './filter-bar.tsx'
import { StageColumns } from './stage-columns.tsx'
import { boardTexts as texts } from './texts.ts'
import { boardConditions, boardFilter, boardView, isNarrowed, ownIds } from './view.ts'
import '../../forms/forms.css'
import './problem-board.css'

const keys: KeySection = {
  title: texts.keys.title,
  lines: [
    { keys: '← → ↑ ↓', title: texts.keys.move },
    { keys: 'Enter', title: texts.keys.open },
    { keys: 'N', title: texts.keys.raise },
    { keys: 'M', title: texts.keys.mine },
  ],
}

/** 难题台: what is stuck, by stage, each with the time that is left, the most urgent first. */
export default function ProblemBoardPage() {
  const t = useText()
  const { playbook: key } = useParams({ strict: false })
  const playbook = usePlaybook(key ?? '')
  const session = useSession()
  const [state, change] = useViewState()
  const view = boardView(state)
  const own = useMemo(() => ownIds(session), [session])
  const conditions = boardConditions(playbook, view, own)
  const filter = boardFilter(conditions)
  const query = { playbook: playbook.key, ...(filter ? { filter } : {}) }
  const found = useRoute(getStageBoard, { query }, { keepLast: true, refetchInterval: 60_000 })
  const mayRaise = useMay()('item.create')
  usePageTitle(t(playbook.title))
  useKeyHelp(keys)
  useBoardKeys(playbook.key, mayRaise, () => void change({ mine: view.mine ? undefined : '1' }))
  if (found.error) return <ErrorState error={found.error} onRetry={() => void refresh(getStageBoard)} />
  const board = found.data
  if (!board) return <Skeleton label={t(texts.loading)} lines={12} />
  const raise = mayRaise ? <RaiseLink playbook={playbook.key} /> : null
  const narrowed = isNarrowed(view)
  if (board.total === 0 && !narrowed) {
    return (
      <EmptyState title={t(texts.emptyTitle)} hint={t(texts.emptyHint)}>
        {raise}
      </EmptyState>
    )
  }
  return (
    <div className="problems" aria-busy={found.isPlaceholderData}>
      <BoardHead {...{ playbook, board, conditions }}>{raise}</BoardHead>
      <FilterBar {...{ playbook, board, view }} onChange={(patch) => void change(patch)} />
      {board.total === 0 ? <EmptyState title={t(texts.narrowedEmpty)} /> : null}
      <StageColumns
        {...{ playbook, conditions }}
        columns={columnsOf(playbook, board.stages)}
        minutesPerDay={board.minutesPerDay}
      />
    </div>
  )
}

function RaiseLink({ playbook }: { readonly playbook: string }) {
  const t = useText()
  return (
    <Link className="button is-primary no-print" to="/raise/$playbook" params={{ playbook }} preload={false}>
      {t(texts.raise)}
    </Link>
  )
}

/** Keys of the whole screen; those of the cards are theirs. */
function useBoardKeys(playbook: string, mayRaise: boolean, onMine: () => void) {
  const navigate = useNavigate()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (event.key === 'n' && mayRaise) void navigate({ to: '/raise/$playbook', params: { playbook } })
      if (event.key === 'm') onMine()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}
