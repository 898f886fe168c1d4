import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { exportStream } from '../features/exports/export.ts'
import { OperatingProblem } from '../problem.ts'
import { parseSelection } from '../store/selection/parse.ts'
import { parseArguments } from './arguments.ts'
import { listAndFile } from './named-playbook.ts'
import { printRefusals } from './report-text.ts'
import { withDistrict } from './with-district.ts'

export const summary = {
  zh: '导出清单为 Excel：--list 清单 FILE',
  en: 'write a list as a workbook that can be imported again',
}

const options = {
  list: { type: 'string' },
  filter: { type: 'string' },
  q: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** The file system's own refusal, such as a folder that is missing, full or closed to this user. */
const isFileFault = (error: unknown): boolean => error instanceof Error && 'syscall' in error && 'path' in error

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, 1)
  const json = values.json === true
  const target = listAndFile(values.list, positionals[0])
  if (target.kind === 'refused') return printRefusals(target.refusals, json)
  const { playbook, path } = target.value
  const selection = parseSelection(playbook, { filter: values.filter, q: values.q })
  if (selection.kind === 'refused') return printRefusals(selection.refusals, json)
  return await withDistrict(async ({ deps }) => {
    // Written beside and put in place whole: a failure leaves no half workbook, and the file that was there stays.
    const part = `${path}.part`
    try {
      await pipeline(await exportStream(deps, selection.value), createWriteStream(part))
      renameSync(part, path)
    } catch (error) {
      rmSync(part, { force: true })
      throw isFileFault(error) ? new OperatingProblem(`文件写不了 (the file cannot be written): ${path}`) : error
    }
    if (json) console.log(JSON.stringify({ file: path }))
    else console.log(path)
    return 0
  })
}
