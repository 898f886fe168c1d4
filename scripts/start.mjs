// `npm start` on a fresh clone: install, build, run. Only Node itself may be imported before the installation.
import { ensureBuilt } from './lib/build.mjs'
import { checkNodeVersion, ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { script } from './lib/run.mjs'

await script(async () => {
  checkNodeVersion()
  await ensureInstalled()
  await ensureBuilt(['server', 'web'])
  // In this very process: one process to signal, to watch and to kill.
  await import(`${root}/apps/server/dist/main.js`)
})
