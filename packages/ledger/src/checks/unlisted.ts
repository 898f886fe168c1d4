import type { Playbook } from '@guatu/playbook'
import type { LedgerItem, LedgerValue } from '../report.ts'
import { unitNames } from '../values/unit-names.ts'

export interface Directory {
  readonly orgs: ReadonlySet<string>
  readonly persons: ReadonlySet<string>
}

const namedUnits = (value: LedgerValue, directory: Directory | undefined): readonly string[] =>
  typeof value === 'string'
    ? unitNames(value, (name) => directory?.orgs.has(name) === true)
    : (value as readonly string[])

/** Names of units and persons that the directory does not have: they would be created as unlisted. */
export function unlistedNames(
  items: readonly LedgerItem[],
  playbook: Playbook,
  directory?: Directory,
): { readonly orgs: string[]; readonly persons: string[] } {
  const orgs = new Set<string>()
  const persons = new Set<string>()
  for (const { fields } of items) {
    for (const [key, value] of Object.entries(fields)) {
      const kind = playbook.fields[key]?.kind
      if (kind === 'orgs') {
        for (const name of namedUnits(value, directory)) if (!directory?.orgs.has(name)) orgs.add(name)
      }
      if (typeof value !== 'string') continue
      if (kind === 'org' && !directory?.orgs.has(value)) orgs.add(value)
      if (kind === 'person' && !directory?.persons.has(value)) persons.add(value)
    }
  }
  return { orgs: [...orgs], persons: [...persons] }
}
