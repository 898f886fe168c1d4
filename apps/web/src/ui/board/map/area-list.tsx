import { Link } from '@tanstack/react-router'
import { useText } from '../../../app/language.ts'
import { countText } from '../../format.ts'
import { useAreaName } from '../area-name.ts'
import { FigureLink } from '../figure-link.tsx'
import { AlarmGlyphs } from '../lamp-counts.tsx'
import { boardTexts } from '../texts.ts'
import type { AreaTotals } from './area-totals.ts'

interface AreaListProps {
  readonly areas: readonly AreaTotals[]
  readonly chosen: string | undefined
}

/** Areas as lines: on the phone instead of the map, elsewhere for those that have no place on it. */
export function AreaList({ areas, chosen }: AreaListProps) {
  const t = useText()
  const areaName = useAreaName()
  const most = Math.max(1, ...areas.map(({ items }) => items))
  return (
    <ul className="area-list">
      {areas.map((area) => (
        <li key={area.areaCode ?? ''}>
          {area.areaCode === null ? (
            <FigureLink wanted={[{ key: 'area', operator: 'empty', values: [] }]}>{t(boardTexts.noArea)}</FigureLink>
          ) : (
            <Link
              to="."
              search={(last) => ({ ...last, area: chosen === area.areaCode ? undefined : area.areaCode! })}
              aria-current={chosen === area.areaCode}
              resetScroll={false}
              preload={false}
            >
              {areaName(area.areaCode)}
            </Link>
          )}
          <svg className="area-list-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect width={(area.items / most) * 100} height="6" />
          </svg>
          <span className="area-list-alarms">
            <AlarmGlyphs lamps={area.lamps} />
          </span>
          <FigureLink
            wanted={[
              area.areaCode === null
                ? { key: 'area', operator: 'empty', values: [] }
                : { key: 'area', operator: 'in', values: [area.areaCode] },
            ]}
            className="figure"
          >
            {countText(area.items)}
          </FigureLink>
        </li>
      ))}
    </ul>
  )
}
