import { expect, test } from 'vitest'
import { resolveImport, type Source, sources } from './source.ts'

/** Files that a file loads at run time; types leave nothing behind. */
function loadedBy(source: Source): Source[] {
  return source.imports
    .filter((entry) => !entry.typeOnly)
    .map((entry) => resolveImport(source.path, entry.specifier))
    .filter((target): target is Source => target !== undefined)
}

/** Every cycle that a walk in depth closes, as a chain of paths. */
function findCycles(): string[] {
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const cycles: string[] = []
  const walk = (source: Source): void => {
    state.set(source.path, 'open')
    trail.push(source.path)
    for (const target of loadedBy(source)) {
      if (state.get(target.path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(target.path)), target.path].join(' -> '))
      } else if (!state.has(target.path)) walk(target)
    }
    trail.pop()
    state.set(source.path, 'done')
  }
  for (const source of sources) if (!state.has(source.path)) walk(source)
  return cycles
}

test('no file imports itself by a detour', () => {
  expect(findCycles()).toEqual([])
})
