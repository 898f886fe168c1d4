import { spawnSync } from 'node:child_process'
import { projectRoot } from './instance.ts'

/** Builds what is older than its sources, for tests that run the program as a user does. */
export function build(...parts: ('server' | 'web')[]): void {
  const script = `${projectRoot}scripts/build.mjs`
  const built = spawnSync(process.execPath, [script, ...parts], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (built.status !== 0) throw new Error('the build failed')
}
