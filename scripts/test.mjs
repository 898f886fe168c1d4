// `npm test` on a fresh clone: install, build, check, test, and one line at the end.
import { ensureBuilt } from './lib/build.mjs'
import { checkNodeVersion, ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { run, script } from './lib/run.mjs'
import { ensureSystemPackages } from './lib/system-packages.mjs'
import { typecheck } from './lib/typecheck.mjs'
import { runVitest } from './lib/vitest.mjs'

/** What the caller's shell says about their own Guatu must not reach the tests. */
function testEnvironment() {
  const { DATABASE_URL, GUATU_DATA, GUATU_PORT, GUATU_TODAY, ...env } = process.env
  return { ...env, ...(process.argv.includes('--long') ? { GUATU_LONG: '1' } : {}) }
}

const tally = { passed: 0, failed: 0 }

/**
 * @param {string} title
 * @param {() => Promise<number>} step answers an exit code
 */
async function check(title, step) {
  console.log(`\n== ${title}`)
  const code = await step()
  if (code === 0) tally.passed += 1
  else tally.failed += 1
  console.log(code === 0 ? `${title}: ok` : `${title}: FAILED`)
}

await script(async () => {
  checkNodeVersion()
  await ensureInstalled()
  const lacking = await ensureSystemPackages()
  await check('build', () => ensureBuilt(['server', 'web']).then(() => 0, reportFailure))
  await check('type check', typecheck)
  await check('lint', () => run(`${root}/node_modules/.bin/biome`, ['check', '.']))
  console.log('\n== tests')
  const { passed, failed } = await runVitest({ without: lacking?.projects ?? [], env: testEnvironment() })
  tally.passed += passed
  tally.failed += failed
  if (lacking) {
    tally.failed += 1
    console.log(`\nNot run: ${lacking.projects.join(', ')}. Missing packages; run: ${lacking.command}`)
  }
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`)
  process.exitCode = tally.failed === 0 ? 0 : 1
})

/** @param {unknown} error */
function reportFailure(error) {
  console.error(error instanceof Error ? error.message : error)
  return 1
}
