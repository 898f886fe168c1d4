import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commitImport, mapImport } from '@guatu/contract'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rowCounts } from '../features/imports/testing/district-state.ts'
import { useImportApp } from '../features/imports/testing/import-app.ts'
import { withDatabase } from '../postgres/connection.ts'
import { prepareLayout } from '../postgres/layout.ts'
import { tryLock } from '../postgres/lock.ts'
import { writeState } from '../postgres/state.ts'
import { run } from './import.ts'

const server = useImportApp()
const folder = mkdtempSync(join(tmpdir(), 'guatu-cli-stored-'))
const ledger = '项目名称,总投资（万元）,甲乙丙丁,建设地点\n甲项目,100,一号地块,凤桥镇\n乙项目,200,二号地块,凤桥镇\n'
const path = join(folder, '台账.csv')
const printed: string[] = []
const told: string[] = []

beforeEach(() => {
  printed.length = 0
  told.length = 0
  writeFileSync(path, `${ledger}丙项目,300,三号地块,凤桥镇\n 乙项目 ,200,二号地块,凤桥镇\n`)
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void told.push(line))
  vi.stubEnv('GUATU_DATA', join(folder, 'none'))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Report {
  readonly columns: readonly { readonly column: string; readonly field: string | null }[]
  readonly duplicates: readonly object[]
}

async function dryRun(...args: string[]): Promise<Report> {
  printed.length = 0
  expect(await run([path, '--list', 'major-project', '--json', ...args])).toBe(0)
  return JSON.parse(printed[0]!) as Report
}

const fieldOf = ({ columns }: Report, letter: string) => columns.find(({ column }) => column === letter)?.field

/** In the file itself row 5 repeats row 3. */
const within = { row: 5, of: 3 }

test('where no database is at hand a dry run starts none and tells of the file alone', async () => {
  expect((await dryRun()).duplicates).toEqual([within])
  expect(existsSync(join(folder, 'none'))).toBe(false)
})

test('with DATABASE_URL it points out what is stored, takes up the mapping, and writes nothing', async () => {
  const { importId } = await server.upload(Buffer.from(ledger), '一月.csv')
  const mapping = { A: 'title', B: 'totalInvestment', C: 'location', D: null }
  await server.send(mapImport, { importId }, { mapping })
  await server.settled(importId)
  expect((await server.send(commitImport, { importId }, { rows: 'all', changes: 'all' })).status).toBe(200)
  const before = await rowCounts(server.deps.store)
  vi.stubEnv('DATABASE_URL', server.databaseUrl)
  const report = await dryRun()
  expect(report.duplicates).toEqual([{ row: 2, of: '甲项目' }, { row: 3, of: '乙项目' }, within])
  expect([fieldOf(report, 'C'), fieldOf(report, 'D')]).toEqual(['location', null])
  expect(await rowCounts(server.deps.store)).toEqual(before)

  const byHand = join(folder, 'mapping.json')
  writeFileSync(byHand, JSON.stringify({ C: 'remark' }))
  expect(fieldOf(await dryRun('--mapping', byHand), 'C')).toBe('remark')

  printed.length = 0
  await run([path, '--list', 'major-project'])
  expect(printed.join('\n')).toContain('第 2 行与已有项目“甲项目”相同')
})

test('a server that runs on the data folder is asked; what one left behind is not', async () => {
  const layout = prepareLayout(join(folder, 'data'))
  vi.stubEnv('GUATU_DATA', layout.dataFolder)
  writeState(layout.stateFile, { pid: process.pid, mode: 'serve', databaseUrl: server.databaseUrl })
  expect((await dryRun()).duplicates).toEqual([within])
  const lock = await tryLock(layout.lockFile)
  expect((await dryRun()).duplicates).toHaveLength(3)
  await lock!.release()
})

test('a database that cannot be reached, or is empty, leaves the file’s own report', async () => {
  vi.stubEnv('DATABASE_URL', withDatabase(server.databaseUrl, 'no_such_database'))
  expect((await dryRun()).duplicates).toEqual([within])
  expect(told.join()).toContain('连不上数据库')
  vi.stubEnv('DATABASE_URL', withDatabase(server.databaseUrl, 'postgres'))
  told.length = 0
  expect((await dryRun()).duplicates).toEqual([within])
  expect(told.join()).not.toContain('连不上数据库')
})
