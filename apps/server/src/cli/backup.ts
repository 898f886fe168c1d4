import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { backUp } from '../backup/back-up.ts'
import { projectRoot } from '../location.ts'
import { OperatingProblem } from '../problem.ts'
import { parseArguments } from './arguments.ts'
import { withServerUrl } from './with-database.ts'

export const summary = { zh: '备份整个数据库到一个文件：FILE', en: 'back the whole database up into one file' }

export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArguments(args, {}, 1)
  const file = positionals[0]
  if (file === undefined) throw new OperatingProblem('没有给出文件 (no file was named)')
  const program = JSON.parse(readFileSync(`${projectRoot}/package.json`, 'utf8')).version as string
  const path = resolve(file)
  const now = new Date().toISOString()
  const say = (line: string) => console.error(line)
  // Not brought up to date first: a backup is what one takes before that.
  return await withServerUrl(async (url) => {
    const { tables, rows, bytes } = await backUp({ url, file: path, program, now, say })
    console.log(`已备份 ${tables} 张表，${rows} 行，${bytes} 字节 (backed up: ${tables} tables, ${rows} rows): ${path}`)
    return 0
  })
}
