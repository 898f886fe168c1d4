import type { Refusal } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import type { Tx } from '../store.ts'

/** Fields that name a unit or a person whom the directory does not have. */
export async function missingReferences(
  tx: Tx,
  playbook: Playbook,
  fields: Readonly<Record<string, unknown>>,
): Promise<Refusal[]> {
  const named = Object.entries(fields).filter(
    ([key, value]) =>
      typeof value === 'string' && value !== '' && ['org', 'person'].includes(playbook.fields[key]?.kind ?? ''),
  )
  if (named.length === 0) return []
  const { rows } = await tx.client.query<{ id: string }>(
    `select org_id::text as id from org where district_id = $1 and org_id::text = any($2)
     union all select person_id::text from person where district_id = $1 and person_id::text = any($2)`,
    [tx.districtId, named.map(([, value]) => value)],
  )
  const known = new Set(rows.map((row) => row.id))
  return named
    .filter(([, value]) => !known.has(String(value).toLowerCase()))
    .map(([key]) => {
      const { zh, en } = playbook.fields[key]!.title
      return {
        code: 'INPUT_INVALID',
        path: key,
        message: { zh: `${zh}：名录中没有`, en: `${en}: not in the directory` },
      }
    })
}
