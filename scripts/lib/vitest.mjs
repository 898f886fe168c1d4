import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './root.mjs'
import { run } from './run.mjs'

/**
 * A test file that cannot be loaded has no tests that could fail; it counts as one.
 * @param {{ status: string, assertionResults: { status: string }[] }} file
 */
const failuresOf = (file) =>
  file.assertionResults.filter(({ status }) => status === 'failed').length || (file.status === 'failed' ? 1 : 0)

/**
 * Runs every test but those of the projects in `without`; answers how many passed and failed. A run that crashes counts
 * as a failure.
 * @param {{ without: readonly string[], env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runVitest({ without, env }) {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-results-'))
  const resultFile = join(folder, 'results.json')
  try {
    const code = await run(
      `${root}/node_modules/.bin/vitest`,
      [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${resultFile}`,
        ...without.map((name) => `--project=!${name}`),
      ],
      { env },
    )
    if (!existsSync(resultFile)) return { passed: 0, failed: 1 }
    const { numPassedTests, testResults } = JSON.parse(readFileSync(resultFile, 'utf8'))
    const failed = testResults.map(failuresOf).reduce((sum, count) => sum + count, 0)
    return { passed: numPassedTests, failed: failed || (code === 0 ? 0 : 1) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
