import type { Playbook } from '@guatu/playbook'
import type { LedgerItem } from '../report.ts'

export interface Directory {
  readonly orgs: ReadonlySet<string>
  readonly persons: ReadonlySet<string>
}

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
      if (typeof value !== 'string') continue
      if (kind === 'org' && !directory?.orgs.has(value)) orgs.add(value)
      if (kind === 'person' && !directory?.persons.has(value)) persons.add(value)
    }
  }
  return { orgs: [...orgs], persons: [...persons] }
}
