import { expect, test } from 'vitest'
import { readText } from './source.ts'

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly link?: boolean
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Readonly<Record<string, Locked>> }

/** Licences that let anybody use, change and pass on the code without giving their own. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** Packages whose lock entry names no licence or names it in words of its own, with where it stands. */
const readByHand: Readonly<Record<string, string>> = {
  // Names no licence in any of its files; its author gave his other packages under MIT/X11. Comes with exceljs.
  buffers: 'MIT',
  // `MIT/X11`, in package.json.
  chainsaw: 'MIT',
  // MIT in its LICENSE file. Comes with pdfkit.
  'png-js': 'MIT',
}

/** Where Node looks for `name` when a file of the package at `from` asks for it. */
function placeOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/(^|\/)(?:node_modules\/)?(?:@[^/]+\/)?[^/]+$/, '')) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (packages[place]) return place
    if (folder === '') return undefined
  }
}

/** Everything that runs at a user's, from what the house's own packages name as dependencies. */
function shipped(): Map<string, Locked> {
  const found = new Map<string, Locked>()
  const walk = (place: string): void => {
    const entry = packages[place] as Locked
    if (found.has(place)) return
    if (entry.link) {
      walk(entry.resolved as string)
      return
    }
    found.set(place, entry)
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      const next = placeOf(name, place)
      if (next) walk(next)
    }
  }
  for (const place of Object.keys(packages)) if (/^(apps|packages)\/[^/]+$|^playbooks$/.test(place)) walk(place)
  return found
}

/** `MIT OR GPL-3.0` leaves the choice; `MIT AND Zlib` asks for both. */
function isPermissive(licence: string): boolean {
  const bare = licence.replace(/^\(|\)$/g, '')
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isPermissive)
  return bare.split(' AND ').every((part) => permissive.has(part))
}

const nameOf = (place: string) => place.replace(/^.*node_modules\//, '')

test('whatever ships is under a permissive licence', () => {
  const list = [...shipped()].filter(([place]) => place.includes('node_modules/'))
  console.log(`packages that ship: ${list.length}`)
  expect(list.length).toBeGreaterThan(50)
  const others = list
    .map(([place, { license }]) => [nameOf(place), readByHand[nameOf(place)] ?? license ?? 'none named'] as const)
    .filter(([, licence]) => !isPermissive(licence))
  expect(others).toEqual([])
})

test('what is read by hand still needs to be', () => {
  const named = new Set(
    [...shipped()].filter(([, { license }]) => !license || !isPermissive(license)).map(([place]) => nameOf(place)),
  )
  expect(Object.keys(readByHand).filter((name) => !named.has(name))).toEqual([])
})

test('a choice is permissive when one of it is, a sum when all of it are', () => {
  expect(['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)'].map(isPermissive)).toEqual([true, true, true])
  expect(['GPL-3.0', '(MIT AND GPL-3.0)', 'MPL-2.0', 'none named'].map(isPermissive)).toEqual([
    false,
    false,
    false,
    false,
  ])
})
