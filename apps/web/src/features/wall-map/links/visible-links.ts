import type { LinkReply, WallItem } from '@guatu/contract'
import { rowKey, type WallRow } from '../rows/row-model.ts'
import { nodeSpan } from '../rows/span.ts'
import { type TimeScale, xOfDay } from '../scale/time-scale.ts'
import { type BarEnds, type Point, routeLink } from './route.ts'

export interface DrawnLink {
  readonly key: string
  readonly points: readonly Point[]
  readonly soft: boolean
  readonly critical: boolean
  readonly selected: boolean
}

interface Surroundings {
  readonly rows: readonly WallRow[]
  readonly rowIndex: ReadonlyMap<string, number>
  readonly scale: TimeScale
  readonly rowHeight: number
  /** Rows on screen, both inclusive. */
  readonly firstRow: number
  readonly lastRow: number
  readonly selectedItemId: string | null
}

/** Lines between rows on screen, and all lines of the selected project that cross the screen. */
export function visibleLinks(around: Surroundings): DrawnLink[] {
  const { rows, firstRow, lastRow } = around
  const drawn: DrawnLink[] = []
  let seen: WallItem | null = null
  for (let index = firstRow; index <= lastRow; index += 1) {
    const item = rows[index]?.item
    if (item === undefined || item === seen) continue
    seen = item
    for (const link of item.links) {
      const line = drawLink(item, link, around)
      if (line) drawn.push(line)
    }
  }
  return drawn
}

function drawLink(item: WallItem, link: LinkReply, around: Surroundings): DrawnLink | null {
  const fromRow = around.rowIndex.get(rowKey(item.itemId, link.from))
  const toRow = around.rowIndex.get(rowKey(item.itemId, link.to))
  if (fromRow === undefined || toRow === undefined) return null
  const onScreen = (row: number): boolean => row >= around.firstRow && row <= around.lastRow
  const selected = item.itemId === around.selectedItemId
  const crosses = Math.max(fromRow, toRow) >= around.firstRow && Math.min(fromRow, toRow) <= around.lastRow
  if (!(selected ? crosses : onScreen(fromRow) && onScreen(toRow))) return null
  const from = barEnds(fromRow, around)
  const to = barEnds(toRow, around)
  if (from === null || to === null) return null
  return {
    key: `${item.itemId}/${link.from}/${link.to}/${link.type}`,
    points: routeLink(link.type, from.ends, to.ends, around.rowHeight),
    soft: link.soft,
    critical: from.critical && to.critical,
    selected,
  }
}

function barEnds(index: number, { rows, scale, rowHeight }: Surroundings): { ends: BarEnds; critical: boolean } | null {
  const row = rows[index]
  if (row?.kind !== 'node') return null
  const span = nodeSpan(row.node)
  if (span === null) return null
  const ends = {
    startX: xOfDay(scale, span.start),
    endX: xOfDay(scale, span.finish + 1),
    y: index * rowHeight + rowHeight / 2,
  }
  return { ends, critical: row.node.critical && !row.node.done }
}
