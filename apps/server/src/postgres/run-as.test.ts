import { describe, expect, test } from 'vitest'
import { folderArgument, invocation } from './run-as.ts'

const folder = '/srv/挂图/data/postgres'

describe('invocation', () => {
  test('an ordinary user runs the program itself', () => {
    const run = invocation({ kind: 'self' }, folder, '/pg/bin/postgres', ['-D', folder])
    expect(run).toEqual({ program: '/pg/bin/postgres', args: ['-D', folder], options: { cwd: folder } })
  })

  test('a namespace keeps the arguments apart from its own', () => {
    const run = invocation({ kind: 'namespace', uid: 1000, gid: 100 }, folder, '/pg/bin/postgres', ['-D', folder])
    expect(run.program).toBe('unshare')
    expect(run.args).toEqual(['--user', '--map-user=1000', '--map-group=100', '--', '/pg/bin/postgres', '-D', folder])
    expect(run.options.uid).toBeUndefined()
  })

  test('a switch starts in the folder as the other user', () => {
    const run = invocation({ kind: 'switch', uid: 999, gid: 998 }, folder, '/pg/bin/postgres', [])
    expect(run.options).toEqual({ cwd: folder, uid: 999, gid: 998 })
  })
})

test('only who may be unable to walk to the folder names it by where it stands', () => {
  expect(folderArgument({ kind: 'self' }, folder)).toBe(folder)
  expect(folderArgument({ kind: 'namespace', uid: 1, gid: 1 }, folder)).toBe(folder)
  expect(folderArgument({ kind: 'switch', uid: 1, gid: 1 }, folder)).toBe('/proc/self/cwd')
})
