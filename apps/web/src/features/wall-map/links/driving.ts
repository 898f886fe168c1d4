import type { LinkReply, WallItem, WallNode } from '@guatu/contract'
import { type Day, toDay, type WorkCalendar } from '@guatu/schedule'
import { nodeSpan } from '../rows/span.ts'

/**
 * The earliest start that a link allows its successor, in whole days: a lag of n working days lies between the two ends
 * (`LinkInput` of the engine). Null while the predecessor is undated.
 */
function startAllowedBy(link: LinkReply, from: WallNode, to: WallNode, calendar: WorkCalendar): Day | null {
  const span = nodeSpan(from)
  if (span === null) return null
  const { table } = calendar
  const anchor = link.type === 'FS' || link.type === 'FF' ? span.finish : span.start
  // A milestone passes at the end of its day, a bar of one day ends on the day it starts.
  const workdaysBefore =
    link.type === 'SS' || link.type === 'SF' ? table.countBefore(anchor) : table.countBefore(anchor + 1)
  const slot = workdaysBefore + link.lagWorkdays
  const towardsFinish = link.type === 'FF' || link.type === 'SF'
  return table.dayAt(Math.max(0, towardsFinish ? slot - to.durationWorkdays : slot))
}

export interface Driver {
  readonly node: WallNode
  readonly link: LinkReply
}

/** The predecessor that sets a node's start: the one whose link lets it start last. Null where no link does. */
export function drivingPredecessor(item: WallItem, nodeKey: string, calendar: WorkCalendar): Driver | null {
  const byKey = new Map(item.nodes.map((node) => [node.nodeKey, node]))
  const to = byKey.get(nodeKey)
  let driver: Driver | null = null
  let latest = Number.NEGATIVE_INFINITY
  for (const link of item.links) {
    const from = byKey.get(link.from)
    if (to === undefined || from === undefined || link.to !== nodeKey) continue
    const allowed = startAllowedBy(link, from, to, calendar)
    if (allowed === null || allowed <= latest) continue
    latest = allowed
    driver = { node: from, link }
  }
  if (driver === null || to === undefined) return null
  // A start fixed by hand later than every link allows is set by that hand, not by a predecessor.
  return to.notBefore !== null && toDay(to.notBefore) > latest ? null : driver
}
