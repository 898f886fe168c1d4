import type { NoticeEntry, NoticeKind } from '@guatu/contract'
import { dayOfInstant } from '../../ui/format.ts'

/** Notices under one heading: a day's, or an item's. */
export interface NoticeGroup {
  readonly key: string
  readonly notices: readonly NoticeEntry[]
}

/** In the order of their first notice; the latest stand first within. */
export function grouped(notices: readonly NoticeEntry[], by: 'time' | 'item'): NoticeGroup[] {
  const groups = new Map<string, NoticeEntry[]>()
  for (const notice of notices) {
    const key = by === 'time' ? dayOfInstant(notice.at) : (notice.itemId ?? '')
    const group = groups.get(key)
    if (group) group.push(notice)
    else groups.set(key, [notice])
  }
  return [...groups].map(([key, list]) => ({ key, notices: list }))
}

/** How many of each kind are unread, the most first. */
export function unreadKinds(notices: readonly NoticeEntry[]): { kind: NoticeKind; count: number }[] {
  const counts = new Map<NoticeKind, number>()
  for (const { kind, readAt } of notices) if (readAt === null) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count)
}

/** How a kind looks: what burns, what asks, what is only told. */
export function toneOf(kind: NoticeKind): 'red' | 'orange' | 'yellow' | 'lake' | 'plain' {
  if (kind === 'lampRed' || kind === 'escalated' || kind === 'clockOverdue') return 'red'
  if (kind === 'lampOrange' || kind === 'returned' || kind === 'reopened') return 'orange'
  if (kind === 'lampYellow' || kind === 'clockWarned' || kind === 'dueSoon') return 'yellow'
  return kind === 'toAct' || kind === 'assigned' || kind === 'nodeAssigned' ? 'lake' : 'plain'
}
