import { definePlaybook, type Playbook } from '@guatu/playbook'
import type { Tx } from '../store.ts'

/** A version of a list as it is stored: for what follows from an act in lists that the act itself does not know. */
export async function definitionOf(tx: Tx, playbookKey: string, version: number): Promise<Playbook> {
  const key = `playbook ${playbookKey} ${version}`
  const known = tx.kept.get(key) as Playbook | undefined
  if (known) return known
  const row = await tx.db
    .selectFrom('playbookVersion')
    .select('definition')
    .where('districtId', '=', tx.districtId)
    .where('playbookKey', '=', playbookKey)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const playbook = definePlaybook(row.definition)
  tx.kept.set(key, playbook)
  return playbook
}

/** The newest version of a list that is stored, which is that of the running program. */
export async function newestDefinition(tx: Tx, playbookKey: string): Promise<Playbook> {
  const { version } = await tx.db
    .selectFrom('playbookVersion')
    .select((query) => query.fn.max('version').as('version'))
    .where('districtId', '=', tx.districtId)
    .where('playbookKey', '=', playbookKey)
    .executeTakeFirstOrThrow()
  return await definitionOf(tx, playbookKey, version)
}
