#!/usr/bin/env node
import { ensureBuilt } from '../../../scripts/lib/build.mjs'
import { checkNodeVersion, ensureInstalled } from '../../../scripts/lib/install.mjs'
import { script } from '../../../scripts/lib/run.mjs'

await script(async () => {
  checkNodeVersion()
  await ensureInstalled()
  const args = process.argv.slice(2)
  await ensureBuilt(args[0] === 'serve' ? ['server', 'web'] : ['server'])
  const { runCommandLine } = await import('../dist/cli/index.js')
  process.exit(await runCommandLine(args))
})
