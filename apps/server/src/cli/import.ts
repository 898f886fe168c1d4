import { basename } from 'node:path'
import type { Playbook } from '@guatu/playbook'
import { dictionaries } from '@guatu/playbooks'
import { loadConfig } from '../config.ts'
import type { ReadingWish } from '../features/imports/desk.ts'
import { recallMapping } from '../features/imports/remembered.ts'
import { runReport } from '../features/imports/run-report.ts'
import { storedDuplicates } from '../features/imports/stored-duplicates.ts'
import { projectRoot } from '../location.ts'
import { clockToday } from '../today.ts'
import { parseArguments } from './arguments.ts'
import { commitLedger } from './commit-ledger.ts'
import { readMappingFile } from './mapping-file.ts'
import { listAndFile } from './named-playbook.ts'
import { jsonReport, printRefusals, printReport } from './report-text.ts'
import { type StoredReader, withStoredList } from './stored-list.ts'

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
  const target = listAndFile(values.list, positionals[0])
  if (target.kind === 'refused') return printRefusals(target.refusals, json)
  const { playbook, path } = target.value
  const mapping = readMappingFile(values.mapping)
  if (mapping.kind === 'refused') return printRefusals(mapping.refusals, json)
  const wish = { ...mapping.value.options, ...(sheetOf(values.sheet, mapping.value.sheet) ?? {}) }
  if (values.commit) return await commit(path, playbook, wish, values['valid-rows'] ? 'valid' : 'all', json)
  return await dryRun(path, playbook, wish, json)
}

const sheetOf = (given: string | undefined, mapped: string | undefined) => {
  const sheet = given ?? mapped
  return sheet === undefined ? undefined : { sheet }
}

/** Starts no database; what is stored plays a part where a server runs or DATABASE_URL names one. */
async function dryRun(path: string, playbook: Playbook, wish: ReadingWish, json: boolean): Promise<number> {
  return await withStoredList(async (read) => {
    const outcome = await readAsSettled(path, playbook, wish, read)
    if (outcome.kind === 'refused') return printRefusals(outcome.refusals, json)
    const { report } = outcome.value
    const duplicates = read ? await read((tx) => storedDuplicates(tx, playbook, report)) : report.duplicates
    printReport({ ...report, duplicates }, json)
    return 0
  })
}

/** Reads a file, and anew where an earlier one of its shape was mapped otherwise and this one is not mapped by hand. */
async function readAsSettled(path: string, playbook: Playbook, wish: ReadingWish, read: StoredReader | undefined) {
  const outcome = await readFile(path, playbook, wish)
  if (outcome.kind === 'refused' || wish.mapping || !read) return outcome
  const known = await read((tx) => recallMapping(tx, playbook.key, outcome.value.report))
  if (!known?.differs) return outcome
  console.error('按上次的列对应重新读取 (read again by the mapping of the last file of this shape)')
  return await readFile(path, playbook, { ...wish, mapping: known.mapping })
}

async function readFile(path: string, playbook: Playbook, { sheet, ...wish }: ReadingWish) {
  const today = clockToday(loadConfig(process.env, projectRoot).todayOverride)()
  const fileName = basename(path)
  const options = { playbook, dictionaries, today, fileName, ...wish }
  let said = ''
  const running = runReport({ path, fileName, ...(sheet === undefined ? {} : { sheet }), options }, (phase) => {
    if (phase !== said) console.error(phase === 'reading' ? '正在读取… (reading)' : '正在核对… (checking)')
    said = phase
  })
  return await running.outcome
}

async function commit(
  path: string,
  playbook: Playbook,
  wish: ReadingWish,
  rows: 'all' | 'valid',
  json: boolean,
): Promise<number> {
  const outcome = await commitLedger(path, playbook, wish, rows)
  if (outcome.kind === 'refused') {
    if (outcome.report && !json) printReport(outcome.report, false)
    return printRefusals(outcome.refusals, json)
  }
  const { report, importId, created, changed } = outcome.value
  if (json) console.log(JSON.stringify({ ...jsonReport(report), committed: { importId, created, changed } }))
  else {
    printReport(report, false)
    console.log(`\n已写入：新增 ${created} 个，更新 ${changed} 个（导入编号 ${importId}）`)
  }
  return 0
}
