import type { WallItem } from '@guatu/contract'
import type { Day } from '@guatu/schedule'
import { useNavigate } from '@tanstack/react-router'
import { type PointerEvent, useMemo } from 'react'
import type { WallActions } from './board/wall-context.ts'
import { flip } from './rows/fold.ts'
import { nodeSpan, projectSpan } from './rows/span.ts'
import type { ChangeView } from './view/use-wall-view.ts'

interface ActionsInput {
  readonly change: ChangeView
  readonly flush: () => Promise<void>
  readonly grab: WallActions['grab']
  readonly grabDeadline: (item: WallItem, event: PointerEvent) => void
  readonly reveal: (day: Day) => void
}

/** What rows can ask for, as one object that stays the same. */
export function useWallActions({ change, flush, grab, grabDeadline, reveal }: ActionsInput): WallActions {
  const navigate = useNavigate()
  return useMemo(
    () => ({
      select: (row) => change({ selected: row.key }),
      show: (row) => {
        const span = row.kind === 'node' ? nodeSpan(row.node) : projectSpan(row.item)
        if (span) reveal(span.finish)
        change({ selected: row.key, panel: true })
      },
      toggle: (row) =>
        change((view) => {
          if (row.kind === 'project') return { selected: row.key, fold: flip(view.fold, row.item.itemId) }
          return { selected: row.key, panel: !(view.panel && view.selected === row.key) }
        }),
      open: async (row) => {
        // The address must tell the place before one leaves it, so that back leads there.
        await flush()
        void navigate({ to: '/item/$itemId', params: { itemId: row.item.itemId } })
      },
      grab: (row, grip, event) => {
        change({ selected: row.key })
        grab(row, grip, event)
      },
      grabDeadline: (row, event) => {
        change({ selected: row.key })
        grabDeadline(row.item, event)
      },
    }),
    [change, flush, grab, grabDeadline, reveal, navigate],
  )
}
