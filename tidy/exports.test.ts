import { expect, test } from 'vitest'
import { resolveImport, type Source, sources } from './source.ts'

/** Loaded by a tool, by the browser's router or by path: nobody imports them. */
const entryPoints = [
  /^apps\/server\/src\/main\.ts$/,
  /^apps\/server\/src\/cli\/index\.ts$/,
  /\.worker\.ts$/,
  /\.config\.ts$/,
  /^bench\/[^/]+\/index\.ts$/,
  /^scripts\/testing\/\w+-setup\.ts$/,
  /^apps\/web\/src\/features\/(?:[^/]+\/page|palette\/palette|sign-in\/again)\.tsx$/,
  /^apps\/server\/src\/testing\/setup-\w+\.ts$/,
]

const bySource = new Map<Source, Set<string>>()

function markUsed(target: Source, name: string): void {
  const names = bySource.get(target) ?? new Set()
  if (names.has(name)) return
  names.add(name)
  bySource.set(target, names)
  // A name that is only passed on lives where it is made.
  for (const entry of target.exports) {
    const from = entry.moduleRequest && resolveImport(target.path, entry.moduleRequest.value)
    if (!from) continue
    if (entry.exportName.kind === 'None') markUsed(from, name)
    else if (name === '*' || entry.exportName.name === name) markUsed(from, entry.importName.name ?? '*')
  }
}

for (const source of sources) {
  for (const { specifier, names } of source.imports) {
    const target = resolveImport(source.path, specifier)
    if (target) for (const name of names) markUsed(target, name)
  }
}

/** The shape that an exported function takes or answers has its name for the reader, imported or not. */
const isMentioned = (source: Source, name: string) =>
  [...source.text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length > 1

function isUsed(source: Source, name: string): boolean {
  const used = bySource.get(source)
  return used !== undefined && (used.has('*') || used.has(name))
}

test('every export is imported somewhere', () => {
  const dead = sources
    .filter((source) => !entryPoints.some((pattern) => pattern.test(source.path)))
    .flatMap((source) =>
      source.exports
        .filter((entry) => !entry.moduleRequest && entry.exportName.kind !== 'None')
        .filter((entry) => !(entry.isType && isMentioned(source, entry.exportName.name ?? '')))
        .map((entry) => (entry.exportName.kind === 'Default' ? 'default' : (entry.exportName.name as string)))
        .filter((name) => !isUsed(source, name))
        .map((name) => `${source.path}: ${name}`),
    )
  expect(dead).toEqual([])
})
