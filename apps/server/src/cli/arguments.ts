import { type ParseArgsConfig, parseArgs } from 'node:util'
import { OperatingProblem } from '../problem.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Node's own argument parser, strict, with a clear line instead of a stack for what it does not understand. */
export function parseArguments<O extends Options>(args: string[], options: O, maxPositionals = 0) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: maxPositionals > 0, strict: true })
    if (parsed.positionals.length <= maxPositionals) return parsed
    throw new Error(`unexpected: ${parsed.positionals.slice(maxPositionals).join(' ')}`)
  } catch (error) {
    throw new OperatingProblem(`参数有误 (bad arguments): ${(error as Error).message}`)
  }
}
