import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dictionaries, playbooks } from '@guatu/playbooks'
import { buildApp } from '../../apps/server/src/app.ts'
import { districtOrgs } from '../../apps/server/src/demo/orgs.ts'
import { migrateOrStop } from '../../apps/server/src/open-database.ts'
import { withClient } from '../../apps/server/src/postgres/connection.ts'
import { startEmbedded } from '../../apps/server/src/postgres/embedded.ts'
import { operatorActor } from '../../apps/server/src/store/actor.ts'
import { ensureDistrict } from '../../apps/server/src/store/district.ts'
import { openStore } from '../../apps/server/src/store/store.ts'
import { projectRoot } from '../../scripts/testing/instance.ts'
import { generate, today } from '../store/generate.ts'

/** Composed whole by the store's own path; the rest are copies, since facts and plans are never scrolled through. */
const COMPOSED = 500

const now = () => `${today}T02:00:00.000Z`

/** Copies the composed items under ids of their own until the list has `wanted` of them. */
async function multiply(url: string, wanted: number): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'item' and is_generated = 'NEVER'
        order by ordinal_position`,
    )
    const columns = rows.map(({ name }) => `"${name}"`)
    const values = columns.map((name) => (name === '"item_id"' ? 'gen_random_uuid()' : name))
    const copies = Math.ceil(wanted / COMPOSED) - 1
    await client.query(
      `insert into item (${columns.join()}) select ${values.join()} from item, generate_series(1, $1) order by random()`,
      [copies],
    )
    await client.query('vacuum analyze')
  })
}

export interface RowServer {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** The real server over its own embedded database with a list of `rows` items. */
export async function serveRows(rows: number): Promise<RowServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
  const onLost = (problem: Error) => console.error(problem.message)
  const database = await startEmbedded({ dataFolder, say: () => undefined, onLost })
  await migrateOrStop(database.url)
  const store = openStore(database.url, '330402')
  const orgs = districtOrgs(dictionaries.area)
  await ensureDistrict(store, { name: '测试区', shortName: '测试', today, now: now(), playbooks, orgs })
  await generate(store, COMPOSED)
  await multiply(database.url, rows)
  const deps = { store, shelf: { playbooks, dictionaries }, today: () => today, now, actor: operatorActor }
  const app = await buildApp({
    deps,
    identify: async () => operatorActor,
    webFolder: join(projectRoot, 'apps/web/dist'),
    say: console.error,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await app.close()
      await store.close()
      await database.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
