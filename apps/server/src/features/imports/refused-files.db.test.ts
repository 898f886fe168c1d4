import { readFileSync, rmSync } from 'node:fs'
import { commitImport, getImportErrorsFile, getImportReport, mapImport } from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../location.ts'
import { fileLimits } from '../../workbook/limits.ts'
import { oneRow, workbookParts, zipFile } from '../../workbook/testing/zip-file.ts'
import { findSession } from './desk.ts'
import { rowCounts } from './testing/district-state.ts'
import { useImportApp } from './testing/import-app.ts'

const server = useImportApp()
const good = readFileSync(`${projectRoot}/fixtures/ledgers/signing-list.xlsx`)
const everything = { rows: 'valid', changes: 'all' }
let untouched: Record<string, number>

beforeAll(async () => {
  untouched = await rowCounts(server.deps.store)
})

const oldFormat = (stream: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
const withSheet = (xml: string): Buffer =>
  zipFile(
    workbookParts('').map((part) => (part.name.includes('sheet1') ? { ...part, content: Buffer.from(xml) } : part)),
  )
const bomb = () =>
  zipFile([...workbookParts(oneRow), { name: 'xl/media/a.bin', content: Buffer.alloc(160 * 1024 * 1024) }])

describe('a file that is refused is told why, and writes nothing', () => {
  test.each<[string, () => Buffer, string, string, string?]>([
    ['a PDF', () => Buffer.from('%PDF-1.7'), 'a.pdf', 'FILE_NOT_SPREADSHEET'],
    ['a web page', () => Buffer.from('<html><table></table></html>'), 'a.xls', 'FILE_NOT_SPREADSHEET'],
    ['nothing at all', () => Buffer.alloc(0), 'a.xlsx', 'FILE_NOT_SPREADSHEET'],
    ['an old workbook', () => oldFormat('Workbook'), 'a.xls', 'FILE_OLD_EXCEL'],
    ['a protected workbook', () => oldFormat('EncryptedPackage'), 'a.xlsx', 'FILE_PROTECTED'],
    ['half a workbook', () => good.subarray(0, good.length >> 1), 'a.xlsx', 'FILE_DAMAGED'],
    ['a bomb', bomb, 'a.xlsx', 'FILE_BOMB'],
    [
      'an entity',
      () => withSheet('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet/>'),
      'a.xlsx',
      'FILE_ENTITIES',
    ],
    ['no header', () => Buffer.from('甲,乙\n1,2\n'), 'a.csv', 'HEADER_NOT_FOUND'],
    ['a sheet that is not there', () => good, 'a.xlsx', 'SHEET_UNKNOWN', '没有这张表'],
  ])('%s', async (_, content, fileName, code, sheet) => {
    const state = await server.upload(content(), fileName, sheet)
    expect(state).toMatchObject({ progress: { phase: 'refused' }, refusal: { code }, counts: null })
    expect(state.refusal!.message.zh).toMatch(/\p{Script=Han}/u)
    const { importId } = state
    expect((await server.send(getImportReport, { importId })).body.code).toBe(code)
    expect((await server.send(commitImport, { importId }, everything)).body.code).toBe('IMPORT_CLOSED')
    expect((await server.send(getImportErrorsFile, { importId })).body.code).toBe('NOT_FOUND')
    expect(await rowCounts(server.deps.store)).toEqual(untouched)
  })

  test('a file over the limit is not even taken in', async () => {
    const { status, body } = await server.start(Buffer.alloc(fileLimits.fileBytes + 1), 'a.xlsx')
    expect([status, body.code]).toEqual([413, 'FILE_TOO_LARGE'])
    expect(JSON.stringify(body.refusals)).toContain(`${fileLimits.fileMegabytes} MB`)
    expect(await rowCounts(server.deps.store)).toEqual(untouched)
  })

  test('a file that is gone when it is read anew', async () => {
    const { importId } = await server.upload(good, 'a.xlsx')
    const session = findSession(server.deps, importId)
    if (session.kind === 'done') rmSync(session.value.path)
    await server.send(mapImport, { importId }, { mapping: { B: 'title' } })
    expect(await server.settled(importId)).toMatchObject({ refusal: { code: 'FILE_UNREADABLE' } })
    expect(await rowCounts(server.deps.store)).toEqual(untouched)
  })

  test('another list than there is', async () => {
    const reply = await server.app.inject({ method: 'POST', url: '/api/imports?playbook=nope', ...emptyUpload })
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'PLAYBOOK_UNKNOWN'])
  })

  test('a request without a file', async () => {
    const url = '/api/imports?playbook=major-project'
    const payload = '--x--\r\n'
    const reply = await server.app.inject({ method: 'POST', url, payload, headers: emptyUpload.headers })
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'INPUT_INVALID'])
  })
})

const emptyUpload = {
  headers: { 'content-type': 'multipart/form-data; boundary=x' },
  payload: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n\r\n--x--\r\n',
}
