import type { WallItem } from '@guatu/contract'
import { toDay } from '@guatu/schedule'
import { memo } from 'react'
import { useLanguage, useText } from '../../../app/language.ts'
import { dayText } from '../../../ui/format.ts'
import { barTexts } from '../bar-texts.ts'
import { lateDays } from '../rows/lateness.ts'
import { nodeSpan, projectSpan } from '../rows/span.ts'
import { type TimeScale, xOfDay } from '../scale/time-scale.ts'
import { type DayWindow, touches } from '../scale/visible-window.ts'
import { barClass } from './node-bar.tsx'
import { useWall } from './wall-context.ts'

interface ProjectBarProps {
  readonly item: WallItem
  readonly scale: TimeScale
  readonly window: DayWindow
}

/** A project over time: its whole span as a thread, its nodes on it as beads, and the deadline. */
export const ProjectBar = memo(function ProjectBar({ item, scale, window }: ProjectBarProps) {
  const t = useText()
  const language = useLanguage()
  const { today } = useWall()
  const span = projectSpan(item)
  const deadline = item.deadline === null ? null : toDay(item.deadline)
  return (
    <>
      {span ? (
        <span
          className="wall-thread"
          style={{ left: xOfDay(scale, span.start), width: (span.finish - span.start + 1) * scale.dayWidth }}
        />
      ) : null}
      {item.nodes.map((node) => {
        const at = nodeSpan(node)
        if (at === null || !touches(window, at.start, at.finish)) return null
        const width = Math.max(1.5, (at.finish - at.start + 1) * scale.dayWidth - 1)
        return (
          <span
            key={node.nodeKey}
            className={`${barClass(node, lateDays(node, today))} is-bead`}
            style={{ left: xOfDay(scale, at.start), width }}
            title={node.title}
          />
        )
      })}
      {deadline === null ? null : (
        <span
          className={span && span.finish > deadline ? 'wall-deadline is-broken' : 'wall-deadline'}
          style={{ left: xOfDay(scale, deadline + 1) }}
          title={t(barTexts.deadline, { day: dayText(item.deadline!, { language, today }) })}
        />
      )}
    </>
  )
})
