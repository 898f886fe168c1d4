import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatingProblem } from '../problem.ts'

/** Puts a new key in place whole; where another program was faster, its key stays. */
function makeSecret(path: string): void {
  const aside = `${path}.${process.pid}`
  writeFileSync(aside, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(aside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside)
  }
}

/**
 * What cookies are signed and second factors' secrets are encrypted with: made on first use, kept in the data folder
 * beside the database and not in it, so that neither opens anything alone.
 */
export function signInSecret(dataFolder: string): string {
  const path = join(dataFolder, 'sign-in.key')
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  if (!existsSync(path)) makeSecret(path)
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length >= 32) return secret
  throw new OperatingProblem(`登录密钥损坏 (the key of signing in is damaged): ${path}`)
}
