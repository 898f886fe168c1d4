import { useText } from '../../app/language.ts'
import { AttentionList } from '../../ui/board/attention-list.tsx'
import { ChangeList } from '../../ui/board/change-list.tsx'
import { InvestmentFigure } from '../../ui/board/investment.tsx'
import { KeyFigures } from '../../ui/board/key-figures.tsx'
import { LampDistribution } from '../../ui/board/lamp-counts.tsx'
import { AreaList } from '../../ui/board/map/area-list.tsx'
import { AreaMapFigure } from '../../ui/board/map/area-map.tsx'
import { StageRiver } from '../../ui/board/river/stage-river.tsx'
import { boardTexts } from '../../ui/board/texts.ts'
import type { Board } from '../../ui/board/use-board.ts'
import { Section } from '../../ui/section.tsx'
import { ListGaps } from './list-gaps.tsx'

interface GridProps {
  readonly board: Board
  readonly area: string | undefined
}

export function CockpitGrid({ board, area }: GridProps) {
  const { cockpit } = board
  return (
    <>
      <div className="cockpit-left">
        <InvestmentFigure investment={cockpit.investment} />
        <KeyFigures cockpit={cockpit} />
        <LampDistribution lamps={cockpit.lamps} yesterday={cockpit.lampsYesterday} />
        <ListGaps gaps={cockpit.gaps} />
      </div>
      <Towns board={board} area={area} />
      <div className="cockpit-right">
        <AttentionList entries={cockpit.attention} total={cockpit.attentionTotal} limit={6} />
        <ChangeList changes={cockpit.changes} today={cockpit.today} limit={7} />
      </div>
      <div className="cockpit-river">
        <StageRiver stages={cockpit.stages} />
      </div>
    </>
  )
}

function Towns({ board, area }: GridProps) {
  const t = useText()
  const { map, areas } = board
  const drawn = new Set(map?.features.map(({ properties }) => properties.code))
  const others = areas.filter(({ areaCode, items }) => items > 0 && !drawn.has(areaCode ?? ''))
  return (
    <Section title={t(boardTexts.map)} className="cockpit-map">
      {map ? <AreaMapFigure map={map} areas={areas} chosen={area} /> : null}
      {map === undefined ? <div className="area-map" /> : null}
      <div className="cockpit-other-areas">
        {map && others.length > 0 ? <AreaList areas={others} chosen={area} /> : null}
      </div>
      <div className={`cockpit-all-areas ${map === null ? 'is-alone' : ''}`}>
        <AreaList areas={[...areas].sort((a, b) => b.items - a.items)} chosen={area} />
      </div>
    </Section>
  )
}
