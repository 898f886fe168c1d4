import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { root } from './root.mjs'

/**
 * Every file under a path of the checkout, in a stable order; a path that does not exist has none.
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const stats = statSync(`${root}/${path}`, { throwIfNoEntry: false })
  if (!stats) return []
  if (!stats.isDirectory()) return [path]
  return readdirSync(`${root}/${path}`)
    .filter((name) => name !== 'node_modules' && !name.startsWith('dist'))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`))
}

/**
 * Changes whenever a file comes, goes or is written; tests do not count.
 * @param {readonly string[]} paths
 */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder).filter((name) => !/\.test\.tsx?$/.test(name))) {
    const { size, mtimeMs } = statSync(`${root}/${file}`)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
