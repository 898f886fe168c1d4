import type { DistrictPlanReply, ItemReply, listItems, ReplyOf } from '@guatu/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnDay } from '../../jobs/turn-day.ts'
import { bureauOrg, townOrg } from '../testing/test-app.ts'
import { useMovingApp } from './testing/moving-app.ts'
import { wholeReading } from './testing/whole-reading.ts'

const server = useMovingApp()
const yuan = (thousands: number) => ({ amount: `${thousands}000.00`, currency: 'CNY' })

const fields = fc.record(
  {
    name: fc.constantFrom('工程甲', '工程乙', '厂房丙'),
    unit: fc.constantFrom(townOrg, bureauOrg, null),
    place: fc.constantFrom('330402100', '330402101', null),
    cost: fc.option(fc.integer({ min: 0, max: 900_000 }).map(yuan)),
    yearPlan: fc.option(fc.integer({ min: 0, max: 90_000 }).map(yuan)),
    yearDone: fc.integer({ min: 0, max: 90_000 }).map(yuan),
    from: fc.option(fc.constantFrom('2026-06-20', '2026-08-01').map((date) => ({ date, precision: 'day' }))),
    until: fc.option(
      fc.constantFrom('2026-07-01', '2027-03-31', '2028-06-30').map((date) => ({ date, precision: 'day' })),
    ),
    land: fc.option(fc.constantFrom(12.5, 30)),
    trouble: fc.constantFrom('无', '缺指标', null),
    permit: fc.constantFrom('许1号', null),
  },
  { requiredKeys: [] },
)
const which = fc.nat(50)
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('create' as const), fields }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('update' as const), which, fields }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      which,
      month: fc.integer({ min: 4, max: 6 }),
      value: fc.nat(90_000_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('verify' as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('advance' as const),
      which,
      to: fc.constantFrom('prepare', 'build', 'finished'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('plan' as const),
      which,
      node: fc.constantFrom('file', 'permit', 'open', 'body', 'accept'),
      change: fc.constantFrom(
        { actualFinish: '2026-06-15' },
        { actualFinish: null },
        { durationWorkdays: 30 },
        { notBefore: '2026-09-01' },
        { ownerId: null, leadOrgId: bureauOrg },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('rules' as const), redPoints: fc.integer({ min: 11, max: 60 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      rows: fc.uniqueArray(
        fc.record({ name: fc.constantFrom('工程甲', '进口丁', '进口戊'), cost: fc.nat(90_000), done: fc.nat(900) }),
        { selector: ({ name }) => name, minLength: 1 },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('turn' as const), days: fc.constantFrom(1, 1, 9, 40) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('midnight' as const) }) },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never
type Kind<K extends Act['kind']> = Extract<Act, { readonly kind: K }>

/** Everything that ever came to be, in this file's one district. */
const known = { itemIds: [] as string[], importIds: [] as string[] }
const day = 86_400_000

const pick = (ids: readonly string[], at: number) => ids[at % Math.max(1, ids.length)]
const pageOf = async (itemId: string) => (await server.send<Partial<ItemReply>>('GET', `/api/items/${itemId}`)).body

async function noteItems(): Promise<void> {
  const { body } = await server.send<ReplyOf<typeof listItems>>('GET', '/api/items?playbook=works&limit=500')
  for (const { itemId } of body.rows) if (!known.itemIds.includes(itemId)) known.itemIds.push(itemId)
}

async function importRows({ rows }: Kind<'import'>): Promise<void> {
  const lines = rows.map(({ name, cost, done }) => `${name},${cost},${done},前期`)
  const state = await server.upload(['名称,总投资（万元）,年度完成（万元）,阶段', ...lines, ''].join('\n'))
  const { status } = await server.send('POST', `/api/imports/${state.importId}/commit`, {
    rows: 'valid',
    changes: 'all',
  })
  if (status === 200) known.importIds.push(state.importId)
}

async function changeRules({ redPoints }: Kind<'rules'>): Promise<void> {
  const { revision, plan } = (await server.send<DistrictPlanReply>('GET', '/api/playbooks/works/plan')).body
  const thresholds = { ...plan.thresholds, redPoints }
  await server.send('PUT', '/api/playbooks/works/plan', { revision, plan: { ...plan, thresholds } })
}

type OfItem = 'update' | 'report' | 'verify' | 'advance' | 'plan'

/** Sends an act on an item; refusals are fine, they change nothing. */
async function touch(step: Kind<OfItem>): Promise<void> {
  const itemId = pick(known.itemIds, step.which)
  const { item, facts = [] } = itemId ? await pageOf(itemId) : {}
  if (!item) return
  const { revision } = item
  const path = `/api/items/${itemId}`
  if (step.kind === 'update') await server.send('PATCH', path, { revision, fields: step.fields })
  if (step.kind === 'advance') await server.send('POST', `${path}/stage`, { revision, to: step.to, reason: '测试' })
  if (step.kind === 'plan') {
    const changes = [{ nodeKey: step.node, ...step.change }]
    await server.send('POST', `${path}/plan`, { revision, changes })
  }
  if (step.kind === 'report') {
    const fact = { metric: 'monthDone', period: `2026-0${step.month}`, value: String(step.value) }
    await server.send('POST', `${path}/facts`, fact)
  }
  if (step.kind === 'verify') {
    const open = facts.filter(({ state }) => state === 'reported')
    const fact = open[step.which % Math.max(1, open.length)]
    if (fact) await server.send('POST', `/api/facts/${fact.factId}/verification`, {})
  }
}

async function perform(step: Act): Promise<void> {
  server.clock += 60_000
  if (step.kind === 'create')
    await server.send('POST', '/api/items', { playbook: 'works', fields: { name: '工程甲', ...step.fields } })
  else if (step.kind === 'import') await importRows(step)
  else if (step.kind === 'undo') {
    const importId = pick(known.importIds, step.which)
    if (importId) await server.send('POST', `/api/imports/${importId}/undo`)
  } else if (step.kind === 'rules') await changeRules(step)
  else if (step.kind === 'turn') {
    server.clock += step.days * day
    await turnDay(server.deps)
  } else if (step.kind === 'midnight') server.clock += day
  else await touch(step)
  await noteItems()
}

interface Moment {
  readonly at: string
  readonly step: string
  readonly read: Record<string, object>
}

async function remember(step: string): Promise<Moment> {
  const at = server.deps.now()
  const read = await wholeReading(server, { itemIds: [...known.itemIds], importIds: [...known.importIds] })
  return { at, step, read }
}

// Everything is read twice for each act: on a busy machine that takes its time.
const long = process.env.GUATU_LONG === '1'
const timeout = long ? 1_200_000 : 240_000

test('read as of any moment, everything is as it was read then', { timeout }, async () => {
  const runs = long ? 25 : 2
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 18 }), async (acts) => {
      const moments: Moment[] = []
      for (const step of acts) {
        await perform(step)
        moments.push(await remember(JSON.stringify(step)))
      }
      server.clock += 60_000
      for (const { at, step, read } of moments) {
        const again = await wholeReading(server, known, at)
        for (const [url, body] of Object.entries(read))
          expect(again[url], `${url} as of ${at}, after ${step}`).toEqual(body)
      }
    }),
    // The district keeps what every run did to it: a run made shorter would be another one.
    { numRuns: runs, endOnFailure: true },
  )
})
