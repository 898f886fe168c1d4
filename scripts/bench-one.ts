import { projectRoot } from './testing/instance.ts'

// Each bench runs in a process of its own, so that one's memory is not the other's.
const bench = (await import(`${projectRoot}bench/${process.argv[2]}/index.ts`)) as { run: () => Promise<void> | void }
await bench.run()
