import { getItemSecrets, type ItemSecrets } from '@guatu/contract'
import { done, type Outcome, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { pinnedPlaybook } from '../../store/items/list-context.ts'
import { findItem } from '../../store/items/read.ts'
import { readableClasses, readableSecrets } from '../../store/items/secrets.ts'
import { tellSensitiveRead } from '../../store/sensitive-read.ts'
import type { Tx } from '../../store/store.ts'

async function secretsOf(deps: Deps, tx: Tx, itemId: string): Promise<Outcome<ItemSecrets>> {
  const row = await findItem(tx, itemId)
  if (!row) return refused(refusal('NOT_FOUND'))
  const playbook = await pinnedPlaybook(tx, playbookOf(deps, row.playbookKey), row.playbookVersion)
  const fields = (await readableSecrets(tx, [row.itemId])).get(row.itemId) ?? {}
  const classes = (await readableClasses(tx, [row.itemId])).get(row.itemId) ?? new Set()
  const withheld = Object.keys(row.masks).flatMap((field) => {
    const secret = playbook.fields[field]?.secret
    return secret && !(field in fields) ? [{ field, class: secret }] : []
  })
  return done({ fields, withheld, classes: [...classes] })
}

/** A deliberate reading: nothing else shows secrets, so that the record tells who wanted to see them. */
export const getItemSecretsFeature = feature(getItemSecrets, async (deps, { params: { itemId } }) => {
  const found = await deps.store.read((tx) => secretsOf(deps, tx, itemId))
  if (found.kind === 'refused') return found
  const fields = Object.keys(found.value.fields)
  if (fields.length > 0) await tellSensitiveRead(deps, { via: 'getItemSecrets', items: [{ itemId, fields }] })
  return found
})
