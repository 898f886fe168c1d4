import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type NetworkFigures = { buildMs: number; passesMs: number; finish: number }
export type RiskFigures = { ms: number; meanFinish: number }

/** The reference program, compiled for this run into a folder of its own. */
export type CReference = {
  network(size: number, linksEach: number, seed: number, runs: number, isShuffled: boolean): NetworkFigures
  risk(size: number, linksEach: number, seed: number, runs: number): RiskFigures
  remove(): void
}

/** Compiles reference.c; null when there is no gcc. */
export function compileReference(): CReference | null {
  if (spawnSync('gcc', ['--version']).status !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
  const program = join(folder, 'reference')
  execFileSync('gcc', ['-O2', '-o', program, fileURLToPath(new URL('reference.c', import.meta.url)), '-lm'])
  const run = (...args: (string | number)[]): unknown =>
    JSON.parse(execFileSync(program, args.map(String), { encoding: 'utf8' }))
  return {
    network: (size, linksEach, seed, runs, isShuffled) =>
      run(isShuffled ? 'shuffled' : 'network', size, linksEach, seed, runs) as NetworkFigures,
    risk: (size, linksEach, seed, runs) => run('risk', size, linksEach, seed, runs) as RiskFigures,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
