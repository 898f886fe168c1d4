import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Comment, parseSync, type StaticExportEntry } from 'oxc-parser'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** A node of the syntax tree; rules look at its kind and a few fields only. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

export interface Import {
  readonly specifier: string
  /** Exported names taken; `*` stands for all of them. */
  readonly names: readonly string[]
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean
  /** Position in the text. */
  readonly start: number
}

/** A source file of the house with what the rules ask about. */
export interface Source {
  /** From the root of the checkout, with slashes. */
  readonly path: string
  readonly text: string
  readonly lineCount: number
  /** A test, or a tool that only tests use. */
  readonly isTest: boolean
  readonly comments: readonly Comment[]
  readonly program: Node
  readonly imports: readonly Import[]
  readonly exports: readonly StaticExportEntry[]
}

const skippedFolders = new Set(['node_modules', 'dist', 'coverage', '.git', '.vite'])

function walk(folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (!entry.isDirectory()) return entry.isFile() ? [path] : []
    return skippedFolders.has(entry.name) || entry.name.startsWith('dist.new-') || path === 'data' ? [] : walk(path)
  })
}

/** Every file of the checkout that is not made by a tool. */
export function allFiles(): string[] {
  return walk('').sort()
}

export function readText(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8')
}

export function lineOf(source: Source, position: number): number {
  return source.text.slice(0, position).split('\n').length
}

type Module = ReturnType<typeof parseSync>['module']

function importsOf(module: Module, text: string): Import[] {
  const fixed = module.staticImports.map((statement) => ({
    specifier: statement.moduleRequest.value,
    names: statement.entries.map(({ importName }) =>
      importName.kind === 'Name' ? (importName.name as string) : importName.kind === 'Default' ? 'default' : '*',
    ),
    typeOnly: statement.entries.length > 0 && statement.entries.every((entry) => entry.isType),
    start: statement.start,
  }))
  const passedOn = module.staticExports
    .flatMap((statement) => statement.entries)
    .filter((entry) => entry.moduleRequest)
    .map((entry) => ({
      specifier: entry.moduleRequest?.value ?? '',
      names: [],
      typeOnly: entry.isType,
      start: entry.start,
    }))
  const lazy = module.dynamicImports
    .filter(({ moduleRequest }) => /['"]/.test(text[moduleRequest.start] ?? ''))
    .map(({ start, moduleRequest }) => ({
      specifier: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      names: ['*'],
      typeOnly: false,
      start,
    }))
  return [...fixed, ...passedOn, ...lazy]
}

function parse(path: string): Source {
  const text = readText(path)
  const { program, module, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  return {
    path,
    text,
    lineCount: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    isTest: /\.test\.tsx?$|(^|\/)(test|testing)\//.test(path),
    comments,
    program: program as unknown as Node,
    imports: importsOf(module, text),
    exports: module.staticExports.flatMap((statement) => statement.entries),
  }
}

/** Every source file of the house, parsed. */
export const sources: readonly Source[] = allFiles()
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts'))
  .map(parse)

/** Calls `visit` with every node of a tree, parents first. */
export function visitNodes(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string')
        visitNodes(child as Node, visit)
    }
  }
}

const byPath = new Map(sources.map((source) => [source.path, source]))

/** The file of the house that an import names; undefined for packages from npm, Node and data files. */
export function resolveImport(from: string, specifier: string): Source | undefined {
  const [, local, part] = /^@guatu\/(\w+)(\/testing)?$/.exec(specifier) ?? []
  if (local) {
    const folder = local === 'playbooks' ? 'playbooks' : `packages/${local}`
    return byPath.get(`${folder}/src${part ?? ''}/index.ts`)
  }
  if (!specifier.startsWith('.')) return undefined
  return byPath.get(new URL(specifier, `file:///${from}`).pathname.slice(1))
}
