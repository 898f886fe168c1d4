import { expect, test } from 'vitest'
import { readText } from './source.ts'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = JSON.parse(readText('package-lock.json')) as { packages: Readonly<Record<string, Locked>> }

test('the lock file holds the optional packages of every platform', () => {
  // `npm ci` refuses a lock file without them, yet npm drops those that a mirror does not carry.
  const names = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')))
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${path} -> ${name}`),
  )
  expect(missing).toEqual([])
})

test('the lock file names no registry but the public one', () => {
  const addresses = Object.values(lock.packages).map(({ resolved }) => resolved ?? '')
  const foreign = addresses.filter(
    (address) => /^https?:/.test(address) && !address.startsWith('https://registry.npmjs.org/'),
  )
  expect(foreign).toEqual([])
})
