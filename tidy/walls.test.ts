import { isBuiltin } from 'node:module'
import { describe, expect, test } from 'vitest'
import { readText, type Source, sources } from './source.ts'

/** Which parts of the house each part may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  schedule: [],
  kernel: [],
  access: ['kernel'],
  playbook: ['kernel', 'schedule'],
  derive: ['playbook', 'kernel'],
  ledger: ['kernel', 'playbook', 'derive'],
  contract: ['kernel', 'access', 'derive', 'schedule'],
  playbooks: ['playbook'],
  server: ['schedule', 'kernel', 'access', 'playbook', 'derive', 'ledger', 'contract', 'playbooks'],
  web: ['contract', 'derive', 'kernel', 'access', 'schedule', 'playbook', 'playbooks'],
}

/** Data packages that fixtures are checked against are development dependencies of the package that tests with them. */
const partOf = (path: string) => /^(?:(?:packages|apps)\/(\w+)|(playbooks))\//.exec(path)?.slice(1).find(Boolean)
const folderOf = (part: string) =>
  part === 'playbooks' ? part : ['server', 'web'].includes(part) ? `apps/${part}` : `packages/${part}`

/** Everything of a file that its rule forbids, as "path: what". */
function offences(rule: (source: Source) => string[]): string[] {
  return sources.flatMap((source) => rule(source).map((what) => `${source.path}: ${what}`))
}

const specifiers = (source: Source) => source.imports.map((entry) => entry.specifier)

function featureOf(path: string): string | undefined {
  return /^(apps\/\w+\/src\/features\/[^/]+)\//.exec(path)?.[1]
}

function relativeTarget(path: string, specifier: string): string {
  return new URL(specifier, `file:///${path}`).pathname.slice(1)
}

describe('walls', () => {
  test('each part imports only what it may', () => {
    const found = offences((source) => {
      const part = partOf(source.path)
      if (!part) return []
      const allowed = mayImport[part]
      if (!allowed) return ['is in a part of the house that this test does not know']
      return specifiers(source)
        .map((specifier) => /^@guatu\/(\w+)/.exec(specifier)?.[1])
        .filter((target) => target !== undefined && !allowed.includes(target))
        .map((target) => `imports @guatu/${target}`)
    })
    expect(found).toEqual([])
  })

  test('a relative import stays in its part, except for the test tools', () => {
    const found = offences((source) => {
      const part = partOf(source.path)
      if (!part) return []
      return specifiers(source)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => relativeTarget(source.path, specifier))
        .filter((target) => partOf(target) !== part)
        .filter((target) => !(source.isTest && /^(scripts\/testing|fixtures)\//.test(target)))
        .filter((target) => !(source.path === 'apps/server/bin/guatu.mjs' && target.startsWith('scripts/lib/')))
        .map((target) => `imports ${target}`)
    })
    expect(found).toEqual([])
  })

  test('a feature does not reach into another feature', () => {
    const found = offences((source) => {
      const feature = featureOf(source.path)
      if (!feature) return []
      return (
        specifiers(source)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => relativeTarget(source.path, specifier))
          .filter((target) => ![undefined, feature].includes(featureOf(target)))
          // A round trip needs both ends.
          .filter((target) => !(source.isTest && target.includes('/testing/')))
          .map((target) => `imports ${target}`)
      )
    })
    expect(found).toEqual([])
  })

  test('the pure packages know neither Node nor the database nor React', () => {
    const found = offences((source) => {
      if (!/^(packages|playbooks)\//.test(source.path) || source.isTest) return []
      return specifiers(source)
        .filter((specifier) => isBuiltin(specifier) || /^(pg|kysely|fastify|react|antd)(\/|$)/.test(specifier))
        .map((specifier) => `imports ${specifier}`)
    })
    expect(found).toEqual([])
  })

  test('what is imported from npm is declared in the part that imports it', () => {
    const declared = (folder: string): string[] => {
      const manifest = JSON.parse(readText(`${folder}package.json`)) as Record<string, Record<string, string>>
      return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
        Object.keys(manifest[kind] ?? {}),
      )
    }
    const testTools = declared('')
    // A bench measures the product against the very libraries that it stands on.
    const measured = ['apps/server/', 'apps/web/'].flatMap(declared)
    const found = offences((source) => {
      const part = partOf(source.path)
      const own = part ? declared(`${folderOf(part)}/`) : [...testTools, ...measured]
      const allowed = new Set(source.isTest ? [...own, ...testTools] : own)
      const tools = /^\.config\.ts$|^(scripts|tidy|bench)\//.test(source.path) ? testTools : []
      return specifiers(source)
        .filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier))
        .map((specifier) =>
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        )
        .filter((name) => !allowed.has(name) && !tools.includes(name) && !(name.startsWith('@guatu/') && !part))
        .map((name) => `imports ${name}, which its package.json does not declare`)
    })
    expect(found).toEqual([])
  })
})
