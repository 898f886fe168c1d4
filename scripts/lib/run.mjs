import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/**
 * Runs a program with the terminal's output; answers its exit code, 1 when a signal ended it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`)
      resolve(1)
    })
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/**
 * Like {@link run}, throwing when the program fails.
 * @param {string} what
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function mustRun(what, program, args, options) {
  const code = await run(program, args, options)
  if (code !== 0) throw new Failure(`${what} 失败 (failed): ${program} ${args.join(' ')} → exit ${code}`)
}

/** Something outside the scripts stands in the way; told in one line, without a stack. */
export class Failure extends Error {}

/**
 * Runs a script's main function; a {@link Failure} ends it with its line.
 * @param {() => Promise<unknown>} main
 */
export async function script(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error)
    process.exitCode = 1
  }
}
