import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverFile } from '../location.ts'
import type { Binaries } from '../postgres/binaries.ts'
import { withClient, withDatabase } from '../postgres/connection.ts'
import { startEmbedded } from '../postgres/embedded.ts'
import { OperatingProblem } from '../problem.ts'
import { migrate, readMigrations } from '../store/migrate.ts'

/** A database server for one test run. */
export interface TestServer {
  /** Address of the server's maintenance database; its user may create databases. */
  readonly url: string
  stop(): Promise<void>
}

const debianFolder = '/usr/lib/postgresql/15'
const debianPackage = 'postgresql-15'

function debianBinaries(): Binaries {
  if (!existsSync(`${debianFolder}/bin/postgres`)) {
    throw new OperatingProblem(
      `PostgreSQL 15 is missing. Run: apt-get update && apt-get install -y --no-install-recommends ${debianPackage}, or name a server by TEST_DATABASE_URL`,
    )
  }
  return { folder: debianFolder, major: 15, version: '15' }
}

/** Starts a server that lives as long as the test run, its data in a temporary folder. */
export async function startTestServer(which: 'embedded' | '15'): Promise<TestServer> {
  const named = process.env.TEST_DATABASE_URL
  if (which === '15' && named) return { url: named, stop: async () => undefined }
  const dataFolder = mkdtempSync(join(tmpdir(), `guatu-test-${which}-`))
  const server = await startEmbedded({
    dataFolder,
    durable: false,
    say: () => undefined,
    onLost: (problem) => {
      throw problem
    },
    ...(which === '15' ? { binaries: debianBinaries() } : {}),
  })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      rmSync(dataFolder, { recursive: true })
    },
  }
}

/** Makes a database that has every migration, to be copied for each test file. */
export async function createTemplate(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    await client.query(`drop database if exists ${name}`)
    await client.query(`create database ${name} encoding 'UTF8' lc_collate 'C' lc_ctype 'C' template template0`)
  })
  const migrations = readMigrations(serverFile('migrations'))
  const outcome = await withClient(withDatabase(serverUrl, name), (client) => migrate(client, migrations))
  if (outcome.kind === 'refused') throw new OperatingProblem(outcome.reasons.join('; '))
}
