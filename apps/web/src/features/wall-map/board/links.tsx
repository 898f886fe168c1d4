import { memo, useMemo } from 'react'
import { arrowOf, pathOf } from '../links/route.ts'
import { visibleLinks } from '../links/visible-links.ts'
import type { WallRow } from '../rows/row-model.ts'
import { type TimeScale, xOfDay } from '../scale/time-scale.ts'
import type { DayWindow } from '../scale/visible-window.ts'
import { ROW_PX } from './sizes.ts'

interface LinksProps {
  readonly rows: readonly WallRow[]
  readonly rowIndex: ReadonlyMap<string, number>
  readonly scale: TimeScale
  readonly window: DayWindow
  readonly firstRow: number
  readonly lastRow: number
  readonly selectedItemId: string | null
}

/** Wider apart than this, days give lines room; further out only the selected project's links are drawn. */
const LEAST_DAY_PX = 1.5

/** Links of what is on screen, as one picture: rows stay plain text and boxes. */
export const Links = memo(function Links(props: LinksProps) {
  const { rows, rowIndex, scale, window, firstRow, lastRow, selectedItemId } = props
  const left = xOfDay(scale, window.fromDay)
  const width = xOfDay(scale, window.untilDay) - left
  const top = firstRow * ROW_PX
  const height = (lastRow - firstRow + 1) * ROW_PX
  const drawn = useMemo(() => {
    const all = visibleLinks({ rows, rowIndex, scale, rowHeight: ROW_PX, firstRow, lastRow, selectedItemId })
    const wanted = scale.dayWidth < LEAST_DAY_PX ? all.filter((line) => line.selected) : all
    return wanted.filter(({ points }) => points.some(([x]) => x >= left) && points.some(([x]) => x <= left + width))
  }, [rows, rowIndex, scale, firstRow, lastRow, selectedItemId, left, width])
  if (drawn.length === 0 || width <= 0) return null
  return (
    <svg
      className="wall-links"
      aria-hidden="true"
      style={{ left, top, width, height }}
      viewBox={`${left} ${top} ${width} ${height}`}
    >
      {drawn.map(({ key, points, soft, critical, selected }) => (
        <g
          key={key}
          className={['wall-link', soft && 'is-soft', critical && 'is-critical', selected && 'is-selected']
            .filter(Boolean)
            .join(' ')}
        >
          <path d={pathOf(points)} />
          <path className="wall-arrow" d={arrowOf(points)} />
        </g>
      ))}
    </svg>
  )
})
