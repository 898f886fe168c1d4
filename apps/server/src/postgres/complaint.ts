import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** What a PostgreSQL program said last before it gave up, without its time stamps; undefined when it said nothing. */
export function lastComplaint(output: string): string | undefined {
  const lines = output.split('\n').map((line) => line.trim())
  const grave = lines.filter(
    (line) =>
      /(FATAL|PANIC|error while loading shared libraries|initdb: error):/.test(line) &&
      // Told to a client that asks too early; says nothing about the server.
      !/the database system is (starting up|not yet accepting connections)$/.test(line),
  )
  const line = grave.at(-1) ?? lines.findLast((candidate) => candidate !== '')
  return line?.replace(/^.*?(?=(FATAL|PANIC):)/, '').slice(0, 300)
}

/** The text of a growing file from a position on; empty when there is no such file. */
export function readFrom(path: string, position: number): string {
  try {
    const file = openSync(path, 'r')
    try {
      const length = Math.max(0, fstatSync(file).size - position)
      const buffer = Buffer.alloc(length)
      readSync(file, buffer, 0, length, position)
      return buffer.toString('utf8')
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}
