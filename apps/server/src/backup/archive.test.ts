import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { type BackupFacts, type Manifest, parseManifest, sha256Of, sumLine } from './manifest.ts'
import { checkArchive, readTables } from './read-archive.ts'
import { readTar, type TarEntry, tarEnd, tarEntry } from './tar.ts'
import { writeArchive } from './write-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-archive-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'a.backup')

const hash = 'ab'.repeat(32)
const facts: BackupFacts = {
  program: '0.1.0',
  postgres: '15.9',
  takenAt: '2026-11-21T08:00:00.000Z',
  schema: [{ name: '0001-kernel', sha256: hash }],
  heads: [{ districtId: '330402', seq: 3, hash }],
}

interface Generated {
  readonly name: string
  readonly lines: readonly string[]
}

const textOf = ({ lines }: Generated) => lines.map((line) => `${line}\n`).join('')

/** Writes a backup of generated tables, their text coming in chunks of `chunk` bytes. */
async function write(tables: readonly Generated[], partBytes = 64, chunk = 7): Promise<Buffer> {
  const sources = tables.map((table) => ({
    name: table.name,
    columns: ['district_id', 'name'],
    read: () => {
      const bytes = Buffer.from(textOf(table))
      const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, index) =>
        bytes.subarray(index * chunk, (index + 1) * chunk),
      )
      return Readable.from(chunks)
    },
  }))
  const blocks: Buffer[] = []
  for await (const block of writeArchive({ facts, tables: sources, onPart: () => undefined, partBytes })) {
    blocks.push(block)
  }
  return Buffer.concat(blocks)
}

async function entriesIn(archive: Buffer): Promise<TarEntry[]> {
  const entries: TarEntry[] = []
  for await (const entry of readTar(Readable.from([archive]), 1_000_000)) entries.push(entry)
  return entries
}

const pack = (entries: readonly TarEntry[]) =>
  Buffer.concat([...entries.flatMap((entry) => tarEntry(entry, 0)), tarEnd])

/** Reads a file's tables as restoring does. */
async function readAll(path: string): Promise<{ manifest: Manifest; texts: Record<string, string> }> {
  const manifest = await checkArchive(path)
  const texts: Record<string, string> = {}
  for await (const { table, text } of readTables(path, manifest)) {
    const parts: Buffer[] = []
    for await (const part of text) parts.push(part)
    texts[table.name] = Buffer.concat(parts).toString('utf8')
  }
  return { manifest, texts }
}

const line = fc.string({ unit: 'grapheme', maxLength: 90 }).map((text) => text.replaceAll('\n', '\\n'))
const tables = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[a-z_][a-z0-9_]{0,20}$/), lines: fc.array(line, { maxLength: 12 }) }),
  { selector: ({ name }) => name, maxLength: 5 },
)
const sample: Generated[] = [
  { name: 'district', lines: ['330402\t南湖区'] },
  { name: 'item', lines: Array.from({ length: 20 }, (_, index) => `330402\t项目${index}\\n第二行`) },
  { name: 'empty', lines: [] },
]

test('what is written is read back, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 99 }),
      async (list, part, chunk) => {
        writeFileSync(file, gzipSync(await write(list, part, chunk)))
        const { manifest, texts } = await readAll(file)
        expect(texts).toEqual(Object.fromEntries(list.map((table) => [table.name, textOf(table)])))
        expect(manifest).toMatchObject(facts)
        expect(manifest.tables.map(({ name, rows }) => [name, rows])).toEqual(
          list.map(({ name, lines }) => [name, lines.length]),
        )
        expect(
          Math.max(0, ...manifest.tables.flatMap(({ parts }) => parts.map(({ bytes }) => bytes))),
        ).toBeLessThanOrEqual(part)
      },
    ),
    { numRuns: 60 },
  )
})

