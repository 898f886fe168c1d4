import type { Playbook } from '../playbook.ts'

/** One thing that is wrong with a definition, and where: `gates/2/needs/0/field`. For whoever writes the playbook. */
export interface Mistake {
  readonly path: string
  readonly message: string
}

export type Check = (playbook: Playbook) => readonly Mistake[]

/** Mistakes of a list of names that must differ: each repetition is told with the first holder's path. */
export function repeated(entries: Iterable<readonly [path: string, name: string]>, what: string): Mistake[] {
  const holders = new Map<string, string>()
  const mistakes: Mistake[] = []
  for (const [path, name] of entries) {
    const holder = holders.get(name)
    if (holder === undefined) holders.set(name, path)
    else mistakes.push({ path, message: `${what} '${name}' is already used at ${holder}` })
  }
  return mistakes
}

/** A mistake where `name` is not among `known`, nothing otherwise. */
export function unknown(path: string, what: string, name: string, known: Iterable<string>): Mistake[] {
  const names = [...known]
  return names.includes(name) ? [] : [{ path, message: `no ${what} '${name}'; known: ${names.join(', ') || 'none'}` }]
}
