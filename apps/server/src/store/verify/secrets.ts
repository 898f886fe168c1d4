import type { SecretClass } from '@guatu/playbook'
import type { FieldChanges } from '../item-events.ts'
import { secretDigest } from '../items/secrets.ts'
import type { KeptFault, KeptProblem } from './evidence.ts'
import type { ChainReader } from './walk.ts'

interface PairedSecret {
  readonly seq: number
  readonly title: string | null
  readonly class: SecretClass
  /** Null: no event tells of the row. */
  readonly digest: string | null
  /** Null: there is no row for what the event tells of. */
  readonly salt: string | null
  readonly changes: FieldChanges | null
}

const pageRows = 5_000

/** What events tell of secrets beside what is kept of them, whichever of the two is missing. */
const paired = `
  with told as (
    select v.seq, v.item_id, t.class, t.digest
      from event v, jsonb_to_recordset(v.data -> 'secrets') as t (class text, digest text)
      where v.district_id = $1 and v.seq > $2 and v.seq <= $3 and v.data ? 'secrets'
  ), kept as (
    select s.seq, s.item_id, s.class, s.salt, s.changes from event_secret s
      where s.district_id = $1 and s.seq > $2 and s.seq <= $3
  )
  select seq::int as seq, class, digest, salt, changes, i.title
    from told full join kept using (seq, item_id, class)
      left join item i on i.district_id = $1 and i.item_id = coalesce(told.item_id, kept.item_id)
    order by seq, class`

function problemOf({ digest, salt, changes }: PairedSecret): KeptProblem | null {
  if (digest === null) return 'untold'
  if (salt === null || changes === null) return 'missing'
  return secretDigest(salt, changes) === digest ? null : 'altered'
}

const classNames: Readonly<Record<SecretClass, { zh: string; en: string }>> = {
  negotiation: { zh: '洽谈秘密', en: 'negotiation secrets' },
  personal: { zh: '个人信息', en: 'personal data' },
}

/** Compares what is kept of changed secrets with the digests in their events. Names all that differ, never a value. */
export async function verifySecrets(
  tx: ChainReader,
): Promise<{ readonly changes: number; readonly faults: KeptFault[] }> {
  const { rows: ends } = await tx.client.query<{ last: number }>(
    `select greatest((select max(seq) from event where district_id = $1),
       (select max(seq) from event_secret where district_id = $1))::int as last`,
    [tx.districtId],
  )
  const last = ends[0]?.last ?? 0
  const faults: KeptFault[] = []
  let changes = 0
  for (let from = 0; from < last; from += pageRows) {
    const { rows } = await tx.client.query<PairedSecret>(paired, [tx.districtId, from, from + pageRows])
    changes += rows.length
    for (const row of rows) {
      const problem = problemOf(row)
      const { zh, en } = classNames[row.class]
      const title = { zh: `“${row.title ?? '已移除的项目'}”的${zh}`, en: `${en} of '${row.title ?? 'a removed item'}'` }
      if (problem) faults.push({ seq: row.seq, title, problem })
    }
  }
  return { changes, faults }
}
