import { script } from './lib/run.mjs'
import { typecheck } from './lib/typecheck.mjs'

await script(async () => {
  process.exitCode = await typecheck()
})
