import { crc32, deflateSync } from 'node:zlib'
import { zipFile } from '../../../workbook/testing/zip-file.ts'

/** Small files of every kind, made byte by byte after their formats. */

function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(body.length)
  named.copy(out, 4)
  out.writeUInt32BE(crc32(named), named.length + 4)
  return out
}

export function png(width = 2, height = 2): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = width * height > 10_000 ? Buffer.alloc(1) : Buffer.alloc((width + 1) * height)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

function rationals(values: readonly number[]): Buffer {
  const out = Buffer.alloc(values.length * 8)
  for (const [index, value] of values.entries()) {
    out.writeUInt32BE(value * 100, index * 8)
    out.writeUInt32BE(100, index * 8 + 4)
  }
  return out
}

/** A directory of tags (TIFF 6.0, section 2) that stands at `at`, its long values right behind it. */
function directory(at: number, tags: readonly (readonly [number, number, number, Buffer])[]): Buffer {
  const head = Buffer.alloc(2 + tags.length * 12 + 4)
  head.writeUInt16BE(tags.length)
  const long: Buffer[] = []
  let end = at + head.length
  for (const [index, [tag, type, count, value]] of tags.entries()) {
    const place = 2 + index * 12
    head.writeUInt16BE(tag, place)
    head.writeUInt16BE(type, place + 2)
    head.writeUInt32BE(count, place + 4)
    if (value.length <= 4) value.copy(head, place + 8)
    else {
      head.writeUInt32BE(end, place + 8)
      long.push(value)
      end += value.length
    }
  }
  return Buffer.concat([head, ...long])
}

const uint32 = (value: number) => {
  const out = Buffer.alloc(4)
  out.writeUInt32BE(value)
  return out
}

/** Taken on 1 May 2026 at 10:20:30 at 30°45'N 120°45'E, as the camera says. */
function exif(): Buffer {
  const rootBytes = 2 + 2 * 12 + 4
  const clock = Buffer.from('2026:05:01 10:20:30\0', 'latin1')
  const camera = directory(8 + rootBytes, [[0x9003, 2, clock.length, clock]])
  const gps = directory(8 + rootBytes + camera.length, [
    [1, 2, 2, Buffer.from('N\0')],
    [2, 5, 3, rationals([30, 45, 0])],
    [3, 2, 2, Buffer.from('E\0')],
    [4, 5, 3, rationals([120, 45, 0])],
  ])
  const root = directory(8, [
    [0x8769, 4, 1, uint32(8 + rootBytes)],
    [0x8825, 4, 1, uint32(8 + rootBytes + camera.length)],
  ])
  return Buffer.concat([Buffer.from('Exif\0\0MM\0*', 'latin1'), uint32(8), root, camera, gps])
}

export function jpeg(width = 4, height = 3): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif()),
    segment(0xc0, frame),
    Buffer.from([0xff, 0xd9]),
  ])
}

export function webp(width = 5, height = 6): Buffer {
  const body = Buffer.alloc(10)
  body.writeUIntLE(width - 1, 4, 3)
  body.writeUIntLE(height - 1, 7, 3)
  const head = Buffer.from('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0', 'latin1')
  head.writeUInt32LE(4 + 8 + body.length, 4)
  return Buffer.concat([head, body])
}

const box = (type: string, body: Buffer) => Buffer.concat([uint32(body.length + 8), Buffer.from(type, 'latin1'), body])

export const heic = (width = 7, height = 8): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box('ispe', Buffer.concat([uint32(0), uint32(width), uint32(height)])),
  ])

export const mp4 = (): Buffer => box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1'))
export const pdf = (): Buffer => Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n', 'latin1')

const office = (parts: Readonly<Record<string, string>>, list: string, flags = 0): Buffer =>
  zipFile(
    Object.entries({ '[Content_Types].xml': `<Types>${list}</Types>`, ...parts }).map(([name, text]) => ({
      name,
      content: Buffer.from(text),
      flags,
    })),
  )
export const docx = (more: Readonly<Record<string, string>> = {}, list = '', flags = 0): Buffer =>
  office({ 'word/document.xml': '<w:document/>', ...more }, list, flags)
export const xlsx = (): Buffer => office({ 'xl/workbook.xml': '<workbook/>' }, '')
export const pptx = (): Buffer => office({ 'ppt/presentation.xml': '<p:presentation/>' }, '')
/** A zip of any kind. */
export const archive = (): Buffer => zipFile([{ name: 'a.txt', content: Buffer.from('x') }])

/** A compound file with such directory entries (MS-CFB, 2.2 and 2.6). */
export function compound(...names: readonly string[]): Buffer {
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  const entries = ['Root Entry', ...names].map((name) => {
    const entry = Buffer.alloc(128)
    const text = Buffer.from(`${name}\0`, 'utf16le')
    text.copy(entry)
    entry.writeUInt16LE(text.length, 64)
    return entry
  })
  return Buffer.concat([header, ...entries])
}
