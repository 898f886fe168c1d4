import type { Playbook } from '@guatu/playbook'
import { useText } from '../../app/language.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Legend } from './board/legend.tsx'
import { Toolbar } from './board/toolbar.tsx'
import { WallBoard } from './board/wall-board.tsx'
import { WallContext } from './board/wall-context.ts'
import { WallSentence } from './board/wall-sentence.tsx'
import { DraftBar } from './drag/draft-bar.tsx'
import { FilterBar } from './filter/filter-bar.tsx'
import { LoadNote } from './load-note.tsx'
import { DetailPanel } from './panel/detail-panel.tsx'
import { PrintSheet } from './print/print-sheet.tsx'
import { usePrinting } from './print/use-printing.ts'
import { wallTexts } from './texts.ts'
import { useWallCommands } from './use-wall-commands.ts'
import { useWallMap } from './use-wall-map.ts'
import type { WallItems } from './view/use-wall-items.ts'

interface WallMapProps {
  readonly playbook: Playbook
  readonly loaded: WallItems
  readonly title: string
}

/** The whole screen: sentence, filters, tools, the map, and what stands beside it. */
export function WallMap({ playbook, loaded, title }: WallMapProps) {
  const t = useText()
  const map = useWallMap(playbook, loaded)
  const { wall, view, change, rows, active, camera, draft, go } = map
  const printing = usePrinting()
  useWallCommands(change, camera.toToday)
  const panel = view.panel && active !== undefined
  return (
    <WallContext value={wall}>
      <div className="wall-page">
        <header className="wall-top">
          <WallSentence
            figures={map.figures}
            total={loaded.total}
            onLate={() => change({ only: { critical: false, late: true }, top: null })}
            onGo={go}
          />
          <div className="wall-controls">
            <FilterBar {...map.address} playbook={playbook} view={view} change={change} />
            <Toolbar view={view} change={change} camera={camera} onPrint={() => window.print()} />
          </div>
        </header>
        <div className={panel ? 'wall-main has-panel' : 'wall-main'}>
          {rows.length === 0 ? (
            <EmptyState title={t(wallTexts.nothingTitle)} hint={t(wallTexts.nothingHint)} />
          ) : (
            <WallBoard {...map} />
          )}
          {panel ? (
            <DetailPanel
              row={active}
              playbook={playbook}
              onClose={() => change({ panel: false })}
              onGo={go}
              edits={map.edits}
            />
          ) : null}
        </div>
        <DraftBar draft={draft} today={wall.today} />
        <footer className="wall-foot">
          <Legend />
          <LoadNote loaded={loaded} />
        </footer>
        {printing ? <PrintSheet title={title} rows={rows} range={map.scale} /> : null}
      </div>
    </WallContext>
  )
}
