import type { Text } from '../../app/language.ts'
import { useText } from '../../app/language.ts'
import { AttentionList, attentionKey } from '../../ui/board/attention-list.tsx'
import { ChangeList } from '../../ui/board/change-list.tsx'
import { HeadlineText } from '../../ui/board/headline-text.tsx'
import { InvestmentFigure } from '../../ui/board/investment.tsx'
import { KeyFigures } from '../../ui/board/key-figures.tsx'
import { LampDistribution } from '../../ui/board/lamp-counts.tsx'
import { AreaList } from '../../ui/board/map/area-list.tsx'
import { AreaMapFigure } from '../../ui/board/map/area-map.tsx'
import { StageRiver } from '../../ui/board/river/stage-river.tsx'
import { boardTexts } from '../../ui/board/texts.ts'
import type { Board } from '../../ui/board/use-board.ts'
import { Section } from '../../ui/section.tsx'
import { screenTexts } from './texts.ts'
import { useFresh } from './use-fresh.ts'

interface SceneProps {
  readonly board: Board
  readonly area: string | undefined
}

export interface Scene {
  readonly key: string
  readonly title: Text
  readonly show: (props: SceneProps) => React.ReactNode
}

export function Overview({ board: { cockpit } }: SceneProps) {
  return (
    <div className="scene-overview">
      <HeadlineText board={cockpit} />
      <InvestmentFigure investment={cockpit.investment} />
      <div className="scene-side">
        <KeyFigures cockpit={cockpit} />
        <LampDistribution lamps={cockpit.lamps} yesterday={cockpit.lampsYesterday} />
      </div>
    </div>
  )
}

const mostAreas = 12

function Towns({ board: { map, areas }, area }: SceneProps) {
  const t = useText()
  const byAlarm = [...areas].sort((a, b) => b.lamps.red - a.lamps.red || b.lamps.orange - a.lamps.orange)
  return (
    <div className="scene-towns">
      {map ? <AreaMapFigure map={map} areas={areas} chosen={area} textSize={15} /> : <span />}
      <Section title={t(boardTexts.map)}>
        <AreaList areas={byAlarm.slice(0, mostAreas)} chosen={area} />
      </Section>
    </div>
  )
}

function Cycle({ board: { cockpit } }: SceneProps) {
  return (
    <div className="scene-cycle">
      <StageRiver stages={cockpit.stages} />
    </div>
  )
}

function Today({ board: { cockpit } }: SceneProps) {
  const freshAttention = useFresh(cockpit.attention.map(attentionKey))
  const freshChanges = useFresh(cockpit.changes.map(({ seq }) => seq))
  return (
    <div className="scene-today">
      <AttentionList entries={cockpit.attention} total={cockpit.attentionTotal} limit={7} fresh={freshAttention} />
      <ChangeList changes={cockpit.changes} today={cockpit.today} limit={7} fresh={freshChanges} />
    </div>
  )
}

const overview: Scene = { key: 'overview', title: screenTexts.overview, show: Overview }
const others: readonly Scene[] = [
  { key: 'towns', title: screenTexts.towns, show: Towns },
  { key: 'cycle', title: screenTexts.cycle, show: Cycle },
  { key: 'today', title: screenTexts.today, show: Today },
]

/** On a double wall the overview stays, so it is not among the scenes that change. */
export const scenesOf = (double: boolean): readonly Scene[] => (double ? others : [overview, ...others])
