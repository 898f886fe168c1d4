import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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
      await mustRun('构建页面', `${root}/node_modules/.bin/vite`, ['build', '--logLevel', 'warn'], {
        cwd: `${root}/apps/web`,
        // Standard output may be a command's result.
        stdio: ['ignore', process.stderr, process.stderr],
      })
      compressFolder(`${root}/apps/web/dist`)
    },
  },
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
