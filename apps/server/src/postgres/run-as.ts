import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'

/**
 * Under which identity PostgreSQL runs; it refuses root.
 * - `self`: an ordinary user runs it directly.
 * - `namespace`: root runs it in a user namespace where root's files belong to an ordinary user.
 * - `switch`: where user namespaces are forbidden, root changes to an unprivileged user.
 */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'namespace'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'switch'; readonly uid: number; readonly gid: number }

interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** initdb looks its user up by number, so the number must be one that /etc/passwd knows. */
function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map((fields) => ({ name: fields[0] as string, uid: Number(fields[2]), gid: Number(fields[3]) }))
}

function unprivilegedAccount(preferred: readonly string[]): Account {
  const known = accounts().filter((account) => account.uid > 0)
  const named = preferred.map((name) => known.find((account) => account.name === name)).find(Boolean)
  return named ?? known.find((account) => account.uid === 1000) ?? { name: 'nobody', uid: 65534, gid: 65534 }
}

function namespaceWorks(uid: number, gid: number): boolean {
  const probe = spawnSync('unshare', ['--user', `--map-user=${uid}`, `--map-group=${gid}`, 'true'], { stdio: 'ignore' })
  return probe.status === 0
}

/** A cluster that belongs to an ordinary user keeps that owner, also when root starts it. */
function ownerOf(clusterFolder: string): { uid: number; gid: number } | undefined {
  const stats = statSync(clusterFolder, { throwIfNoEntry: false })
  return stats && stats.uid !== 0 ? { uid: stats.uid, gid: stats.gid } : undefined
}

/** Chooses the identity for the cluster at `clusterFolder`, which need not exist. */
export function chooseRunAs(clusterFolder: string): RunAs {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  const owner = ownerOf(clusterFolder)
  if (owner) return { kind: 'switch', ...owner }
  const inside = unprivilegedAccount([])
  if (namespaceWorks(inside.uid, inside.gid)) return { kind: 'namespace', uid: inside.uid, gid: inside.gid }
  const { uid, gid } = unprivilegedAccount(['postgres', 'nobody'])
  return { kind: 'switch', uid, gid }
}

export interface Invocation {
  readonly program: string
  readonly args: readonly string[]
  readonly options: { readonly cwd: string; readonly uid?: number; readonly gid?: number }
}

/**
 * How to start a PostgreSQL program in `folder` under the identity. `unshare` replaces itself, so that the process keeps
 * the child's number.
 */
export function invocation(runAs: RunAs, folder: string, program: string, args: readonly string[]): Invocation {
  if (runAs.kind === 'self') return { program, args, options: { cwd: folder } }
  if (runAs.kind === 'switch') return { program, args, options: { cwd: folder, uid: runAs.uid, gid: runAs.gid } }
  const map = ['--user', `--map-user=${runAs.uid}`, `--map-group=${runAs.gid}`, '--', program]
  return { program: 'unshare', args: [...map, ...args], options: { cwd: folder } }
}

/**
 * The name by which a program started in `folder` finds it. A user that root switched to may be unable to walk there
 * (root's home is closed) but is already in it: the change of folder comes before the change of user.
 */
export function folderArgument(runAs: RunAs, folder: string): string {
  return runAs.kind === 'switch' ? '/proc/self/cwd' : folder
}

/** Where root keeps binaries for a user that cannot enter the checkout. */
const sharedFolder = '/var/lib/guatu'

/** The binaries in a place where the identity can run them, copied there if need be. */
export function reachableBinaries(binaries: Binaries, runAs: RunAs): Binaries {
  if (runAs.kind !== 'switch') return binaries
  const runs = (folder: string) => {
    const { program, args, options } = invocation(runAs, '/', join(folder, 'bin/postgres'), ['--version'])
    return spawnSync(program, args, { ...options, stdio: 'ignore' }).status === 0
  }
  if (runs(binaries.folder)) return binaries
  const copy = join(sharedFolder, `postgresql-${binaries.version}`)
  if (!runs(copy)) {
    const aside = `${copy}.new-${process.pid}`
    mkdirSync(sharedFolder, { recursive: true, mode: 0o755 })
    cpSync(binaries.folder, aside, { recursive: true, verbatimSymlinks: true })
    rmSync(copy, { recursive: true, force: true })
    renameSync(aside, copy)
  }
  return { ...binaries, folder: copy }
}
