import { loadConfig } from './config.ts'
import { projectRoot } from './location.ts'
import { describeFailure } from './problem.ts'
import { serve } from './serve.ts'

try {
  process.exitCode = await serve(loadConfig(process.env, projectRoot))
} catch (error) {
  console.error(describeFailure(error))
  process.exitCode = 1
}
// Nothing that a library left open may keep the process alive.
process.exit()
