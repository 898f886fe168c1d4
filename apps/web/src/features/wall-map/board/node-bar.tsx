import type { WallNode } from '@guatu/contract'
import { type Day, toDay } from '@guatu/schedule'
import { useLanguage, useText } from '../../../app/language.ts'
import { dayText } from '../../../ui/format.ts'
import { barTexts } from '../bar-texts.ts'
import type { Grip } from '../drag/drag-model.ts'
import type { FloatWindow } from '../rows/float-window.ts'
import { lateDays } from '../rows/lateness.ts'
import { baselineSpan, nodeProgress, nodeSpan, type Span } from '../rows/span.ts'
import { cssOfDay, cssOfSpan } from './day-css.ts'
import { useWall } from './wall-context.ts'

interface NodeBarProps {
  readonly node: WallNode
  readonly float: FloatWindow
  readonly firstDay: Day
  /** All that the bar shows, for its tooltip. */
  readonly words: string
  /** Where the bar stood before the change that is being tried. */
  readonly ghost: Span | null
  /** An open problem holds it. */
  readonly isBlocked?: boolean
  readonly onGrab: (grip: Grip, event: React.PointerEvent) => void
}

export const barClass = (node: WallNode, late: number): string =>
  [
    'wall-bar',
    node.done ? 'is-done' : node.critical ? 'is-critical' : '',
    !node.done && node.actualStart !== null ? 'is-running' : '',
    late > 0 ? 'is-late' : '',
    node.durationWorkdays === 0 ? 'is-milestone' : '',
  ]
    .filter(Boolean)
    .join(' ')

const Held = ({ left, words }: { readonly left: string; readonly words: string }) => (
  <span className="wall-blocked" style={{ left }} title={words} aria-hidden="true" />
)

/** Where a held node is marked: at today, as far as the bar reaches. */
const heldAt = ({ start, finish }: Span, today: string): Day => Math.min(Math.max(start, toDay(today)), finish + 1)

/** A node over time: baseline below, float behind, the bar itself, and what it says at its end. */
export function NodeBar({ node, float, firstDay, words, ghost, isBlocked, onGrab }: NodeBarProps) {
  const t = useText()
  const language = useLanguage()
  const { today, calendar } = useWall()
  const span = nodeSpan(node)
  if (span === null) return null
  const baseline = baselineSpan(node)
  const late = lateDays(node, today)
  const progress = nodeProgress(node, today, calendar)
  const finish = node.actualFinish ?? node.plannedFinish
  const tailEnd = Math.max(span.finish + late, float.after?.finish ?? 0) + 1
  const milestone = node.durationWorkdays === 0
  return (
    <>
      {baseline ? <span className="wall-baseline" style={cssOfSpan(firstDay, baseline)} /> : null}
      {float.before ? <span className="wall-float is-before" style={cssOfSpan(firstDay, float.before)} /> : null}
      {float.after && late === 0 ? <span className="wall-float" style={cssOfSpan(firstDay, float.after)} /> : null}
      {late > 0 ? (
        <span
          className="wall-overdue"
          style={cssOfSpan(firstDay, { start: span.finish + 1, finish: span.finish + late })}
        />
      ) : null}
      {ghost ? <span className="wall-ghost" style={cssOfSpan(firstDay, ghost)} /> : null}
      <span
        className={barClass(node, late)}
        style={milestone ? { left: cssOfDay(firstDay, span.finish + 1) } : cssOfSpan(firstDay, span)}
        title={words}
        onPointerDown={(event) => onGrab('move', event)}
      >
        {progress > 0 && progress < 1 ? <span className="wall-fill" style={{ width: `${progress * 100}%` }} /> : null}
        {node.done || milestone ? null : (
          <span
            className="wall-grip"
            onPointerDown={(event) => {
              event.stopPropagation()
              onGrab('finish', event)
            }}
          />
        )}
      </span>
      {isBlocked ? <Held left={cssOfDay(firstDay, heldAt(span, today))} words={words} /> : null}
      <span className="wall-after" style={{ left: cssOfDay(firstDay, tailEnd) }} aria-hidden="true">
        <span className={late > 0 ? 'wall-bar-label is-late' : 'wall-bar-label'}>
          {late > 0
            ? t(barTexts.late, { days: late, count: late })
            : finish
              ? dayText(finish, { language, today })
              : ''}
        </span>
      </span>
    </>
  )
}
