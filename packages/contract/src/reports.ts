import { type Static, Type } from 'typebox'
import { EvidenceShape } from './evidence.ts'
import { route } from './route.ts'
import { AsOf, asOfSaid, Decimal, Id, Instant, IsoDay, Lamp, nullable, oneOf, TitleShape } from './shapes.ts'

/** A report's way: sent -> received -> verified, or returned with a reason and sent anew as another report. */
export const reportStates = ['sent', 'received', 'returned', 'verified'] as const
export type ReportState = (typeof reportStates)[number]
const State = oneOf(reportStates)

/** A month: `2026-11`. */
export const ReportMonth = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
const Percent = Type.Integer({ minimum: 0, maximum: 100 })
const Words = Type.String({ maxLength: 2000 })
const Reason = Type.String({ minLength: 1, maxLength: 500 })
const NodeKey = Type.String({ minLength: 1, maxLength: 100 })

/** Where it was made, as the device says and the person allows. */
export const ReportPlace = Type.Object({
  lon: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  accuracyM: nullable(Type.Number({ minimum: 0 })),
})

const SentFigure = Type.Object({
  metric: Type.String({ maxLength: 100 }),
  /** In the metric's unit: yuan for money. Of the report's month, or of its year where the metric goes by years. */
  value: Decimal,
})
export type SentFigure = Static<typeof SentFigure>

/** What a report says; at least one of percent, done, figures and text. */
export const ReportBody = Type.Object({
  /** Given by the sender; the same one again answers what stands. */
  reportId: Id,
  itemId: Id,
  /** Null: of the item as a whole. */
  nodeKey: nullable(NodeKey),
  month: ReportMonth,
  percent: nullable(Percent),
  done: Type.Boolean(),
  startedOn: nullable(IsoDay),
  finishedOn: nullable(IsoDay),
  text: Words,
  figures: Type.Array(SentFigure, { maxItems: 20 }),
  /** Files of the item that are kept already. */
  evidenceIds: Type.Array(Id, { maxItems: 20 }),
  /** Why something falls, is corrected, or differs from what it adds up to. */
  explanation: nullable(Type.String({ maxLength: 500 })),
  place: nullable(ReportPlace),
  /** By the sender's own clock. */
  madeAt: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$' }),
  /** The returned report that this one takes the place of. */
  replacesId: nullable(Id),
  /** The node as the sender saw it; absent: whatever it is. Where it differs by now, the sender is told what changed. */
  seen: Type.Optional(
    Type.Object({
      percentDone: nullable(Percent),
      actualStart: nullable(IsoDay),
      actualFinish: nullable(IsoDay),
    }),
  ),
})
export type ReportBody = Static<typeof ReportBody>

const ReportFigure = Type.Object({
  metric: Type.String(),
  period: Type.String(),
  value: Decimal,
  currency: nullable(Type.String()),
  factId: Id,
  verified: Type.Boolean(),
  /** A later figure of the same metric and period stands in its place. */
  superseded: Type.Boolean(),
})

export const ReportShape = Type.Object({
  reportId: Id,
  itemId: Id,
  itemTitle: Type.String(),
  playbookKey: Type.String(),
  leadOrgId: nullable(Id),
  nodeKey: nullable(Type.String()),
  nodeTitle: nullable(Type.String()),
  month: ReportMonth,
  percent: nullable(Percent),
  done: Type.Boolean(),
  startedOn: nullable(IsoDay),
  finishedOn: nullable(IsoDay),
  text: Type.String(),
  figures: Type.Array(ReportFigure),
  photos: Type.Array(EvidenceShape),
  explanation: nullable(Type.String()),
  place: nullable(ReportPlace),
  /** The report of the same item and node in the month before. */
  previous: nullable(
    Type.Object({
      percent: nullable(Percent),
      text: Type.String(),
      figures: Type.Array(Type.Object({ metric: Type.String(), value: Decimal })),
    }),
  ),
  /** Text and figures are those of the month before. */
  sameAsPrevious: Type.Boolean(),
  replacesId: nullable(Id),
  /** A later report was sent in its place. */
  replaced: Type.Boolean(),
  madeAt: Instant,
  receivedAt: Instant,
  reportedBy: Type.String(),
  reportedOrgId: nullable(Id),
  state: State,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Instant),
  /** Why it was returned. */
  reason: nullable(Type.String()),
  /** The reader sent it himself: somebody else has to decide on it. */
  own: Type.Boolean(),
  /** The reader may receive, return or verify it. */
  mayDecide: Type.Boolean(),
})
export type Report = Static<typeof ReportShape>

