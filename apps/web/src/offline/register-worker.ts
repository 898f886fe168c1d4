/**
 * Lets the page open without network. Only secure contexts know such workers: over plain http of another machine the page
 * has to be open already, and its queue waits in it.
 */
export function registerWorker(): void {
  if (!window.isSecureContext || !('serviceWorker' in navigator) || !import.meta.env.PROD) return
  // Where it cannot be registered, everything but opening offline works all the same.
  void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
}
