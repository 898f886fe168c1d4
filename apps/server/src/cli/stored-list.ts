import { existsSync } from 'node:fs'
import { type Config, loadConfig } from '../config.ts'
import { projectRoot } from '../location.ts'
import { withClient } from '../postgres/connection.ts'
import { openStore, type Tx } from '../store/store.ts'
import { runningServerUrl } from './with-database.ts'

export type StoredReader = <T>(use: (tx: Tx) => Promise<T>) => Promise<T>

/** The database that can be asked without starting, making or changing anything; undefined where there is none. */
async function databaseAtHand(config: Config): Promise<string | undefined> {
  if (config.databaseUrl) return config.databaseUrl
  return existsSync(config.dataFolder) ? await runningServerUrl(config) : undefined
}

/** The district of a database; undefined where it holds none yet. */
async function districtOf(url: string): Promise<string | undefined> {
  return await withClient(url, async (client) => {
    const { rows } = await client.query<{ known: boolean }>(`select to_regclass('import_mapping') is not null as known`)
    if (!rows[0]?.known) return undefined
    const found = await client.query<{ district_id: string }>('select district_id from district limit 1')
    return found.rows[0]?.district_id
  })
}

/** Lets `use` read what is stored, where that is at hand; without it, `read` is undefined. Nothing is ever written. */
export async function withStoredList<T>(use: (read: StoredReader | undefined) => Promise<T>): Promise<T> {
  const url = await databaseAtHand(loadConfig(process.env, projectRoot))
  const districtId = url && (await districtOf(url).catch(unreachable))
  if (!url || !districtId) return await use(undefined)
  const store = openStore(url, districtId, { connections: 1 })
  try {
    return await use((ask) => store.read(ask))
  } finally {
    await store.close()
  }
}

/** A dry run is worth having without the database too; the address may hold a password and is not repeated. */
function unreachable(): undefined {
  console.error('连不上数据库，未与已有项目比对 (the database cannot be reached: not compared with what is stored)')
}
