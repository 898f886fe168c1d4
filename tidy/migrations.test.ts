import { expect, test } from 'vitest'
import { allFiles, readText } from './source.ts'

const migrations = allFiles().filter((path) => path.startsWith('apps/server/src/migrations/'))

test('migrations are numbered without a gap', () => {
  const expected = migrations.map((_path, index) => String(index + 1).padStart(4, '0'))
  expect(migrations.map((path) => /\/(\d{4})-[a-z0-9-]+\.sql$/.exec(path)?.[1])).toEqual(expected)
})

test('no migration uses what keeps a district from being moved to another machine', () => {
  const forbidden =
    /\bcreate\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger\b|\bon\s+delete\s+set\s+null\b|\buuidv7\s*\(/i
  expect(migrations.filter((path) => forbidden.test(readText(path).replace(/--.*$/gm, '')))).toEqual([])
})
