/** What a service worker sees of its surroundings; the libraries of page and worker do not go together. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchedEvent extends WorkerEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerScope {
  readonly location: { readonly origin: string }
  addEventListener(name: 'install' | 'activate', handle: (event: WorkerEvent) => void): void
  addEventListener(name: 'fetch', handle: (event: FetchedEvent) => void): void
  skipWaiting(): Promise<void>
}
const scope = globalThis as unknown as WorkerScope

/** The build puts the list of what reporting needs in the place of this name, so that each build is another worker. */
declare const GUATU_PRECACHE: readonly string[]

const shellName = '/'

/** The page itself and the files of its build, whose names carry their hash. Never a reply of the interface. */
async function install(): Promise<void> {
  const cache = await caches.open('guatu-shell')
  await cache.addAll([shellName, ...GUATU_PRECACHE])
  const kept = new Set([shellName, ...GUATU_PRECACHE])
  for (const request of await cache.keys()) {
    if (!kept.has(new URL(request.url).pathname)) await cache.delete(request)
  }
  await scope.skipWaiting()
}

/** The network first: a page of another build asks for other files. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(shellName)
    if (!kept) throw error
    return kept
  }
}

const asset = async (request: Request): Promise<Response> => (await caches.match(request)) ?? (await fetch(request))

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== scope.location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
})
