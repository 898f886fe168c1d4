import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lastComplaint, readFrom } from './complaint.ts'

test('takes the last grave line, without its time stamp', () => {
  const log = [
    '2026-11-22 04:53:07.971 CST [1] LOG:  starting PostgreSQL 18.4',
    '2026-11-22 04:53:07.972 CST [1] FATAL:  could not map anonymous shared memory',
    '2026-11-22 04:53:07.973 CST [1] LOG:  database system is shut down',
  ]
  expect(lastComplaint(log.join('\n'))).toBe('FATAL:  could not map anonymous shared memory')
})

test('what is told to an early client is no complaint', () => {
  const log = [
    '2026-11-22 04:53:07 CST [1] PANIC:  could not locate a valid checkpoint record',
    '2026-11-22 04:53:07 CST [2] FATAL:  the database system is starting up',
  ]
  expect(lastComplaint(log.join('\n'))).toMatch(/^PANIC/)
})

test('names a missing library, else the last line, else nothing', () => {
  const loader = 'postgres: error while loading shared libraries: libicudata.so.60: cannot open shared object file'
  expect(lastComplaint(`${loader}\n`)).toBe(loader)
  expect(lastComplaint('one\ntwo\n')).toBe('two')
  expect(lastComplaint('\n \n')).toBeUndefined()
})

test('reads a growing file from where a start began', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-log-'))
  const file = join(folder, 'log')
  writeFileSync(file, '旧\n新\n')
  expect(readFrom(file, Buffer.byteLength('旧\n'))).toBe('新\n')
  expect(readFrom(file, 1000)).toBe('')
  expect(readFrom(join(folder, 'none'), 0)).toBe('')
  rmSync(folder, { recursive: true })
})
