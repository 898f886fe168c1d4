import { OperatingProblem } from '../problem.ts'

/**
 * The little of the tar format that backups need: plain files with short ASCII names, as POSIX.1-1988 "ustar" lays them
 * out (IEEE Std 1003.1, pax, "ustar Interchange Format"). Any tar program unpacks such a file.
 */
const blockBytes = 512

/** A file of the archive, whole in memory: its writer keeps it small. */
export interface TarEntry {
  readonly name: string
  readonly body: Buffer
}

export const damaged = (what: string) =>
  new OperatingProblem(`备份文件已损坏：${what}；什么都没有写入 (the backup file is damaged; nothing was written)`)

export const truncated = () =>
  new OperatingProblem(
    '备份文件不完整，后面缺了一截；什么都没有写入 (the backup file is cut short; nothing was written)',
  )

const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`

/** Sum of the header's bytes, with its own eight taken as spaces. */
function checksum(header: Buffer): number {
  let sum = 0
  for (let index = 0; index < blockBytes; index += 1)
    sum += index >= 148 && index < 156 ? 32 : (header[index] as number)
  return sum
}

function header(name: string, size: number, modifiedSeconds: number): Buffer {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new Error(`not a name for a tar entry: ${name}`)
  const block = Buffer.alloc(blockBytes)
  block.write(name, 0)
  block.write(octal(0o600, 7), 100)
  block.write(octal(0, 7), 108)
  block.write(octal(0, 7), 116)
  block.write(octal(size, 11), 124)
  block.write(octal(modifiedSeconds, 11), 136)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(`${octal(checksum(block), 6)} `, 148)
  return block
}

const padding = (size: number) => Buffer.alloc((blockBytes - (size % blockBytes)) % blockBytes)

/** One file in tar's blocks. */
export function tarEntry({ name, body }: TarEntry, modifiedSeconds: number): Buffer[] {
  return [header(name, body.length, modifiedSeconds), body, padding(body.length)]
}

/** What ends an archive. */
export const tarEnd = Buffer.alloc(2 * blockBytes)

/** Hands out a stream's bytes in the pieces that the reader asks for. */
class ByteQueue {
  readonly #source: AsyncIterator<Buffer>
  #chunks: Buffer[] = []
  #held = 0

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async #pull(): Promise<boolean> {
    const next = await this.#source.next()
    if (next.done) return false
    this.#chunks.push(next.value)
    this.#held += next.value.length
    return true
  }

  async take(count: number): Promise<Buffer> {
    while (this.#held < count) if (!(await this.#pull())) throw truncated()
    const all = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks)
    this.#held -= count
    this.#chunks = this.#held > 0 ? [all.subarray(count)] : []
    return all.subarray(0, count)
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#held === 0) if (!(await this.#pull())) return true
    return false
  }

  /** A reader that stops early must not leave the file open. */
  async close(): Promise<void> {
    await this.#source.return?.()
  }
}

function readOctal(block: Buffer, start: number, digits: number): number {
  const text = block.toString('latin1', start, start + digits)
  if (!/^[0-7]+$/.test(text)) throw damaged('tar')
  return Number.parseInt(text, 8)
}

function parseHeader(block: Buffer, maxBytes: number): { name: string; size: number } {
  const isPlain = block.toString('latin1', 257, 262) === 'ustar' && block.toString('latin1', 156, 157) === '0'
  if (!isPlain || readOctal(block, 148, 6) !== checksum(block)) throw damaged('tar')
  const name = block.toString('latin1', 0, 100).replace(/\0+$/, '')
  const size = readOctal(block, 124, 11)
  if (size > maxBytes) throw damaged(name)
  return { name, size }
}

/**
 * The files of an archive, in order. Throws an operating problem for anything that {@link tarEntry} does not write, also
 * behind the end; an entry over `maxBytes` is not read into memory.
 */
export async function* readTar(source: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<TarEntry> {
  const queue = new ByteQueue(source)
  try {
    for (;;) {
      const block = await queue.take(blockBytes)
      if (block.every((byte) => byte === 0)) break
      const { name, size } = parseHeader(block, maxBytes)
      const body = await queue.take(size)
      const rest = await queue.take(padding(size).length)
      if (rest.some((byte) => byte !== 0)) throw damaged(name)
      yield { name, body }
    }
    const last = await queue.take(blockBytes)
    if (last.some((byte) => byte !== 0) || !(await queue.isAtEnd())) throw damaged('tar')
  } finally {
    await queue.close()
  }
}
