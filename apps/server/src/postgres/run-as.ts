import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

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
  readonly identity: { readonly uid?: number; readonly gid?: number }
}

/** How to start `program` under the identity; `unshare` replaces itself, so the process keeps the child's number. */
export function invocation(runAs: RunAs, program: string, args: readonly string[]): Invocation {
  if (runAs.kind === 'self') return { program, args, identity: {} }
  if (runAs.kind === 'switch') return { program, args, identity: { uid: runAs.uid, gid: runAs.gid } }
  const map = ['--user', `--map-user=${runAs.uid}`, `--map-group=${runAs.gid}`, '--', program]
  return { program: 'unshare', args: [...map, ...args], identity: {} }
}
