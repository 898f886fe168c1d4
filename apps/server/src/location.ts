import { fileURLToPath } from 'node:url'

const here = fileURLToPath(import.meta.url)
const match = /^(?<project>.*)\/apps\/server\/(?<tree>dist|src)\//.exec(here)
if (!match?.groups) throw new Error(`this file is in an unknown place: ${here}`)

/** Absolute path of the checkout. */
export const projectRoot = match.groups.project as string

/** Whether this runs from the bundle in `apps/server/dist` or, in tests and benches, from the sources. */
export const isBundled = match.groups.tree === 'dist'

/** Absolute path of a file kept beside the sources, such as `migrations`; the build copies these into the bundle. */
export function serverFile(relativePath: string): string {
  return `${projectRoot}/apps/server/${match?.groups?.tree}/${relativePath}`
}
