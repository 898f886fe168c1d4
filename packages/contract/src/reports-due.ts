import { type Static, Type } from 'typebox'
import { ReportMonth, reportStates, SentFigure } from './reports.ts'
import { route } from './route.ts'
import { Decimal, Id, Instant, IsoDay, Lamp, nullable, oneOf, TitleShape } from './shapes.ts'

const State = oneOf(reportStates)
const Percent = Type.Integer({ minimum: 0, maximum: 100 })

/** A month's figure of an item as it stands, with those before it. */
const DueFigure = Type.Object({
  metric: Type.String(),
  /** Standing for the month that is reported. */
  current: nullable(Decimal),
  /** Of the latest month before it in the same year, for metrics by month. */
  last: nullable(Decimal),
  lastPeriod: nullable(Type.String()),
})
export type DueFigure = Static<typeof DueFigure>

const LastReport = Type.Object({
  month: ReportMonth,
  percent: nullable(Percent),
  done: Type.Boolean(),
  text: Type.String(),
  state: State,
  receivedAt: Instant,
  reason: nullable(Type.String()),
})

export const DueNode = Type.Object({
  nodeKey: Type.String(),
  title: Type.String(),
  standard: Type.String(),
  /** The document that must be shown when it is done. */
  evidence: nullable(TitleShape),
  /** A file of it is kept already. */
  hasEvidence: Type.Boolean(),
  plannedStart: nullable(IsoDay),
  plannedFinish: nullable(IsoDay),
  actualStart: nullable(IsoDay),
  actualFinish: nullable(IsoDay),
  percentDone: nullable(Percent),
  lamp: Lamp,
  /** The reader, or a unit of his, answers for the node. */
  own: Type.Boolean(),
  /** It was reported in this month. */
  reported: Type.Boolean(),
})
export type DueNode = Static<typeof DueNode>

export const DueItem = Type.Object({
  itemId: Id,
  title: Type.String(),
  playbookKey: Type.String(),
  stage: Type.String(),
  leadOrgId: nullable(Id),
  lamp: Lamp,
  revision: Type.Integer(),
  /** The reader may send reports of it. */
  mayReport: Type.Boolean(),
  /** What the month still lacks. */
  missing: Type.Array(oneOf(['report', 'figures'] as const)),
  /** Reports of the month that stand. */
  reports: Type.Array(
    Type.Object({ reportId: Id, nodeKey: nullable(Type.String()), state: State, text: Type.String() }),
  ),
  /** The latest report before this month. */
  last: nullable(LastReport),
  /** Returned and not sent again yet. */
  returned: Type.Array(
    Type.Object({
      reportId: Id,
      nodeKey: nullable(Type.String()),
      month: ReportMonth,
      text: Type.String(),
      percent: nullable(Percent),
      reason: Type.String(),
      decidedBy: Type.String(),
    }),
  ),
  figures: Type.Array(DueFigure),
  /** Open nodes, those that are the reader's or near first. */
  nodes: Type.Array(DueNode),
})
export type DueItem = Static<typeof DueItem>

export const reportsDue = route({
  name: 'reportsDue',
  needs: 'fact.report',
  method: 'GET',
  path: '/api/reports/due',
  summary: 'What the reader has to report for a month: his items and open nodes, what was said last, what is missing',
  query: Type.Object({ month: Type.Optional(ReportMonth) }),
  reply: Type.Object({
    month: ReportMonth,
    today: IsoDay,
    /** Of the reader, so that what is kept on a device is kept for him alone. */
    personId: nullable(Id),
    total: Type.Integer(),
    items: Type.Array(DueItem),
  }),
  refusals: [],
})
export type DueReply = Static<typeof reportsDue.reply>

export const reportSheet = route({
  name: 'reportSheet',
  needs: 'item.read',
  method: 'GET',
  path: '/api/reports/sheet',
  summary:
    'The monthly sheet of a unit: every item that it leads, with what stands for the month and for the one before',
  query: Type.Object({ playbook: Type.String(), unit: Id, month: Type.Optional(ReportMonth) }),
  reply: Type.Object({ month: ReportMonth, today: IsoDay, total: Type.Integer(), items: Type.Array(DueItem) }),
  refusals: ['PLAYBOOK_UNKNOWN'],
})
export type SheetReply = Static<typeof reportSheet.reply>

export const exportReportSheet = route({
  name: 'exportReportSheet',
  needs: 'item.read',
  method: 'GET',
  path: '/api/reports/sheet/file',
  summary: 'The monthly sheet as a workbook that comes back in by `readReportSheet`',
  query: Type.Object({ playbook: Type.String(), unit: Id, month: Type.Optional(ReportMonth) }),
  replyFile: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  refusals: ['PLAYBOOK_UNKNOWN'],
})

const SheetProblem = Type.Object({ row: Type.Integer(), column: Type.String(), message: TitleShape })

export const readReportSheet = route({
  name: 'readReportSheet',
  needs: 'fact.report',
  method: 'POST',
  path: '/api/reports/sheet/file',
  summary:
    'Reads a filled workbook back: the rows that say something, and every row and column that is wrong. Writes nothing',
  query: Type.Object({ playbook: Type.String(), unit: Id, month: Type.Optional(ReportMonth) }),
  upload: 'file',
  maxBytes: 10 * 1024 * 1024,
  reply: Type.Object({
    rows: Type.Array(
      Type.Object({
        /** In the file, from 1. */
        row: Type.Integer(),
        itemId: Id,
        nodeKey: nullable(Type.String()),
        percent: nullable(Percent),
        finishedOn: nullable(IsoDay),
        text: Type.String(),
        figures: Type.Array(SentFigure),
        explanation: nullable(Type.String()),
      }),
    ),
    problems: Type.Array(SheetProblem),
  }),
  refusals: [
    'PLAYBOOK_UNKNOWN',
    'FILE_UNREADABLE',
    'FILE_NOT_SPREADSHEET',
    'FILE_OLD_EXCEL',
    'FILE_PROTECTED',
    'FILE_DAMAGED',
    'FILE_BOMB',
    'FILE_ENTITIES',
    'FILE_TOO_LARGE',
    'REPORT_INVALID',
  ],
})
export type ReadSheet = Static<typeof readReportSheet.reply>
