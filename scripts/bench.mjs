// `npm run bench [NAME ...]`: measures what bench/NAME/index.ts exports as `run`; all of them without a name.
import { existsSync, readdirSync } from 'node:fs'
import { ensureBuilt } from './lib/build.mjs'
import { checkNodeVersion, ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { Failure, script } from './lib/run.mjs'
import { runTypeScript } from './lib/tsx.mjs'

const known = () => readdirSync(`${root}/bench`).filter((name) => existsSync(`${root}/bench/${name}/index.ts`))

await script(async () => {
  checkNodeVersion()
  await ensureInstalled()
  const names = process.argv.slice(2).filter((name) => !name.startsWith('-'))
  const unknown = names.filter((name) => !known().includes(name))
  if (unknown.length > 0) throw new Failure(`no such bench: ${unknown.join(', ')}; there are: ${known().join(', ')}`)
  await ensureBuilt(['server', 'web'])
  for (const name of names.length > 0 ? names : known()) {
    console.log(`\n== ${name}`)
    const code = await runTypeScript('scripts/bench-one.ts', [name], ['--expose-gc'])
    if (code !== 0) process.exitCode = code
  }
})
