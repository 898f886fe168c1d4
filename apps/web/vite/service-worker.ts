import type { Plugin } from 'vite'

const source = 'src/service-worker/worker.ts'
const fileName = 'service-worker.js'

interface Chunk {
  readonly type: 'chunk'
  readonly fileName: string
  readonly isEntry: boolean
  readonly facadeModuleId: string | null
  readonly imports: readonly string[]
  readonly viteMetadata?: { readonly importedCss?: ReadonlySet<string>; readonly importedAssets?: ReadonlySet<string> }
  code: string
}

/** Pages that open without network, beside the entry of all. */
const offline = ['/features/reporting/page.tsx', '/features/reporting/offline-page.tsx', '/offline/queue.ts']

/**
 * Builds the service worker as a file of its own, at the root, and tells it what the offline pages need: their chunks, with
 * everything that these import at once, and their styles.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'guatu-service-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName })
    },
    // Chunks that held nothing but styles are gone only after the others.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = new Map<string, Chunk>()
        for (const part of Object.values(bundle)) if (part.type === 'chunk') chunks.set(part.fileName, part as Chunk)
        const worker = chunks.get(fileName)
        if (!worker) this.error(`${source} is not built`)
        const needed = new Set<string>()
        const need = (name: string): void => {
          const chunk = chunks.get(name)
          if (!chunk || needed.has(name) || name === fileName) return
          needed.add(name)
          for (const css of chunk.viteMetadata?.importedCss ?? []) needed.add(css)
          chunk.imports.forEach(need)
        }
        for (const chunk of chunks.values()) {
          const isOffline = offline.some((path) => chunk.facadeModuleId?.endsWith(path))
          if (chunk.isEntry || isOffline) need(chunk.fileName)
        }
        const list = [...needed].sort().map((name) => `/${name}`)
        worker!.code = worker!.code.replaceAll('GUATU_PRECACHE', JSON.stringify(list))
      },
    },
  }
}
