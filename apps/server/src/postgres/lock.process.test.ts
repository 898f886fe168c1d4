import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { projectRoot } from '../location.ts'
import { type FolderLock, tryLock } from './lock.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guatu-lock-'))
  file = join(folder, 'guatu.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('of several that try at once exactly one gets it, and the next after it lets go', async () => {
  const held = (await Promise.all(Array.from({ length: 8 }, () => tryLock(file)))).filter(Boolean) as FolderLock[]
  expect(held).toHaveLength(1)
  expect(await tryLock(file)).toBeUndefined()
  await held[0]?.release()
  await held[0]?.release()
  const next = await tryLock(file)
  expect(next).toBeDefined()
  await next?.release()
})

test('is free soon after its holder is killed', async () => {
  const script = join(folder, 'hold.ts')
  const lockModule = join(projectRoot, 'apps/server/src/postgres/lock.ts')
  const hold = `import { tryLock } from '${lockModule}'\ntryLock('${file}').then(() => console.log('held'))\nsetInterval(() => 0, 1000)`
  writeFileSync(script, hold)
  const holder = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  expect(await tryLock(file)).toBeUndefined()
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  let lock: FolderLock | undefined
  for (let tries = 0; tries < 100 && !lock; tries += 1) {
    lock = await tryLock(file)
    if (!lock) await delay(50)
  }
  expect(lock).toBeDefined()
  await lock?.release()
})

test('a file that cannot be locked is an operating problem', async () => {
  await expect(tryLock(join(folder, 'no/such/folder/lock'))).rejects.toThrow(/cannot lock/)
})
