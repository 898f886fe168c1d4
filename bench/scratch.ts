import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateOrStop } from '../apps/server/src/open-database.ts'
import { startEmbedded } from '../apps/server/src/postgres/embedded.ts'

/** Opens a migrated database of its own for a measurement and removes it afterwards. */
export async function withScratchDatabase(use: (url: string) => Promise<void>): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
  const onLost = (problem: Error) => console.error(problem.message)
  const server = await startEmbedded({ dataFolder, say: () => undefined, onLost })
  try {
    await migrateOrStop(server.url)
    await use(server.url)
  } finally {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
