import { createWriteStream, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { exportStream } from '../features/exports/export.ts'
import { parseSelection } from '../store/selection/parse.ts'
import { parseArguments } from './arguments.ts'
import { namedPlaybook } from './named-playbook.ts'
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

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, 1)
  const json = values.json === true
  const playbook = namedPlaybook(values.list)
  if (playbook.kind === 'refused') return printRefusals(playbook.refusals, json)
  const file = positionals[0]
  if (file === undefined)
    return printRefusals([{ code: 'INPUT_INVALID', message: { zh: '没有给出文件', en: 'No file was named' } }], json)
  const selection = parseSelection(playbook.value, { filter: values.filter, q: values.q })
  if (selection.kind === 'refused') return printRefusals(selection.refusals, json)
  const path = resolve(file)
  return await withDistrict(async ({ deps }) => {
    try {
      await pipeline(await exportStream(deps, selection.value), createWriteStream(path))
    } catch (error) {
      // A half-written workbook would look like a damaged one.
      rmSync(path, { force: true })
      throw error
    }
    if (json) console.log(JSON.stringify({ file: path }))
    else console.log(path)
    return 0
  })
}
