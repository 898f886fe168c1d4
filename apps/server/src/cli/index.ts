import { describeFailure } from '../problem.ts'
import type { Command } from './command.ts'

/** Names of one or two words, each with the file that holds the command. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: () => import('./serve.ts'),
  import: () => import('./import.ts'),
  export: () => import('./export.ts'),
  'directory import': () => import('./directory-import.ts'),
  'demo load': () => import('./demo-load.ts'),
  'demo remove': () => import('./demo-remove.ts'),
  migrate: () => import('./migrate.ts'),
  verify: () => import('./verify.ts'),
  head: () => import('./head.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  'set-up-link': () => import('./set-up-link.ts'),
  schedule: () => import('./schedule.ts'),
}

async function usage(): Promise<string> {
  const width = Math.max(...Object.keys(commands).map((name) => name.length)) + 2
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { summary } = await load()
      return `  ${name.padEnd(width)}${summary.zh} (${summary.en})`
    }),
  )
  return ['用法 (usage): npx guatu COMMAND [ARGUMENTS]', '', ...lines].join('\n')
}

function find(args: readonly string[]): { load: () => Promise<Command>; rest: string[] } | undefined {
  for (const words of [2, 1]) {
    const load = commands[args.slice(0, words).join(' ')]
    if (args.length >= words && load) return { load, rest: args.slice(words) }
  }
  return undefined
}

/** Runs one command line; answers the exit code: 0 done, 1 failed, 2 not understood. */
export async function runCommandLine(args: string[]): Promise<number> {
  if (args.length === 0 || ['--help', '-h', 'help'].includes(args[0] as string)) {
    console.log(await usage())
    return args.length === 0 ? 2 : 0
  }
  const found = find(args)
  if (!found) {
    console.error(`没有这个命令 (no such command): ${args.slice(0, 2).join(' ')}\n\n${await usage()}`)
    return 2
  }
  try {
    return await (await found.load()).run(found.rest)
  } catch (error) {
    console.error(describeFailure(error))
    return 1
  }
}
