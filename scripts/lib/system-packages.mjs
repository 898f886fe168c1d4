import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { run } from './run.mjs'

/** @param {string} name */
const inPath = (name) => spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0

/** @param {string} name */
const isDebianPackage = (name) =>
  spawnSync('dpkg', ['--status', name]).stdout?.toString().includes('install ok installed')

/**
 * What the tests need beyond Node, as Debian's packages, with the vitest projects that cannot run without.
 * @type {{ name: string, projects: string[], isPresent: () => boolean }[]}
 */
const needed = [
  {
    name: 'postgresql-15',
    projects: ['db-15'],
    isPresent: () => Boolean(process.env.TEST_DATABASE_URL) || existsSync('/usr/lib/postgresql/15/bin/postgres'),
  },
  {
    name: 'chromium-headless-shell',
    projects: ['browser'],
    isPresent: () =>
      Boolean(process.env.GUATU_CHROMIUM) || ['chromium-headless-shell', 'chromium', 'google-chrome'].some(inPath),
  },
  {
    name: 'fonts-noto-cjk',
    projects: ['browser'],
    isPresent: () => Boolean(isDebianPackage('fonts-noto-cjk')) || existsSync('/usr/share/fonts/opentype/noto'),
  },
]

/** The tests start PostgreSQL themselves; Debian's package would otherwise make and start a cluster of its own. */
function preventCluster() {
  const file = '/etc/postgresql-common/createcluster.conf'
  if (existsSync(file)) return
  mkdirSync('/etc/postgresql-common', { recursive: true })
  writeFileSync(file, 'create_main_cluster = false\n')
}

/** @param {readonly string[]} names */
async function install(names) {
  console.error(`正在安装系统软件包… (installing packages): ${names.join(' ')}`)
  if (names.includes('postgresql-15')) preventCluster()
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = ['-y', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', '-q']
  if ((await run('apt-get', ['update', '-q'], { env })) !== 0) return
  await run('apt-get', ['install', ...options, ...names], { env })
}

/**
 * Installs what is missing where that is allowed. Answers the vitest projects that still cannot run, and the command
 * that would help.
 * @returns {Promise<{ projects: string[], command: string } | undefined>}
 */
export async function ensureSystemPackages() {
  const missing = () => needed.filter((entry) => !entry.isPresent())
  const before = missing()
  if (before.length > 0 && process.getuid?.() === 0 && inPath('apt-get')) await install(before.map(({ name }) => name))
  const after = missing()
  if (after.length === 0) return undefined
  const names = after.map(({ name }) => name).join(' ')
  return {
    projects: after.flatMap(({ projects }) => projects),
    command: `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`,
  }
}
