import type { Refusal } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import type { Tx } from '../store.ts'

interface NamedId {
  readonly path: string
  readonly id: unknown
  readonly title?: { readonly zh: string; readonly en: string }
}

/** Ids that the directory does not have, each told at its place. */
export async function missingIds(tx: Tx, named: readonly NamedId[], code: Refusal['code']): Promise<Refusal[]> {
  const asked = named.filter(({ id }) => typeof id === 'string' && id !== '')
  if (asked.length === 0) return []
  const { rows } = await tx.client.query<{ id: string }>(
    `select org_id::text as id from org where district_id = $1 and org_id::text = any($2)
     union all select person_id::text from person where district_id = $1 and person_id::text = any($2)`,
    [tx.districtId, asked.map(({ id }) => String(id).toLowerCase())],
  )
  const known = new Set(rows.map((row) => row.id))
  return asked
    .filter(({ id }) => !known.has(String(id).toLowerCase()))
    .map(({ path, title = { zh: '单位或人员', en: 'Unit or person' } }) => {
      return { code, path, message: { zh: `${title.zh}：名录中没有`, en: `${title.en}: not in the directory` } }
    })
}

/** Fields that name a unit or a person whom the directory does not have. */
export async function missingReferences(
  tx: Tx,
  playbook: Playbook,
  fields: Readonly<Record<string, unknown>>,
): Promise<Refusal[]> {
  const named = Object.entries(fields).flatMap(([path, id]) => {
    const field = Object.hasOwn(playbook.fields, path) ? playbook.fields[path] : undefined
    if (!field || !['org', 'orgs', 'person'].includes(field.kind)) return []
    return (Array.isArray(id) ? id : [id]).map((one: unknown) => ({ path, id: one, title: field.title }))
  })
  return await missingIds(tx, named, 'INPUT_INVALID')
}
