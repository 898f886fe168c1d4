import { resolve } from 'node:path'
import { checkArchive } from '../backup/read-archive.ts'
import { type BrokenChain, restore, schemaGap } from '../backup/restore.ts'
import { serverFile } from '../location.ts'
import { OperatingProblem } from '../problem.ts'
import { readMigrations } from '../store/migrate.ts'
import { parseArguments } from './arguments.ts'
import { problemText } from './chain-problems.ts'
import { assertNoServer, withDatabaseUrl } from './with-database.ts'

export const summary = {
  zh: '从备份恢复，全有或全无：FILE [--replace]',
  en: 'load a backup, all of it or nothing',
}

const options = { replace: { type: 'boolean' }, 'allow-broken-chain': { type: 'boolean' } } as const

const brokenLine = ({ districtId, verdict }: BrokenChain) =>
  `${districtId}：备份里的留痕链在第 ${verdict.seq} 条断开，${problemText(verdict.problem)}`

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, 1)
  if (positionals[0] === undefined) throw new OperatingProblem('没有给出文件 (no file was named)')
  const file = resolve(positionals[0])
  const say = (line: string) => console.error(line)
  // The file is judged before a database is touched, or even started.
  say('正在核对备份文件… (checking the file)')
  const manifest = await checkArchive(file)
  const migrations = readMigrations(serverFile('migrations'))
  schemaGap(migrations, manifest)
  await assertNoServer()
  return await withDatabaseUrl(async (url) => {
    const flags = { replace: values.replace === true, allowBrokenChain: values['allow-broken-chain'] === true }
    const outcome = await restore({ url, file, manifest, migrations, say, ...flags })
    for (const chain of outcome.broken) say(brokenLine(chain))
    if (outcome.kind === 'chainBroken') {
      say(
        '什么都没有写入；仍要载入请加 --allow-broken-chain (nothing was written; --allow-broken-chain loads it as it is)',
      )
      return 1
    }
    if (outcome.migrated.length > 0) say(`数据库结构已更新 (schema brought up): ${outcome.migrated.join(', ')}`)
    const { rows, broken } = outcome
    const chain = broken.length > 0 ? '留痕链有断开 (the chain is broken)' : '留痕链完整 (the chain is whole)'
    console.log(`已恢复 ${manifest.takenAt} 的备份，${rows} 行，${chain} (restored: ${rows} rows)`)
    return broken.length > 0 ? 1 : 0
  })
}
