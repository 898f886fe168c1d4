import { hash } from 'node:crypto'
import { chainText, type StoredEvent } from '@guatu/kernel'

/**
 * What a district's chain is made with: SHA-256 (FIPS 180-4) or SM3 (GB/T 32905-2016), both 256 bits and both of the
 * runtime's own library.
 */
export const chainAlgorithms = ['sha256', 'sm3'] as const
export type ChainAlgorithm = (typeof chainAlgorithms)[number]

export const firstHash = '0'.repeat(64)

/** The hash of a link: of the one before it and the whole event, in hexadecimal digits. */
export function linkHash(
  algorithm: ChainAlgorithm,
  previousHash: string,
  districtId: string,
  event: Omit<StoredEvent, 'hash'>,
): string {
  return hash(algorithm, chainText(previousHash, districtId, event))
}
