import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { DirectoryDifference } from '@guatu/contract'
import { refused } from '@guatu/kernel'
import { checkDirectory, commitDirectory, type DirectoryFile } from '../features/directory/import/import-directory.ts'
import { fileRefusals } from '../workbook/file-refusal.ts'
import { parseArguments } from './arguments.ts'
import { printRefusals } from './report-text.ts'
import { withDistrict } from './with-district.ts'

export const summary = {
  zh: '导入单位和人员：FILE [--commit] [--json]',
  en: 'read a sheet of units, persons and posts; a dry run unless --commit',
}

const options = { commit: { type: 'boolean' }, json: { type: 'boolean' } } as const

function fileOf(path: string): DirectoryFile | null {
  try {
    return { bytes: readFileSync(path), fileName: basename(path) }
  } catch {
    return null
  }
}

const kinds: Readonly<Record<DirectoryDifference['changes'][number]['kind'], string>> = {
  unitCreated: '新增单位',
  unitChanged: '修改单位',
  personCreated: '新增人员',
  personChanged: '修改人员',
  postAssigned: '新增岗位',
  postChanged: '修改岗位',
}

function print({ errors, warnings, changes, unchanged, sheet, rows }: DirectoryDifference): void {
  const remark = ({ row, column, value, message, accepted }: (typeof errors)[number]) =>
    `  ${column ?? ''}${row}${value === null ? '' : ` “${value}”`}：${message}${accepted ? `（可填：${accepted.join('、')}）` : ''}`
  console.log(`工作表“${sheet}”：${rows} 行，${changes.length} 处变化，${unchanged} 行不变`)
  for (const { row, kind, name, cells } of changes) {
    const words = cells.map(({ label, before, after }) => `${label} ${before || '空'} → ${after || '空'}`)
    console.log(`  第${row}行 ${kinds[kind]} ${name}${words.length > 0 ? `：${words.join('，')}` : ''}`)
  }
  if (warnings.length > 0) console.log(`提示 ${warnings.length} 处：\n${warnings.map(remark).join('\n')}`)
  if (errors.length > 0) console.log(`错误 ${errors.length} 处：\n${errors.map(remark).join('\n')}`)
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, 1)
  const json = values.json === true
  const [path] = positionals
  const file = path === undefined ? null : fileOf(path)
  if (!file) return printRefusals(refused(fileRefusals.unreadable(path ?? '没有写文件')).refusals, json)
  return await withDistrict(async ({ deps }) => {
    const checked = await checkDirectory(deps, file)
    if (checked.kind === 'refused') return printRefusals(checked.refusals, json)
    if (json) console.log(JSON.stringify(checked.value))
    else print(checked.value)
    if (!values.commit) return checked.value.errors.length > 0 ? 1 : 0
    const committed = await commitDirectory(deps, file, checked.value.digest)
    if (committed.kind === 'refused') return printRefusals(committed.refusals, json)
    if (!json) console.log(`已写入：${committed.value.changes.length} 处变化`)
    return 0
  })
}
