import { Type } from 'typebox'
import { FactShape } from './items.ts'
import { route } from './route.ts'
import { Decimal, Id, ItemParams } from './shapes.ts'

export const reportFact = route({
  name: 'reportFact',
  needs: 'fact.report',
  method: 'POST',
  path: '/api/items/:itemId/facts',
  summary: 'Report a figure of a metric and period; it stays reported until verified',
  params: ItemParams,
  body: Type.Object({
    metric: Type.String(),
    period: Type.String({ pattern: '^\\d{4}(-(0[1-9]|1[0-2]))?$' }),
    /** In the metric's unit: yuan for money. */
    value: Decimal,
    evidence: Type.Optional(Type.String({ maxLength: 500 })),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Type.Object({ fact: FactShape, revision: Type.Integer() }),
  refusals: ['NOT_FOUND', 'REASON_REQUIRED'],
})

export const verifyFact = route({
  name: 'verifyFact',
  needs: 'fact.verify',
  method: 'POST',
  path: '/api/facts/:factId/verification',
  summary: 'Verify a reported figure; the reported one stays beside it',
  params: Type.Object({ factId: Id }),
  body: Type.Object({ evidence: Type.Optional(Type.String({ maxLength: 500 })) }),
  reply: Type.Object({ fact: FactShape }),
  refusals: ['NOT_FOUND', 'FACT_ALREADY_VERIFIED'],
})
