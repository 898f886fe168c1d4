import { basename, resolve } from 'node:path'
import { dictionaries } from '@guatu/playbooks'
import { loadConfig } from '../config.ts'
import { runReport } from '../features/imports/run-report.ts'
import { projectRoot } from '../location.ts'
import { clockToday } from '../today.ts'
import { parseArguments } from './arguments.ts'
import { readMappingFile } from './mapping-file.ts'
import { namedPlaybook } from './named-playbook.ts'
import { printRefusals, printReport } from './report-text.ts'

export const summary = {
  zh: '读入台账：FILE --list 清单 [--sheet 名称] [--mapping 文件] [--commit] [--valid-rows] [--json]',
  en: 'read a ledger; a dry run unless --commit',
}

const options = {
  list: { type: 'string' },
  sheet: { type: 'string' },
  mapping: { type: 'string' },
  commit: { type: 'boolean' },
  'valid-rows': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, 1)
  const json = values.json === true
  const playbook = namedPlaybook(values.list)
  if (playbook.kind === 'refused') return printRefusals(playbook.refusals, json)
  const path = positionals[0]
  if (path === undefined)
    return printRefusals([{ code: 'INPUT_INVALID', message: { zh: '没有给出文件', en: 'No file was named' } }], json)
  const mapping = readMappingFile(values.mapping)
  if (mapping.kind === 'refused') return printRefusals(mapping.refusals, json)
  const config = loadConfig(process.env, projectRoot)
  const running = runReport(
    {
      path: resolve(path),
      fileName: basename(path),
      ...((values.sheet ?? mapping.value.sheet) ? { sheet: values.sheet ?? mapping.value.sheet! } : {}),
      options: {
        playbook: playbook.value,
        dictionaries,
        today: clockToday(config.todayOverride)(),
        fileName: basename(path),
        ...mapping.value.options,
      },
    },
    (phase) => console.error(phase === 'reading' ? '正在读取… (reading)' : '正在核对… (checking)'),
  )
  const outcome = await running.outcome
  if (outcome.kind === 'refused') return printRefusals(outcome.refusals, json)
  printReport(outcome.value.report, json)
  return 0
}
