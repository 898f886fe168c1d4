import type { EvidenceKind } from '@guatu/contract'

export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** PNG 1.2, 11.2.2: IHDR comes first. */
const pngSize = (file: Buffer): ImageSize | undefined =>
  file.length >= 24 && file.toString('latin1', 12, 16) === 'IHDR'
    ? { width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
    : undefined

/** Start-of-frame markers of JPEG (ITU T.81, table B.1): C0 to CF but the tables' DHT, JPG and DAC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

function jpegSize(file: Buffer): ImageSize | undefined {
  let at = 2
  while (at + 9 <= file.length) {
    if (file[at] !== 0xff) return undefined
    const marker = file[at + 1] as number
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else if (isFrame(marker)) return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    else at += 2 + Math.max(2, file.readUInt16BE(at + 2))
  }
  return undefined
}

/** RFC 9649, 2.5 to 2.7: a canvas of its own, or the size within the lossy or lossless stream. */
function webpSize(file: Buffer): ImageSize | undefined {
  if (file.length < 30) return undefined
  const chunk = file.toString('latin1', 12, 16)
  if (chunk === 'VP8X') return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
  if (chunk === 'VP8 ') return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
  if (chunk !== 'VP8L') return undefined
  const bits = file.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** ISO/IEC 23008-12, 6.5.3: every `ispe` property names the size of a picture or a tile; the largest counts. */
function heicSize(file: Buffer): ImageSize | undefined {
  let largest: ImageSize | undefined
  for (let at = file.indexOf('ispe'); at >= 0 && at + 16 <= file.length; at = file.indexOf('ispe', at + 4)) {
    const size = { width: file.readUInt32BE(at + 8), height: file.readUInt32BE(at + 12) }
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size
    // The properties stand in front of the pixels; what looks like one later on is chance.
    if (at > 1024 * 1024) break
  }
  return largest
}

const readers: Readonly<Partial<Record<EvidenceKind, (file: Buffer) => ImageSize | undefined>>> = {
  png: pngSize,
  jpeg: jpegSize,
  webp: webpSize,
  heic: heicSize,
}

export const isImage = (kind: EvidenceKind): boolean => readers[kind] !== undefined

/** Width and height as the header tells, nothing unpacked; undefined for a header that does not tell. */
export const imageSize = (kind: EvidenceKind, file: Buffer): ImageSize | undefined => readers[kind]?.(file)
