import type { WallItem } from '@guatu/contract'
import { type Day, toDay } from '@guatu/schedule'
import { useLanguage, useText } from '../../../app/language.ts'
import { dayText } from '../../../ui/format.ts'
import { barTexts } from '../bar-texts.ts'
import { dragTexts } from '../drag/texts.ts'
import { lateDays } from '../rows/lateness.ts'
import { nodeSpan, projectSpan, type Span } from '../rows/span.ts'
import { type DayWindow, touches } from '../scale/visible-window.ts'
import { cssOfDay, cssOfSpan } from './day-css.ts'
import { barClass } from './node-bar.tsx'
import { useWall } from './wall-context.ts'

interface ProjectBarProps {
  readonly item: WallItem
  /** Where the deadline stood before the change that is being tried. */
  readonly ghost: Span | null
  readonly firstDay: Day
  readonly window: DayWindow
  readonly onGrabDeadline: (event: React.PointerEvent) => void
}

/** A project over time: its whole span as a thread, its nodes on it as beads, and the deadline. */
export function ProjectBar({ item, ghost, firstDay, window, onGrabDeadline }: ProjectBarProps) {
  const t = useText()
  const language = useLanguage()
  const { today } = useWall()
  const span = projectSpan(item)
  const deadline = item.deadline === null ? null : toDay(item.deadline)
  return (
    <>
      {span ? <span className="wall-thread" style={cssOfSpan(firstDay, span)} /> : null}
      {item.nodes.map((node) => {
        const at = nodeSpan(node)
        if (at === null || !touches(window, at.start, at.finish)) return null
        return (
          <span
            key={node.nodeKey}
            className={`${barClass(node, lateDays(node, today))} is-bead`}
            style={node.durationWorkdays === 0 ? { left: cssOfDay(firstDay, at.finish + 1) } : cssOfSpan(firstDay, at)}
            title={node.title}
          />
        )
      })}
      {ghost ? (
        <span className="wall-deadline is-ghost" style={{ left: cssOfDay(firstDay, ghost.finish + 1) }} />
      ) : null}
      {deadline === null ? null : (
        <span
          className={span && span.finish > deadline ? 'wall-deadline is-broken' : 'wall-deadline'}
          style={{ left: cssOfDay(firstDay, deadline + 1) }}
          title={
            item.mayPlan
              ? t(barTexts.deadlineHint, { day: dayText(item.deadline!, { language, today }) })
              : t(dragTexts.notYours)
          }
          onPointerDown={onGrabDeadline}
        />
      )}
    </>
  )
}
