import { readFile } from 'node:fs/promises'
import { mspdiToSchedule, type ScheduleInput, type ScheduleOutcome, schedule } from '@guatu/schedule'
import { OperatingProblem } from '../problem.ts'
import { parseArguments } from './arguments.ts'
import { scheduleReport, scheduleTable } from './schedule-report.ts'

export const summary = { zh: '按节点网络排工期(JSON 或 MS Project XML)', en: 'schedule a network of nodes' }

const USAGE = '用法 (usage): npx guatu schedule FILE [--json]'

// Far above any plan, far below what would exhaust the memory of the process.
const MAX_BYTES = 256 * 1024 * 1024

async function readText(file: string): Promise<string> {
  try {
    const bytes = await readFile(file)
    if (bytes.length > MAX_BYTES) throw new OperatingProblem(`文件过大 (the file is too large): ${file}`)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof OperatingProblem) throw error
    if (error instanceof TypeError) throw new OperatingProblem(`文件不是 UTF-8 文本 (not UTF-8 text): ${file}`)
    throw new OperatingProblem(
      `读不到文件 (cannot read): ${file} (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    )
  }
}

function scheduleText(file: string, text: string): ScheduleOutcome {
  if (text.trimStart().startsWith('<')) {
    const read = mspdiToSchedule(text)
    return read.kind === 'refused' ? read : schedule(read.input)
  }
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch (error) {
    throw new OperatingProblem(`文件不是 JSON 也不是 XML (neither JSON nor XML): ${file}: ${(error as Error).message}`)
  }
  return schedule(input as ScheduleInput)
}

/** Answers 0 for every plan that can be scheduled, kept deadline or not, and 1 for a refused one. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean', default: false } }, 1)
  const [file] = positionals
  if (file === undefined) throw new OperatingProblem(USAGE)
  const outcome = scheduleText(file, await readText(file))
  console.log(values.json ? JSON.stringify(scheduleReport(outcome), null, 2) : scheduleTable(outcome))
  return outcome.kind === 'scheduled' ? 0 : 1
}
