import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { compressFolder } from './compress.mjs'
import { fingerprint } from './fingerprint.mjs'
import { root } from './root.mjs'
import { mustRun } from './run.mjs'

const shared = ['packages', 'playbooks', 'package-lock.json', 'scripts/lib']

/** @type {Record<'server' | 'web', { sources: string[], title: string, build: () => Promise<void> }>} */
const parts = {
  server: {
    sources: ['apps/server/src', 'apps/server/package.json', ...shared],
    title: '正在构建服务端… (building the server)',
    build: async () => (await import('./build-server.mjs')).buildServer(),
  },
  web: {
    sources: ['apps/web', ...shared],
    title: '正在构建页面… (building the web pages)',
    build: async () => {
      const web = `${root}/apps/web`
      // Built beside and put in place whole: a server that runs never finds the folder half written.
      const fresh = `${web}/dist.fresh`
      const options = ['build', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir']
      await mustRun('构建页面', `${root}/node_modules/.bin/vite`, options, {
        cwd: web,
        // Tests build too, with an environment of theirs: it would give everybody after them a page for development.
        env: { ...process.env, NODE_ENV: 'production' },
        // Standard output may be a command's result.
        stdio: ['ignore', process.stderr, process.stderr],
      })
      compressFolder(fresh)
      replaceFolder(fresh, `${web}/dist`)
    },
  },
}

/** @param {string} fresh @param {string} place */
function replaceFolder(fresh, place) {
  const old = `${place}.old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(place)) renameSync(place, old)
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
}

/**
 * Builds what is older than its sources.
 * @param {readonly ('server' | 'web')[]} names
 */
export async function ensureBuilt(names) {
  for (const name of names) {
    const { sources, title, build } = parts[name]
    const stamp = `${root}/apps/${name}/dist/.sources`
    const print = fingerprint(sources)
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) continue
    console.error(title)
    await build()
    mkdirSync(`${root}/apps/${name}/dist`, { recursive: true })
    writeFileSync(stamp, print)
  }
}
