import { createItem, getItem, type ReportBody } from '@guatu/contract'
import type { TestApp } from '../../../store/testing/test-app.ts'
import { townOrg } from '../../../store/testing/test-app.ts'
import { uuidv7 } from '../../../store/uuid.ts'

/** An item of the town's, with a plan for the year. */
export async function makeWork(server: TestApp, name: string, fields: Readonly<Record<string, unknown>> = {}) {
  const yearPlan = { amount: '1200000.00', currency: 'CNY' }
  const until = { date: '2027-12-31', precision: 'day' }
  const values = { name, unit: townOrg, yearPlan, until, ...fields }
  return (await server.ask(createItem, { body: { playbook: 'works', fields: values } })).itemId
}

/** A report that says nothing yet; tests say what it says. */
export const reportOf = (itemId: string, more: Partial<ReportBody> = {}): ReportBody => ({
  ...{ reportId: uuidv7(), itemId, nodeKey: null, month: '2026-06', percent: null, done: false },
  ...{ startedOn: null, finishedOn: null, text: '', figures: [], evidenceIds: [], explanation: null, place: null },
  ...{ madeAt: '2026-06-15T02:00:00.000Z', replacesId: null },
  ...more,
})

export const nodeOf = async (server: TestApp, itemId: string, nodeKey: string) =>
  (await server.ask(getItem, { params: { itemId } })).plan.nodes.find((node) => node.nodeKey === nodeKey)!
