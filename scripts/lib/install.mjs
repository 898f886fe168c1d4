import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { root } from './root.mjs'
import { Failure, mustRun } from './run.mjs'

const marker = `${root}/node_modules/.guatu-lock`

/** Throws when this Node is older than package.json allows. */
export function checkNodeVersion() {
  const [wantMajor, wantMinor] = [20, 19]
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return
  throw new Failure(
    `需要 Node.js ${wantMajor}.${wantMinor} 或更新，当前是 ${process.versions.node} (Node.js ${wantMajor}.${wantMinor} or newer is needed)`,
  )
}

/**
 * Whether npm's own record of what is installed agrees with the lock file. Optional packages are for other platforms.
 * @param {string} lockText
 */
function isInstalled(lockText) {
  const record = `${root}/node_modules/.package-lock.json`
  if (!existsSync(record)) return false
  const wanted = JSON.parse(lockText).packages
  const present = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true
    return present[path] ? present[path].version === entry.version : Boolean(entry.optional || entry.devOptional)
  })
}

/** Installs the locked dependencies where they are missing or older than the lock file. */
export async function ensureInstalled() {
  const lockText = readFileSync(`${root}/package-lock.json`, 'utf8')
  const hash = createHash('sha256').update(lockText).digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return
  if (!isInstalled(lockText)) {
    console.error('正在安装依赖，首次约需一两分钟… (installing dependencies)')
    await mustRun('安装依赖', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  }
  writeFileSync(marker, hash)
}
