import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatingProblem } from '../problem.ts'

/** The key that signs heads of the chain, and where its public half lies. */
export interface HeadKey {
  readonly privateKey: KeyObject
  readonly publicPem: string
  readonly publicFile: string
}

const privateFile = (dataFolder: string) => join(dataFolder, 'head-key.pem')
const publicFile = (dataFolder: string) => join(dataFolder, 'head-key.pub.pem')

const pemOf = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }) as string

/** SHA-256 of the public key's DER, short enough to be read out over the telephone. */
export function fingerprintOf(publicPem: string): string {
  const der = createPublicKey(publicPem).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(der).digest('hex').slice(0, 32)
}

/** Puts a new key in place whole; where another program was faster, its key stays. */
function makeKey(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const aside = `${privateFile(dataFolder)}.${process.pid}`
  writeFileSync(aside, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
  try {
    linkSync(aside, privateFile(dataFolder))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside)
  }
}

/** The data folder's key, made on first use; the public half is written beside it. */
export function headKey(dataFolder: string): HeadKey {
  const path = privateFile(dataFolder)
  if (!existsSync(path)) makeKey(dataFolder)
  let privateKey: KeyObject
  try {
    privateKey = createPrivateKey(readFileSync(path))
  } catch (error) {
    throw new OperatingProblem(`签名密钥读不了：${(error as Error).message} (the signing key cannot be read): ${path}`)
  }
  const publicPem = pemOf(createPublicKey(privateKey))
  writeFileSync(publicFile(dataFolder), publicPem, { mode: 0o644 })
  return { privateKey, publicPem, publicFile: publicFile(dataFolder) }
}

/** The public key that heads are checked with: the one named, else the data folder's own. */
export function publicKeyFor(dataFolder: string, named: string | undefined): string {
  const path = named ?? privateFile(dataFolder)
  try {
    return pemOf(createPublicKey(readFileSync(path)))
  } catch (error) {
    const way = named ? '' : '；请用 --key 给出公钥文件 (name the public key by --key)'
    throw new OperatingProblem(`公钥读不了：${(error as Error).message} (the public key cannot be read): ${path}${way}`)
  }
}
