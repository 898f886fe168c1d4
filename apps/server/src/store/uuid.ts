import { randomBytes } from 'node:crypto'

/** UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then random, so that new keys stand side by side in an index. */
export function uuidv7(milliseconds = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Stands for 'none' in keys, which cannot hold a null. */
export const nilId = '00000000-0000-0000-0000-000000000000'
