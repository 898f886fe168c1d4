import type { Playbook } from '../src/index.ts'
import { sample } from './sample.ts'

type Place = readonly [path: string, value: unknown]

/** The sample with one place changed; `undefined` takes it away. Paths are those that mistakes are told at. */
export const mutated = (...changes: readonly Place[]): Playbook => changed(sample, ...changes)

export function changed(playbook: Playbook, ...changes: readonly Place[]): Playbook {
  const copy = structuredClone(playbook)
  for (const [path, value] of changes) {
    const steps = path.split('/')
    const last = steps.pop()!
    let at = copy as unknown as Record<string, unknown>
    for (const step of steps) at = at[step] as Record<string, unknown>
    if (value === undefined) delete at[last]
    else at[last] = value
  }
  return copy
}
