import { randomFillSync } from 'node:crypto'

/** Random bytes are drawn many at a time: imports need ids by the million. */
const pool = Buffer.alloc(16 * 256)
let drawn = pool.length

function randomBytes16(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  drawn += 16
  return pool.subarray(drawn - 16, drawn)
}

let lastMilliseconds = 0
let sequence = 0

/**
 * UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then a counter within them (6.2, method 1), then random. New
 * keys stand side by side in an index, and of two made here the later is the greater.
 */
export function uuidv7(milliseconds = Date.now()): string {
  const bytes = randomBytes16()
  sequence = milliseconds === lastMilliseconds ? (sequence + 1) & 0xfff : bytes[7]!
  lastMilliseconds = milliseconds
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Stands for 'none' in keys, which cannot hold a null. */
export const nilId = '00000000-0000-0000-0000-000000000000'
