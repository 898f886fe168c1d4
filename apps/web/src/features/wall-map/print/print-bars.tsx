import type { WallItem, WallNode } from '@guatu/contract'
import { toDay } from '@guatu/schedule'
import { barClass } from '../board/node-bar.tsx'
import { useWall } from '../board/wall-context.ts'
import { floatWindow } from '../rows/float-window.ts'
import { lateDays } from '../rows/lateness.ts'
import type { WallRow } from '../rows/row-model.ts'
import { baselineSpan, nodeSpan, projectSpan, type Span } from '../rows/span.ts'
import { type TimeScale, xOfDay } from '../scale/time-scale.ts'

/** Widths in percent of the track: a scale whose whole line is 100 wide. */
export const percentScale = (range: Pick<TimeScale, 'firstDay' | 'endDay'>): TimeScale => ({
  ...range,
  dayWidth: 100 / (range.endDay - range.firstDay),
})

const boxOf = (scale: TimeScale, span: Span) => ({
  left: `${xOfDay(scale, span.start)}%`,
  width: `${Math.max(0.15, (span.finish - span.start + 1) * scale.dayWidth)}%`,
})

/** The marks of a row as they are on screen, measured in percent so that the whole range fits the sheet. */
export function PrintBars({ row, scale }: { readonly row: WallRow; readonly scale: TimeScale }) {
  return row.kind === 'node' ? (
    <NodeMarks item={row.item} node={row.node} scale={scale} />
  ) : (
    <ProjectMarks item={row.item} scale={scale} />
  )
}

interface NodeMarksProps {
  readonly item: WallItem
  readonly node: WallNode
  readonly scale: TimeScale
}

function NodeMarks({ item, node, scale }: NodeMarksProps) {
  const { calendar, today } = useWall()
  const span = nodeSpan(node)
  if (span === null) return null
  const baseline = baselineSpan(node)
  const float = floatWindow(item, node, calendar)
  const box = boxOf(scale, span)
  const place = node.durationWorkdays === 0 ? { left: `${xOfDay(scale, span.finish + 1)}%` } : box
  return (
    <>
      {baseline ? <span className="wall-baseline" style={boxOf(scale, baseline)} /> : null}
      {float.before ? <span className="wall-float is-before" style={boxOf(scale, float.before)} /> : null}
      {float.after ? <span className="wall-float" style={boxOf(scale, float.after)} /> : null}
      <span className={barClass(node, lateDays(node, today))} style={place} />
    </>
  )
}

function ProjectMarks({ item, scale }: { readonly item: WallItem; readonly scale: TimeScale }) {
  const { today } = useWall()
  const span = projectSpan(item)
  return (
    <>
      {span ? <span className="wall-thread" style={boxOf(scale, span)} /> : null}
      {item.nodes.map((node) => {
        const at = nodeSpan(node)
        if (at === null) return null
        const className = `${barClass(node, lateDays(node, today))} is-bead`
        return <span key={node.nodeKey} className={className} style={boxOf(scale, at)} />
      })}
      {item.deadline === null ? null : (
        <span className="wall-deadline" style={{ left: `${xOfDay(scale, toDay(item.deadline) + 1)}%` }} />
      )}
    </>
  )
}
