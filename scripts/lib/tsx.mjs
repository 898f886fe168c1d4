import { root } from './root.mjs'
import { run } from './run.mjs'

/**
 * Runs a TypeScript file of the checkout from its sources; answers its exit code.
 * @param {string} path
 * @param {readonly string[]} args
 * @param {readonly string[]} [nodeArgs]
 */
export const runTypeScript = (path, args, nodeArgs = []) =>
  run(process.execPath, [...nodeArgs, '--import', 'tsx', `${root}/${path}`, ...args])
