import { mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OperatingProblem } from '../problem.ts'
import { prepareLayout } from './layout.ts'
import { serverArguments } from './settings.ts'

let folder: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'guatu-layout-')))
})
afterEach(() => rmSync(folder, { recursive: true }))

const socketPath = (socketFolder: string) => Buffer.byteLength(`${socketFolder}/.s.PGSQL.5432`)

test('everything lies below the data folder, which only its owner enters', () => {
  const layout = prepareLayout(join(folder, 'a/b'))
  expect(layout.socketFolder).toBe(join(folder, 'a/b/run'))
  expect(statSync(layout.dataFolder).mode & 0o777).toBe(0o700)
  expect(statSync(layout.socketFolder).mode & 0o777).toBe(0o700)
})

test('the socket stays within the 107 bytes of an address at every length of the path', () => {
  for (let length = 1; length <= 120; length += 7) {
    const layout = prepareLayout(join(folder, '挂'.repeat(Math.ceil(length / 3)).slice(0, 80)))
    expect(socketPath(layout.socketFolder)).toBeLessThanOrEqual(107)
    if (!layout.socketFolder.startsWith(folder)) rmSync(layout.socketFolder, { recursive: true, force: true })
  }
})

test('the same folder by another name is the same cluster, another folder is another', () => {
  const straight = prepareLayout(join(folder, 'data'))
  symlinkSync(join(folder, 'data'), join(folder, 'link'))
  expect(prepareLayout(join(folder, 'link')).clusterName).toBe(straight.clusterName)
  expect(prepareLayout(join(folder, 'other')).clusterName).not.toBe(straight.clusterName)
})

test('a file in its place is told as an operating problem', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => prepareLayout(join(folder, 'file'))).toThrow(OperatingProblem)
})

test('the server listens on its socket only, and is durable unless it is for tests', () => {
  const layout = prepareLayout(join(folder, 'data'))
  const durable = serverArguments(layout, { kind: 'self' }, true)
  expect(durable).toContain('listen_addresses=')
  expect(durable).toContain(`unix_socket_directories="${layout.socketFolder}"`)
  expect(durable).not.toContain('fsync=off')
  expect(serverArguments(layout, { kind: 'self' }, false)).toContain('fsync=off')
})
