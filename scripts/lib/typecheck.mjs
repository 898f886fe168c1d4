import { root } from './root.mjs'
import { run } from './run.mjs'

/** Each has other globals: the packages have neither Node's nor the browser's. */
const projects = ['packages', 'apps/server', 'apps/web', '.']

/** Type-checks every project, all of them also when one fails; answers the exit code. */
export async function typecheck() {
  let worst = 0
  for (const project of projects) {
    const code = await run(`${root}/node_modules/.bin/tsc`, ['-p', `${root}/${project}`])
    worst = Math.max(worst, code)
  }
  return worst
}
