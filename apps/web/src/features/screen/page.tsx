import { useEffect, useState } from 'react'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { BoardContext } from '../../ui/board/board-context.ts'
import { useBoard } from '../../ui/board/use-board.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { type StageSize, stageSizeOf } from './stage-size.ts'
import { screenTexts } from './texts.ts'
import { Wall } from './wall.tsx'
import '../../ui/board/board.css'
import './screen.css'

const refreshSeconds = 30

export default function ScreenPage() {
  const t = useText()
  const [{ area }] = useViewState()
  const state = useBoard(area, refreshSeconds)
  const size = useStageSize()
  usePageTitle(t(screenTexts.title))
  if (state.kind === 'ready' && state.board.cockpit.items > 0)
    return (
      <BoardContext value={state.board.scope}>
        <Wall board={state.board} area={area} size={size} />
      </BoardContext>
    )
  return (
    <main className="screen-wait">
      {state.kind === 'loading' ? <Skeleton label={t(screenTexts.loading)} lines={8} /> : null}
      {state.kind === 'failed' ? <ErrorState error={state.error} onRetry={state.retry} /> : null}
      {state.kind === 'noList' ? <EmptyState title={t(screenTexts.noListTitle)} /> : null}
      {state.kind === 'ready' ? (
        <EmptyState
          title={t(screenTexts.emptyTitle, { item: t(state.board.scope.playbook.itemTitle) })}
          hint={t(screenTexts.emptyHint)}
        />
      ) : null}
    </main>
  )
}

function useStageSize(): StageSize {
  const [size, setSize] = useState(() => stageSizeOf(innerWidth, innerHeight))
  useEffect(() => {
    const onResize = () => setSize(stageSizeOf(innerWidth, innerHeight))
    addEventListener('resize', onResize)
    return () => removeEventListener('resize', onResize)
  }, [])
  return size
}
