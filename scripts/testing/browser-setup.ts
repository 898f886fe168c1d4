import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import { launchBrowserServer } from './browser.ts'
import { build } from './build.ts'
import { startInstance } from './instance.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a Guatu with the demonstration district that all browser tests of a run share. */
    guatuUrl: string
    /** The one browser of the run, see `sharedBrowser`. */
    browserEndpoint: string
  }
}

/** The day that the demonstration district is made for. */
export const demonstrationDay = '2026-11-21'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  build('server', 'web')
  const instance = await startInstance({ today: demonstrationDay })
  const browser = await launchBrowserServer()
  project.provide('guatuUrl', instance.url)
  project.provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await instance.stop()
  }
}
