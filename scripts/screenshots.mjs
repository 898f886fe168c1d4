// `npm run screenshots [-- NAME ...]`: every picture of the demonstration district, made anew.
import { ensureBuilt } from './lib/build.mjs'
import { checkNodeVersion, ensureInstalled } from './lib/install.mjs'
import { Failure, script } from './lib/run.mjs'
import { ensureSystemPackages } from './lib/system-packages.mjs'
import { runTypeScript } from './lib/tsx.mjs'

await script(async () => {
  checkNodeVersion()
  await ensureInstalled()
  const lacking = await ensureSystemPackages()
  if (lacking?.projects.includes('browser')) throw new Failure(`Missing packages; run: ${lacking.command}`)
  await ensureBuilt(['server', 'web'])
  process.exitCode = await runTypeScript('scripts/screenshots/take.ts', process.argv.slice(2))
})
