import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { AsOf, asOfSaid, Decimal, Id, Instant, IsoDay, Lamp, LampCounts, nullable, TitleShape } from './shapes.ts'

const AreaTotals = Type.Object({
  areaCode: nullable(Type.String()),
  items: Type.Integer(),
  planCny: Decimal,
  doneCny: Decimal,
  lamps: LampCounts,
})
const Attention = Type.Object({
  itemId: Id,
  title: Type.String(),
  nodeKey: nullable(Type.String()),
  nodeTitle: nullable(Type.String()),
  lamp: Lamp,
  /** Days past the planned finish; negative: days that are left. */
  lateDays: nullable(Type.Integer()),
  leadOrgId: nullable(Id),
  areaCode: nullable(Type.String()),
  reason: TitleShape,
})

export const getCockpit = route({
  name: 'getCockpit',
  needs: 'item.read',
  method: 'GET',
  path: '/api/cockpit',
  summary: 'The figures of the cockpit, from the roll-up',
  query: Type.Object({ playbook: Type.String(), area: Type.Optional(Type.String()), asOf: AsOf }),
  reply: Type.Object({
    ...asOfSaid,
    today: IsoDay,
    year: Type.Integer(),
    updatedAt: nullable(Instant),
    investment: Type.Object({
      planCny: Decimal,
      /** Everything done this year, planned or not. */
      doneCny: Decimal,
      /** Done by items that have a plan for the year. */
      plannedDoneCny: Decimal,
      /** Done by items without such a plan, and how many these are. */
      unplannedDoneCny: Decimal,
      unplannedItems: Type.Integer(),
      verifiedCny: Decimal,
      /** plannedDoneCny / planCny in percent, so that work outside of the plan does not fulfil it; null without a plan. */
      donePercent: nullable(Type.Number()),
      /** 序时进度 in percent. */
      elapsedPercent: Type.Number(),
      /** donePercent minus elapsedPercent in percentage points. */
      aheadPoints: nullable(Type.Number()),
    }),
    items: Type.Integer(),
    totalInvestmentCny: Decimal,
    /** Items whose total investment is 100 million yuan or more. */
    itemsFrom100m: Type.Integer(),
    startedThisMonth: Type.Integer(),
    withBlockers: Type.Integer(),
    /** Items that lack a lead unit, a finish date or a plan: the list's gaps. */
    gaps: Type.Object({
      noLeadOrg: Type.Integer(),
      noDeadline: Type.Integer(),
      noAnnualPlan: Type.Integer(),
      noOwner: Type.Integer(),
    }),
    stages: Type.Array(
      Type.Object({ stage: Type.String(), items: Type.Integer(), totalInvestmentCny: Decimal, lamps: LampCounts }),
    ),
    lamps: LampCounts,
    /** The same counts on the day before and a week before; null while the product has not lived that long. */
    lampsYesterday: nullable(LampCounts),
    lampsWeekAgo: nullable(LampCounts),
    areas: Type.Array(AreaTotals),
    attention: Type.Array(Attention),
    attentionTotal: Type.Integer(),
    /** What happened since the start of yesterday, newest first; an import is one line. */
    changes: Type.Array(
      Type.Object({
        seq: Type.Integer(),
        at: Instant,
        verb: Type.String(),
        itemId: nullable(Id),
        title: nullable(Type.String()),
        /** An import whose rows can be listed: by the filter `import:in:<importId>`. */
        importId: nullable(Id),
        text: TitleShape,
      }),
    ),
    /** Grounds of the red lamps: how many items each lit rule has. */
    redRules: Type.Array(Type.Object({ rule: Type.String(), items: Type.Integer() })),
  }),
  refusals: ['PLAYBOOK_UNKNOWN'],
})
export type Cockpit = Static<typeof getCockpit.reply>
