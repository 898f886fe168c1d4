import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { build } from '../../../../scripts/testing/build.ts'
import { projectRoot } from '../location.ts'
import { withClient } from '../postgres/connection.ts'
import { builtWorkers } from '../worker.ts'
import { createTemplate, startTestServer } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that database tests of this project run on, and the migrated database to copy. */
    testDatabase: { readonly url: string; readonly template: string }
  }
}

/** Gives every database test of a project a server and a migrated template. */
export function databaseSetup(which: 'embedded' | '15') {
  return async (project: TestProject): Promise<() => Promise<void>> => {
    build('server')
    process.env[builtWorkers] = `${projectRoot}/apps/server/dist`
    const server = await startTestServer(which)
    // A server named by TEST_DATABASE_URL may be shared by several runs.
    const template = `guatu_template_${randomBytes(6).toString('hex')}`
    await createTemplate(server.url, template)
    project.provide('testDatabase', { url: server.url, template })
    return async () => {
      await withClient(server.url, (client) => client.query(`drop database if exists ${template} with (force)`))
      await server.stop()
    }
  }
}
