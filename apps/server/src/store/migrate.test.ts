import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrationConflicts, readMigrations, versionRefusal } from './migrate.ts'

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-migrations-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

describe('readMigrations', () => {
  test('orders by number and takes only SQL files', () => {
    const folder = folderWith({ '0002-b.sql': 'select 2', '0001-a.sql': 'select 1', 'notes.txt': '' })
    const migrations = readMigrations(folder)
    expect(migrations.map((migration) => migration.name)).toEqual(['0001-a', '0002-b'])
    // printf 'select 1' | sha256sum
    expect(migrations[0]?.sha256).toBe('822ae07d4783158bc1912bb623e5107cc9002d519e1143a9c200ed6ee18b6d0f')
  })

  test.each([
    ['a gap', { '0001-a.sql': '', '0003-c.sql': '' }],
    ['a number used twice', { '0001-a.sql': '', '0001-b.sql': '' }],
    ['a name out of form', { '0001_A.sql': '' }],
  ])('refuses %s', (_name, files) => {
    expect(() => readMigrations(folderWith(files))).toThrow(/expected the name/)
  })
})

describe('migrationConflicts', () => {
  const step = (name: string, sha256 = name) => ({ name, sql: '', sha256 })
  const list = [step('0001-a'), step('0002-b'), step('0003-c')]

  test('nothing speaks against a prefix of the list', () => {
    for (let length = 0; length <= list.length; length += 1) {
      expect(migrationConflicts(list, list.slice(0, length))).toEqual([])
    }
  })

  test('names every altered and every unknown step', () => {
    const applied = [step('0001-a', 'other'), step('0002-b', 'other'), step('0009-z')]
    const reasons = migrationConflicts(list, applied)
    expect(reasons).toHaveLength(3)
    expect(reasons.join()).toMatch(/0001-a.*altered.*0002-b.*altered.*0009-z.*newer/s)
  })

  test('a step that was skipped is refused', () => {
    expect(migrationConflicts(list, [step('0001-a'), step('0003-c')]).join()).toMatch(/0002-b.*skipped/)
  })
})

test('a server older than 15 is refused with its version', () => {
  expect(versionRefusal(140011, '14.11')).toMatch(/14\.11.*15 or newer/)
  expect(versionRefusal(150000, '15beta1')).toBeUndefined()
  expect(versionRefusal(180004, '18.4')).toBeUndefined()
})
