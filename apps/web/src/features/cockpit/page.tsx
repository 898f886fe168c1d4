import { Link } from '@tanstack/react-router'
import { useMay, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { BoardContext } from '../../ui/board/board-context.ts'
import { type Board, useBoard } from '../../ui/board/use-board.ts'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { CockpitGrid } from './cockpit-grid.tsx'
import { CockpitHead } from './cockpit-head.tsx'
import { CockpitSkeleton } from './cockpit-skeleton.tsx'
import { ownWorkOf } from './own-work.ts'
import { cockpitTexts } from './texts.ts'
import '../../ui/board/board.css'
import './cockpit.css'

export default function CockpitPage() {
  const t = useText()
  const [{ area }] = useViewState()
  const state = useBoard(area)
  usePageTitle(t(cockpitTexts.title))
  switch (state.kind) {
    case 'noList':
      return <EmptyState title={t(cockpitTexts.noListTitle)} hint={t(cockpitTexts.noListHint)} />
    case 'loading':
      return <CockpitSkeleton />
    case 'failed':
      return <ErrorState error={state.error} onRetry={state.retry} />
    case 'ready':
      return (
        <BoardContext value={state.board.scope}>
          <Filled board={state.board} area={area} renewing={state.renewing} />
        </BoardContext>
      )
  }
}

interface FilledProps {
  readonly board: Board
  readonly area: string | undefined
  readonly renewing: boolean
}

function Filled({ board, area, renewing }: FilledProps) {
  if (board.cockpit.items === 0 && !area) return <NothingListed board={board} />
  return (
    <div className="cockpit" aria-busy={renewing}>
      <CockpitHead board={board} area={area} />
      <CockpitGrid board={board} area={area} />
    </div>
  )
}

function NothingListed({ board }: { readonly board: Board }) {
  const t = useText()
  const may = useMay()
  const own = ownWorkOf(useSession().me)
  const { key, itemTitle } = board.scope.playbook
  const title = t(cockpitTexts.emptyTitle, { item: t(itemTitle) })
  // Whoever only reads finds what has been opened to him: nothing, so far.
  if (!may('item.create')) {
    return (
      <EmptyState
        title={t(own?.empty ?? cockpitTexts.emptyReadingTitle)}
        hint={t(own?.emptyHint ?? cockpitTexts.emptyReading)}
      >
        <Link className="button is-primary" to="/access">
          {t(cockpitTexts.whatMayI)}
        </Link>
        <Link className="button" to="/rules/$playbook" params={{ playbook: key }}>
          {t(cockpitTexts.readRules)}
        </Link>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={title} hint={t(cockpitTexts.emptyHint)}>
      {may('import.run') ? (
        <Link className="button is-primary" to="/import/$playbook" params={{ playbook: key }}>
          {t(cockpitTexts.importLedger)}
        </Link>
      ) : null}
      <Link className="button" to="/list/$playbook" params={{ playbook: key }}>
        {t(cockpitTexts.addItem)}
      </Link>
    </EmptyState>
  )
}
