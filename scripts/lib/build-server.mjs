import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { build, stop } from 'esbuild'
import { root } from './root.mjs'

const source = `${root}/apps/server/src`
const target = `${root}/apps/server/dist`

/** Worker threads are loaded by path, so each is an entry of its own. */
function workerEntries() {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.worker.ts') && !path.startsWith('testing/'))
    .map((path) => `${source}/${path}`)
}

/** Workspace packages have sources only and are bundled; everything from npm is loaded as it is. */
const externalPackages = {
  name: 'external-packages',
  /** @param {import('esbuild').PluginBuild} bundle */
  setup(bundle) {
    bundle.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@guatu/')) return undefined
      return { path, external: true }
    })
  },
}

/**
 * Bundles the server and the command line into apps/server/dist, with the SQL files beside them. The folder gets its
 * name when it is complete, so that a build that fails leaves the last good one.
 */
export async function buildServer() {
  const aside = `${root}/apps/server/dist.new-${process.pid}`
  try {
    await bundleInto(aside)
    cpSync(`${source}/migrations`, `${aside}/migrations`, { recursive: true })
    rmSync(target, { recursive: true, force: true })
    renameSync(aside, target)
  } finally {
    rmSync(aside, { recursive: true, force: true })
    // Its helper process would live as long as the server that runs in this process next.
    await stop()
  }
}

/** @param {string} outdir */
async function bundleInto(outdir) {
  await build({
    entryPoints: [`${source}/main.ts`, `${source}/cli/index.ts`, ...workerEntries()],
    outdir,
    outbase: source,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    plugins: [externalPackages],
    logLevel: 'warning',
  })
}
