import type { EventDraft } from '../../store/chain.ts'
import type { ChangedNode } from '../../store/item-events.ts'
import type { ReportRow } from '../../store/report-rows.ts'

interface SaidOfNode {
  /** Before and after, of the node and of those that followed. */
  readonly nodes: readonly ChangedNode[]
  readonly title: string | null
}

const subject = ({ reportId, month, nodeKey }: ReportRow) => ({ reportId, month, nodeKey })

export function sentEvent(report: ReportRow, revision: number, { nodes, title }: SaidOfNode): EventDraft {
  const { itemId, percent, done, startedOn, finishedOn, text, figures, evidenceIds, sameAsPrevious } = report
  const said = { percent, done, startedOn, finishedOn, text, figures: [...figures], files: evidenceIds.length }
  const { replacesId, madeAt } = report
  const data = { revision, ...subject(report), title, ...said, sameAsPrevious, replacesId, madeAt, nodes: [...nodes] }
  return { verb: 'report.sent', itemId, data }
}

export const decidedEvent = (
  report: ReportRow,
  verb: 'report.received' | 'report.returned' | 'report.verified',
  more: Readonly<Record<string, unknown>> = {},
): EventDraft => {
  const { itemId, reportedBy, reportedById } = report
  return { verb, itemId, data: { ...subject(report), reportedBy, reportedById, ...more } }
}
