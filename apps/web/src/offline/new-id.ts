/** UUID version 7 (RFC 9562, 5.7), made without `crypto.randomUUID`, which plain http does not have. */
export function newId(milliseconds: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const time = BigInt(milliseconds).toString(16).padStart(12, '0')
  for (let at = 0; at < 6; at += 1) bytes[at] = Number.parseInt(time.slice(at * 2, at * 2 + 2), 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
