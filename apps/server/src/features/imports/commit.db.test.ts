import { readFileSync } from 'node:fs'
import { cancelImport, commitImport, getImportDifferences, listItems } from '@guatu/contract'
import { expect, test } from 'vitest'
import { projectRoot } from '../../location.ts'
import { withClient } from '../../postgres/connection.ts'
import { verifyChain } from '../../store/verify/verify-chain.ts'
import { rowCounts, shownState } from './testing/district-state.ts'
import { useImportApp } from './testing/import-app.ts'

const server = useImportApp()
const all = { rows: 'all', changes: 'all' }
const csv = (text: string): Buffer => Buffer.from(text)
const counts = async () => await rowCounts(server.deps.store)
const commit = async (importId: string, choice: object = all) => await server.send(commitImport, { importId }, choice)

async function rowsOf(search: string) {
  const path = `/api/items?playbook=major-project&limit=200&q=${encodeURIComponent(search)}`
  const { body } = await server.send({ ...listItems, path }, {})
  return body.rows as { itemId: string; title: string; stage: string; fields: Record<string, unknown> }[]
}

/** Runs `act` while nothing can be written into a table, so that the commit stands in the middle of its writing. */
async function whileWriting(table: string, importId: string, act: (blockedPid: number) => Promise<void>) {
  return await withClient(server.databaseUrl, async (client) => {
    await client.query(`begin; lock table ${table} in exclusive mode`)
    let isOver = false
    const committing = commit(importId).finally(() => {
      isOver = true
    })
    let blocked: number | undefined
    while (blocked === undefined && !isOver) {
      const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      blocked = (await client.query<{ pid: number }>(waiting)).rows[0]?.pid
    }
    await act(blocked!)
    await client.query('rollback')
    return await committing
  })
}

test('with errors nothing is written, or the valid rows without those left out by hand', async () => {
  const file = csv('项目名称,总投资（万元）\n一甲项目,5\n一乙项目,很多\n一丙项目,6\n一丁项目,7\n')
  const state = await server.upload(file, '一.csv')
  const before = await counts()
  expect((await commit(state.importId)).body.code).toBe('IMPORT_HAS_ERRORS')
  expect(await counts()).toEqual(before)
  const done = await commit(state.importId, { rows: 'valid', changes: 'all', leaveOut: [4] })
  expect(done.body).toMatchObject({ progress: { phase: 'done', fraction: 1 } })
  expect((await rowsOf('一')).map(({ title }) => title).sort()).toEqual(['一丁项目', '一甲项目'])
  const written = await counts()
  expect((await commit(state.importId, { rows: 'valid', changes: 'all' })).body.code).toBe('IMPORT_CLOSED')
  expect(await counts()).toEqual(written)
})

test('a newer version shows cell by cell what it changes, and writes the cells that are taken', async () => {
  const header = '项目名称,总投资（万元）,建设地点,用地面积（亩）,建设阶段,责任单位'
  await server.import(csv(`${header}\n二甲项目,100,凤桥镇,10.5,储备,余新镇\n二乙项目,200,新丰镇,,储备,余新镇\n`))
  const newer = `${header}\n二甲项目,1亿元,新丰镇,,前期,新设办公室\n二乙项目,200,新丰镇,,储备,余新\n二丙项目,300,,,,\n`
  const state = await server.upload(csv(newer), '二.csv')
  expect(state.counts).toMatchObject({ created: 1, changed: 1, unchanged: 1, unlistedOrgs: ['新设办公室'] })
  const { body } = await server.send(getImportDifferences, { importId: state.importId })
  const [difference] = body.differences as {
    itemId: string
    row: number
    title: string
    cells: Record<string, string>[]
  }[]
  expect(difference).toMatchObject({ row: 2, title: '二甲项目' })
  const cells = difference!.cells.map(({ field, beforeText, afterText }) => `${field}: ${beforeText} -> ${afterText}`)
  // The empty area says nothing and clears nothing.
  expect(cells.sort()).toEqual([
    'area: 凤桥镇 -> 新丰镇',
    'leadOrg: 余新镇 -> 新设办公室',
    'location: 凤桥镇 -> 新丰镇',
    'stage: 储备 -> 前期',
    'totalInvestment: 100 万元 -> 1 亿元',
  ])
  const { itemId } = difference!
  await commit(state.importId, { ...all, keep: [`${itemId}/location`, `${itemId}/leadOrg`] })
  const [changed] = await rowsOf('二甲项目')
  expect(changed).toMatchObject({
    stage: 'preliminary',
    fields: { totalInvestment: { amount: '100000000.00' }, location: '凤桥镇', landAreaMu: 10.5 },
  })
  expect(await rowsOf('二丙项目')).toHaveLength(1)
})

