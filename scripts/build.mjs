// `npm run build [server] [web]`: builds what is older than its sources.
import { ensureBuilt } from './lib/build.mjs'
import { checkNodeVersion, ensureInstalled } from './lib/install.mjs'
import { script } from './lib/run.mjs'

await script(async () => {
  checkNodeVersion()
  await ensureInstalled()
  const wanted = process.argv.slice(2)
  await ensureBuilt(
    /** @type {const} */ (['server', 'web']).filter((part) => wanted.length === 0 || wanted.includes(part)),
  )
})
