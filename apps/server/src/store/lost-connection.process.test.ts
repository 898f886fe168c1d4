import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrateOrStop } from '../open-database.ts'
import { startEmbedded } from '../postgres/embedded.ts'
import { openStore } from './store.ts'

test('a database that dies amid a transaction fails that transaction, and the next one works', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-lost-'))
  const said: string[] = []
  const server = await startEmbedded({
    dataFolder,
    durable: false,
    say: (line) => said.push(line),
    onLost: ({ message }) => said.push(message),
  })
  await migrateOrStop(server.url)
  const store = openStore(server.url, '330402', { connections: 2 })
  const select = sql<{ one: number }>`select 1 as one`
  const outcome = await store
    .read(async (tx) => {
      await select.execute(tx.db)
      process.kill(server.pid(), 'SIGKILL')
      // Nothing is asked while the connection breaks: the worst moment for a driver to tell of it.
      while (!said.some((line) => line.includes('is back'))) await delay(50)
      return await select.execute(tx.db)
    })
    .catch((error: unknown) => error)
  expect(outcome).toBeInstanceOf(Error)
  const again = await store.read((tx) => select.execute(tx.db))
  expect(again.rows).toEqual([{ one: 1 }])
  await store.close()
  await server.stop()
  rmSync(dataFolder, { recursive: true })
})
