// `npm run docs`: the pages of docs/playbooks, made anew from the definitions.
import { checkNodeVersion, ensureInstalled } from './lib/install.mjs'
import { script } from './lib/run.mjs'
import { runTypeScript } from './lib/tsx.mjs'

await script(async () => {
  checkNodeVersion()
  await ensureInstalled()
  process.exitCode = await runTypeScript('scripts/docs/write.ts', [])
})