const sending = ['NOT_FOUND', 'REPORT_INVALID', 'REASON_REQUIRED', 'EVIDENCE_REQUIRED', 'REPORT_CONFLICT'] as const

export const sendReport = route({
  name: 'sendReport',
  needs: 'fact.report',
  method: 'POST',
  path: '/api/reports',
  summary: 'Report progress and figures of an item for a month; the same report sent again is not written twice',
  body: ReportBody,
  reply: Type.Object({
    report: ReportShape,
    /** It was there already. */
    repeated: Type.Boolean(),
    revision: Type.Integer(),
  }),
  refusals: [...sending, 'REPORT_STATE'],
})

/** Reports that one request may send. */
export const maxReportsAtOnce = 200

export const sendReports = route({
  name: 'sendReports',
  needs: 'fact.report',
  method: 'POST',
  path: '/api/reports/batch',
  summary: 'Send many reports, all or none; a refusal names its row as `reports/<place>/...`',
  maxBytes: 2 * 1024 * 1024,
  body: Type.Object({ reports: Type.Array(ReportBody, { minItems: 1, maxItems: maxReportsAtOnce }) }),
  reply: Type.Object({ sent: Type.Integer(), repeated: Type.Integer() }),
  refusals: [...sending, 'REPORT_STATE'],
})

export const listReports = route({
  name: 'listReports',
  needs: 'item.read',
  method: 'GET',
  path: '/api/reports',
  summary: 'Reports with what was said the month before, the latest first',
  query: Type.Object({
    playbook: Type.Optional(Type.String()),
    month: Type.Optional(ReportMonth),
    /** A unit: it leads the item, or the reporting person is its own. */
    unit: Type.Optional(Id),
    /** Comma list of states. */
    state: Type.Optional(Type.String({ maxLength: 60 })),
    item: Type.Optional(Id),
    /** Only those that the reader may decide on. */
    mine: Type.Optional(Type.Literal('decide')),
    /** Only those that say the same as the month before. */
    same: Type.Optional(Type.Literal('yes')),
    asOf: AsOf,
    offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 200, default: 100 })),
  }),
  reply: Type.Object({
    ...asOfSaid,
    total: Type.Integer(),
    /** Of the selection without its states. */
    states: Type.Object({
      sent: Type.Integer(),
      received: Type.Integer(),
      returned: Type.Integer(),
      verified: Type.Integer(),
    }),
    units: Type.Array(Type.Object({ orgId: nullable(Id), reports: Type.Integer() })),
    reports: Type.Array(ReportShape),
  }),
  refusals: [],
})
export type ReportList = Static<typeof listReports.reply>

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

/** What was done, and what each of the others refuses. */
const Decided = Type.Object({
  decided: Type.Array(Id),
  refused: Type.Array(
    Type.Object({ reportId: Id, refusals: Type.Array(Type.Object({ code: Type.String(), message: TitleShape })) }),
  ),
})
export type Decided = Static<typeof Decided>
const chosen = Type.Array(Id, { minItems: 1, maxItems: maxReportsAtOnce })

export const receiveReports = route({
  name: 'receiveReports',
  needs: 'fact.verify',
  method: 'POST',
  path: '/api/reports/receipt',
  summary: 'Receive reports; those that cannot be are named with their reasons',
  body: Type.Object({ reportIds: chosen }),
  reply: Decided,
  refusals: [],
})

export const returnReport = route({
  name: 'returnReport',
  needs: 'fact.verify',
  method: 'POST',
  path: '/api/reports/return',
  summary: 'Return reports with a reason: the node is again what it was before, and the sender sends anew',
  body: Type.Object({ reportIds: chosen, reason: Reason }),
  reply: Decided,
  refusals: ['REASON_REQUIRED'],
})

export const verifyReports = route({
  name: 'verifyReports',
  needs: 'fact.verify',
  method: 'POST',
  path: '/api/reports/verification',
  summary: 'Verify reports with their figures; nobody verifies his own',
  body: Type.Object({ reportIds: chosen, evidence: Type.Optional(Type.String({ maxLength: 500 })) }),
  reply: Decided,
  refusals: [],
})
