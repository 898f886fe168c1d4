import { parseArguments } from './arguments.ts'
import { withDatabaseUrl } from './with-database.ts'

export const summary = { zh: '更新数据库结构', en: 'bring the database schema up to date' }

export async function run(args: string[]): Promise<number> {
  parseArguments(args, {})
  return await withDatabaseUrl(async (_url, applied) => {
    console.log(applied.length > 0 ? applied.join('\n') : '数据库结构已是最新 (the schema is up to date)')
    return 0
  })
}
