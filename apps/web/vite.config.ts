import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { playbookData } from './vite/playbook-data.ts'
import { serviceWorker } from './vite/service-worker.ts'

/** `GUATU_API` names a running Guatu that the development server passes requests on to. */
const api = process.env.GUATU_API ?? 'http://127.0.0.1:7400'

export default defineConfig({
  plugins: [playbookData(), react(), serviceWorker()],
  // The server puts a nonce of its own in place of this mark, page by page.
  html: { cspNonce: '__CSP_NONCE__' },
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  build: {
    // Office machines run browsers that are years behind.
    target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
    // A strict content policy has no room for data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
})
