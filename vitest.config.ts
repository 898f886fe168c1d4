import { defineConfig } from 'vitest/config'

const longRun = process.env.GUATU_LONG === '1'

/** Tests that need more than a plain Node carry it in their file name. */
const special = ['**/*.db.test.ts', '**/*.process.test.ts', '**/*.browser.test.ts']
/** What starts programs and browsers waits until the cores are free of what only computes. */
const after = (groupOrder: number) => ({ sequence: { groupOrder } })

/** Tests of files, of refusals at the door and of whole ways, whose SQL others run on both servers. */
const sameEverywhere = [
  ...['refused-files', 'errors-file', 'mapping', 'cancel', 'import-stored', 'imports/commit', 'imports/secrets'],
  ...['bad-requests', 'verify-chain', 'access-matrix/matrix', 'plain-list', 'round-trip', 'app'],
].map((name) => `**/${name}.db.test.ts`)

const neverTests = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Nothing here keeps state in a module; loading each package anew for every file would take half of the time.
          isolate: false,
          include: [
            'packages/**/*.test.ts',
            'playbooks/**/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/**/*.test.ts',
            'apps/**/*.test.{ts,tsx}',
          ],
          exclude: [...special, ...neverTests],
          testTimeout: longRun ? 300_000 : 30_000,
        },
      },
      {
        test: { name: 'tidy', include: ['tidy/**/*.test.ts'], testTimeout: 60_000 },
      },
      ...['embedded', '15'].map((server) => ({
        test: {
          name: `db-${server}`,
          ...after(1),
          // Every file has a database of its own; loading the whole server anew for each would take most of the time.
          isolate: false,
          include: ['apps/server/**/*.db.test.ts'],
          exclude: [...neverTests, ...(server === '15' ? sameEverywhere : [])],
          globalSetup: [`./apps/server/src/testing/setup-${server}.ts`],
          testTimeout: longRun ? 600_000 : 60_000,
          hookTimeout: 60_000,
        },
      })),
      {
        test: {
          name: 'process',
          ...after(2),
          include: ['apps/server/**/*.process.test.ts'],
          exclude: neverTests,
          globalSetup: ['./scripts/testing/process-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          ...after(3),
          // Files share the browser and the sessions that they enter by; loading the contract anew for each takes seconds.
          isolate: false,
          include: ['apps/**/*.browser.test.ts'],
          exclude: neverTests,
          globalSetup: ['./scripts/testing/browser-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