describe('a file that is not as it was written', () => {
  const refusal = async (bytes: Buffer): Promise<string> => {
    writeFileSync(file, bytes)
    return await checkArchive(file).then(
      () => 'accepted',
      (error: Error) => `${error.name}: ${error.message}`,
    )
  }

  test('cut anywhere is refused in one line', async () => {
    const whole = gzipSync(await write(sample))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        writeFileSync(file, whole)
        truncateSync(file, length)
        await expect(checkArchive(file)).rejects.toThrow(/什么都没有写入/)
      }),
      { numRuns: 80 },
    )
    expect(await refusal(whole.subarray(0, -20))).toMatch(/^OperatingProblem: 备份文件不完整/)
  })

  test('a byte that is altered is found, or was of no meaning', async () => {
    const archive = await write(sample)
    const whole = gzipSync(archive)
    writeFileSync(file, whole)
    const original = await readAll(file)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(archive.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, mask, outer) => {
          const bytes = Buffer.from(outer ? whole : archive)
          bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ mask
          const outcome = await refusal(outer ? bytes : gzipSync(bytes))
          if (outcome === 'accepted') expect(await readAll(file)).toEqual(original)
          else expect(outcome).toMatch(/^OperatingProblem: .*什么都没有写入/)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('bytes behind the end are found', async () => {
    const archive = await write(sample)
    expect(await refusal(gzipSync(Buffer.concat([archive, Buffer.from('more')])))).toMatch(/已损坏/)
    expect(await refusal(Buffer.concat([gzipSync(archive), Buffer.from('more')]))).toMatch(/已损坏/)
    expect(await refusal(Buffer.concat([gzipSync(archive), gzipSync(archive)]))).toMatch(/已损坏/)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('序号,项目名称\n1,某项目\n')],
    ['a compressed text', gzipSync('a text that somebody compressed')],
    ['a long compressed text', gzipSync('another text '.repeat(10_000))],
    ['another archive', gzipSync(pack([{ name: 'notes.txt', body: Buffer.from('notes') }]))],
    ['an empty archive', gzipSync(tarEnd)],
  ])('%s is called foreign', async (name, bytes) => {
    expect(await refusal(bytes)).toMatch(name === 'an empty archive' ? /已损坏/ : /这不是挂图的备份文件/)
  })

  test('a newer format is told as such, a missing file too', async () => {
    const marker = Buffer.from('{"format":"guatu-backup","version":2}')
    expect(await refusal(gzipSync(pack([{ name: 'guatu-backup.json', body: marker }])))).toMatch(/请升级程序/)
    await expect(checkArchive(join(folder, 'nowhere'))).rejects.toThrow(/读不了：ENOENT/)
    await expect(checkArchive(folder)).rejects.toThrow(/读不了：EISDIR/)
  })

  test('parts taken out, doubled or in another order are found', async () => {
    const entries = await entriesIn(await write(sample))
    const first = entries.findIndex(({ name }) => name.startsWith('item/'))
    const without = entries.toSpliced(first, 1)
    const doubled = entries.toSpliced(first, 0, entries[first] as TarEntry)
    const swapped = entries.with(first, entries[first + 1] as TarEntry).with(first + 1, entries[first] as TarEntry)
    const added = entries.toSpliced(-2, 0, { name: 'more/000001.copy', body: Buffer.from('x\n') })
    const late = [...entries, { name: 'more/000001.copy', body: Buffer.from('x\n') }]
    for (const list of [without, doubled, swapped, added, late]) {
      expect(await refusal(gzipSync(pack(list)))).toMatch(/^OperatingProblem: 备份文件已损坏/)
    }
  })

  test('a manifest that was made to fit is held against the rows', async () => {
    const entries = await entriesIn(await write(sample))
    const manifest = parseManifest((entries.at(-2) as TarEntry).body) as Manifest
    const forged = Buffer.from(
      JSON.stringify({ ...manifest, tables: manifest.tables.map((table) => ({ ...table, rows: table.rows + 1 })) }),
    )
    const withManifest = (body: Buffer, sum: string) => [
      ...entries.slice(0, -2),
      { name: 'manifest.json', body },
      { name: 'manifest.sha256', body: Buffer.from(sum) },
    ]
    expect(await refusal(gzipSync(pack(withManifest(forged, sumLine(forged)))))).toMatch(/district 1 ≠ 2/)
    expect(await refusal(gzipSync(pack(withManifest(forged, sumLine(Buffer.from('x'))))))).toMatch(/manifest\.json/)
    expect(await refusal(gzipSync(pack(entries.slice(0, -1))))).toMatch(/manifest\.sha256/)
    const injected = Buffer.from(JSON.stringify(manifest).replaceAll('"district"', '"district; drop table item"'))
    expect(await refusal(gzipSync(pack(withManifest(injected, sumLine(injected)))))).toMatch(/manifest\.json/)
  })
})

test('the file is a tar archive as other programs know it, with sums to check', async () => {
  const archive = await write(sample)
  // Field by field after POSIX.1-1988: name, size and magic of the first header.
  expect(archive.toString('latin1', 0, 17)).toBe('guatu-backup.json')
  expect(Number.parseInt(archive.toString('latin1', 124, 135), 8)).toBe(
    Buffer.from('{"format":"guatu-backup","version":1}\n').length,
  )
  expect(archive.toString('latin1', 257, 265)).toBe('ustar\x0000')
  expect(archive.length % 512).toBe(0)
  writeFileSync(file, gzipSync(archive))
  expect(gunzipSync(readFileSync(file))).toEqual(archive)
  const manifest = await checkArchive(file)
  const entries = await entriesIn(archive)
  for (const { name, sha256 } of manifest.tables.flatMap(({ parts }) => parts)) {
    const entry = entries.find((candidate) => candidate.name === name) as TarEntry
    expect(sha256Of(entry.body)).toBe(sha256)
  }
})

test('an entry that is larger than the reader allows is not taken into memory', async () => {
  const entry = { name: 'large', body: Buffer.alloc(2_000) }
  const read = async () => {
    for await (const _ of readTar(Readable.from([pack([entry])]), 1_000)) expect.unreachable()
  }
  await expect(read()).rejects.toThrow(/large/)
})
