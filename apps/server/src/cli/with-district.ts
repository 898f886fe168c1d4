import { loadConfig } from '../config.ts'
import { type OpenedDistrict, openDistrict } from '../guatu.ts'
import { projectRoot } from '../location.ts'
import { clockToday } from '../today.ts'
import { withDatabaseUrl } from './with-database.ts'

/** Hands `use` the district on the database that a command line finds or starts. */
export async function withDistrict<T>(use: (opened: OpenedDistrict) => Promise<T>): Promise<T> {
  const { todayOverride, chain } = loadConfig(process.env, projectRoot)
  const today = clockToday(todayOverride)
  return await withDatabaseUrl(async (url) => {
    const opened = await openDistrict({ url, today, chain })
    try {
      return await use(opened)
    } finally {
      await opened.close()
    }
  })
}
