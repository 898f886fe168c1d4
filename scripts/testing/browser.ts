import { existsSync } from 'node:fs'
import { type Browser, type BrowserServer, chromium } from 'playwright-core'

const candidates = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

/** A Chromium of the system; throws with the command that installs one. */
export function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(':').concat('/usr/bin', '/usr/lib/chromium')
  const paths = candidates.flatMap((name) => folders.map((folder) => `${folder}/${name}`))
  const found = [process.env.GUATU_CHROMIUM, ...paths].find((path) => path && existsSync(path))
  if (found) return found
  throw new Error(
    'No Chromium found. Run: apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell fonts-noto-cjk',
  )
}

/** Switches off the sandbox, which root cannot use, and everything that reaches out by itself. */
export const browserFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const launching = () => ({ executablePath: findChromium(), args: [...browserFlags] })

/** Starts a headless browser for a script; the caller closes it. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(launching())

/** Starts a headless browser that several processes connect to. */
export const launchBrowserServer = (): Promise<BrowserServer> => chromium.launchServer(launching())
