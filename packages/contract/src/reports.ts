import { type Static, Type } from 'typebox'
import { EvidenceShape } from './evidence.ts'
import { route } from './route.ts'
import { AsOf, asOfSaid, Decimal, Id, Instant, IsoDay, nullable, oneOf, TitleShape } from './shapes.ts'

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

export const SentFigure = Type.Object({
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
