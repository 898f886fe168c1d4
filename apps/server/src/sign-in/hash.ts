import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/**
 * OWASP Password Storage Cheat Sheet: scrypt with N = 2^15, r = 8, p = 3 (32 MiB) is as hard as its first choice and
 * leaves a small machine its memory.
 */
export const passwordCost: Cost = { N: 2 ** 15, r: 8, p: 3 }
/** What new passwords cost; tests of other things than hashing make it cheap. */
let cost: Cost = passwordCost

export function setPasswordCost(wished: Cost): void {
  cost = wished
}

const keyBytes = 32
const maxmem = 64 * 1024 * 1024
/** Hashing keeps a core busy: no more at a time, so that readers get theirs. */
const atOnce = 2

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        const options = { N, r, p, maxmem }
        // Composed and decomposed characters are one password (RFC 8265 asks for NFC, NIST SP 800-63B for NFKC).
        scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )
}

/** `scrypt$N$r$p$salt$key`: the cost travels along, so that it can grow. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const { N, r, p } = cost
  const key = await derive(password, salt, cost)
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const [kind, N, r, p, salt, key] = hash.split('$')
  if (kind !== 'scrypt' || !salt || !key) throw new Error('not a password hash')
  const made = { N: Number(N), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), made)
  const stored = Buffer.from(key, 'base64url')
  return derived.length === stored.length && timingSafeEqual(derived, stored)
}

/** A hash that no password opens: of an account without one. */
export async function unusableHash(): Promise<string> {
  return await hashPassword(randomBytes(32).toString('base64url'))
}

/** 256 random bits for links, tokens and the like. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** What is stored of a secret that is random itself. */
export const secretHash = (secret: string) => createHash('sha256').update(secret).digest('hex')
