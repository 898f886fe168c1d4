import type { WallNode } from '@guatu/contract'
import { memo } from 'react'
import { useLanguage, useText } from '../../../app/language.ts'
import { dayText } from '../../../ui/format.ts'
import { barTexts } from '../bar-texts.ts'
import type { Grip } from '../drag/drag-model.ts'
import { lateDays } from '../rows/lateness.ts'
import { baselineSpan, floatSpan, nodeProgress, nodeSpan, type Span } from '../rows/span.ts'
import { type TimeScale, xOfDay } from '../scale/time-scale.ts'
import { nodeBarText } from './bar-text.ts'
import { useWall } from './wall-context.ts'

interface NodeBarProps {
  readonly node: WallNode
  readonly scale: TimeScale
  /** Where the bar stood before the change that is being tried. */
  readonly ghost: Span | null
  readonly onGrab: (grip: Grip, event: React.PointerEvent) => void
}

const boxOf = (scale: TimeScale, span: Span) => ({
  left: xOfDay(scale, span.start),
  width: Math.max(2, (span.finish - span.start + 1) * scale.dayWidth),
})

export const barClass = (node: WallNode, late: number): string =>
  [
    'wall-bar',
    node.done ? 'is-done' : node.critical ? 'is-critical' : '',
    late > 0 ? 'is-late' : '',
    node.durationWorkdays === 0 ? 'is-milestone' : '',
  ]
    .filter(Boolean)
    .join(' ')

/** A node over time: baseline below, float behind, the bar itself, and what it says at its end. */
export const NodeBar = memo(function NodeBar({ node, scale, ghost, onGrab }: NodeBarProps) {
  const t = useText()
  const language = useLanguage()
  const { today, calendar } = useWall()
  const span = nodeSpan(node)
  if (span === null) return null
  const baseline = baselineSpan(node)
  const float = floatSpan(node, calendar)
  const late = lateDays(node, today)
  const box = boxOf(scale, span)
  const progress = nodeProgress(node, today, calendar)
  const finish = node.actualFinish ?? node.plannedFinish
  const tailEnd = Math.max(span.finish + late, float?.finish ?? 0) + 1
  const labelX = Math.max(box.left + box.width + (node.durationWorkdays === 0 ? 6 : 0), xOfDay(scale, tailEnd))
  return (
    <>
      {baseline ? <span className="wall-baseline" style={boxOf(scale, baseline)} /> : null}
      {float ? <span className="wall-float" style={boxOf(scale, float)} /> : null}
      {late > 0 ? (
        <span className="wall-overdue" style={boxOf(scale, { start: span.finish + 1, finish: span.finish + late })} />
      ) : null}
      {ghost ? <span className="wall-ghost" style={boxOf(scale, ghost)} /> : null}
      <span
        className={barClass(node, late)}
        style={node.durationWorkdays === 0 ? { left: box.left + box.width } : box}
        title={nodeBarText(node, { t, language, today, calendar })}
        onPointerDown={(event) => onGrab('move', event)}
      >
        {progress > 0 && progress < 1 ? <span className="wall-fill" style={{ width: `${progress * 100}%` }} /> : null}
        {node.done || node.durationWorkdays === 0 ? null : (
          <span
            className="wall-grip"
            onPointerDown={(event) => {
              event.stopPropagation()
              onGrab('finish', event)
            }}
          />
        )}
      </span>
      <span
        className={late > 0 ? 'wall-bar-label is-late' : 'wall-bar-label'}
        style={{ left: labelX }}
        aria-hidden="true"
      >
        {late > 0 ? t(barTexts.late, { days: late, count: late }) : finish ? dayText(finish, { language, today }) : ''}
      </span>
    </>
  )
})