test('stored items stay as they are when only new ones are wanted', async () => {
  await server.import(csv('项目名称,建设地点\n三甲项目,凤桥镇\n'))
  const { importId } = await server.upload(csv('项目名称,建设地点\n三甲项目,新丰镇\n三乙项目,新丰镇\n'), '三.csv')
  await commit(importId, { rows: 'all', changes: 'none' })
  const rows = (await rowsOf('三')).map(({ title, fields }) => `${title} ${fields.location}`)
  expect(rows.sort()).toEqual(['三乙项目 新丰镇', '三甲项目 凤桥镇'])
})

test('an item that another import brought after the check is not made twice', async () => {
  const file = csv('项目名称,建设地点\n四甲项目,凤桥镇\n四乙项目,凤桥镇\n')
  const [slow, quick] = [await server.upload(file, '四甲.csv'), await server.upload(file, '四乙.csv')]
  expect((await commit(quick.importId)).status).toBe(200)
  const before = await counts()
  const refused = await commit(slow.importId)
  expect(refused.body).toMatchObject({ code: 'IMPORT_CHANGED', refusals: [{ path: '2' }, { path: '3' }] })
  expect(await counts()).toEqual(before)
})

test('two imports at the same time follow one another, though both bring the same new unit', async () => {
  const header = '项目名称,责任单位'
  const one = await server.upload(csv(`${header}\n五甲项目,同一新单位\n`), '五甲.csv')
  const two = await server.upload(csv(`${header}\n五乙项目,同一新单位\n`), '五乙.csv')
  const replies = await Promise.all([commit(one.importId), commit(two.importId)])
  expect(replies.map(({ status }) => status)).toEqual([200, 200])
  const [first, second] = await rowsOf('五')
  expect(first!.fields.leadOrg).toBe(second!.fields.leadOrg)
  const same = csv(`${header}\n五丙项目,又一新单位\n`)
  const twins = [await server.upload(same, '五丙.csv'), await server.upload(same, '五丙.csv')]
  const race = await Promise.all(twins.map(({ importId }) => commit(importId)))
  expect(race.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await rowsOf('五丙')).toHaveLength(1)
})

test.each(['node', 'fact', 'event', 'rollup'])(
  'a connection that dies before %s is written leaves nothing',
  async (table) => {
    const name = `六${table}`
    const file = readFileSync(`${projectRoot}/fixtures/ledgers/major-projects-monthly.xlsx`)
    const ledger =
      table === 'node' ? file : csv(`项目名称,年度计划投资（万元）,责任单位\n${name}项目,500,${name}办公室\n`)
    const { importId } = await server.upload(ledger, table === 'node' ? '六.xlsx' : '六.csv')
    const before = [await counts(), await shownState(server.deps.store)]
    const killed = await whileWriting(table, importId, async (pid) => {
      await withClient(server.databaseUrl, (client) => client.query('select pg_terminate_backend($1)', [pid]))
    })
    expect([killed.status, killed.body.code]).toEqual([500, 'SERVER_FAULT'])
    expect(server.faults.splice(0)).toHaveLength(1)
    expect([await counts(), await shownState(server.deps.store)]).toEqual(before)
    expect(await server.deps.store.read(verifyChain)).toMatchObject({ kind: 'whole' })
    // What was checked is still there to be written.
    expect((await commit(importId)).body).toMatchObject({ progress: { phase: 'done' } })
  },
)

test('what is being written is not cancelled and not written twice', async () => {
  const { importId } = await server.upload(csv('项目名称,建设地点\n七甲项目,凤桥镇\n'), '七.csv')
  const done = await whileWriting('node', importId, async () => {
    expect((await server.send(cancelImport, { importId })).body).toEqual({ cancelled: false })
    expect((await commit(importId)).body.code).toBe('IMPORT_CLOSED')
  })
  expect(done.body).toMatchObject({ progress: { phase: 'done' } })
  expect(await rowsOf('七甲项目')).toHaveLength(1)
})
