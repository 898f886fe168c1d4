import { ensureBuilt } from './lib/build.mjs'
import { checkNodeVersion, ensureInstalled } from './lib/install.mjs'
import { script } from './lib/run.mjs'

await script(async () => {
  checkNodeVersion()
  await ensureInstalled()
  await ensureBuilt(['server', 'web'])
})
