import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** The browser that all test files of a run share; `close` leaves it to the others. */
export const sharedBrowser = (): Promise<Browser> => chromium.connect(inject('browserEndpoint'))
