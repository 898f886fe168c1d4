import { existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { cancelImport, commitImport, getImport, type ImportState } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import { expect, test } from 'vitest'
import { findSession, openSession } from './desk.ts'
import type { ImportSession } from './session.ts'
import { rowCounts } from './testing/district-state.ts'
import { useImportApp } from './testing/import-app.ts'

const server = useImportApp()
const large = Buffer.from(
  ['项目名称,总投资（万元）,建设地点', ...Array.from({ length: 30_000 }, (_, at) => `项目${at},${at},凤桥镇`)].join(
    '\n',
  ),
)

function sessionOf(importId: string): ImportSession {
  const found = findSession(server.deps, importId)
  if (found.kind === 'refused') throw new Error('no such import')
  return found.value
}

test('an import is cancelled while it is read: its thread ends, its file goes, nothing is written', async () => {
  const before = await rowCounts(server.deps.store)
  const { importId, progress } = (await server.start(large, '大表.csv')).body as ImportState
  expect(progress.phase).toBe('reading')
  const { path, running } = sessionOf(importId)
  expect(existsSync(path)).toBe(true)
  expect((await server.send(cancelImport, { importId })).body).toEqual({ cancelled: true })
  expect(existsSync(path)).toBe(false)
  for (const route of [getImport, cancelImport]) {
    expect((await server.send(route, { importId })).body.code).toBe('NOT_FOUND')
  }
  const late = await server.send(commitImport, { importId }, { rows: 'all', changes: 'all' })
  expect(late.body.code).toBe('NOT_FOUND')
  await running!.cancel()
  expect(await rowCounts(server.deps.store)).toEqual(before)
  // The desk is free for the next one.
  expect(await server.upload(Buffer.from('项目名称,建设地点\n甲项目,凤桥镇\n'), '小表.csv')).toMatchObject({
    progress: { phase: 'ready' },
  })
})

test('nothing is committed while a file is still read', async () => {
  const { importId } = (await server.start(large, '大表.csv')).body as ImportState
  const early = await server.send(commitImport, { importId }, { rows: 'all', changes: 'all' })
  expect(early.body.code).toBe('IMPORT_CLOSED')
  await server.send(cancelImport, { importId })
})

test('a checked import that is dropped writes nothing', async () => {
  const before = await rowCounts(server.deps.store)
  const { importId } = await server.upload(Buffer.from('项目名称,责任单位\n乙项目,新单位\n'), '小表.csv')
  expect((await server.send(cancelImport, { importId })).body).toEqual({ cancelled: true })
  expect(await rowCounts(server.deps.store)).toEqual(before)
})

test('an upload that breaks off leaves no import', async () => {
  const stream = Readable.from(
    (async function* () {
      yield Buffer.from('项目名称\n')
      throw new Error('connection lost')
    })(),
  )
  await expect(
    openSession(server.deps, playbooks[0]!, { fileName: 'a.csv', mediaType: 'text/csv', stream }, {}),
  ).rejects.toThrow('connection lost')
})
