import { numberedFields, numberText, type Playbook, type Series, seriesFor } from '@guatu/playbook'
import { asKeeper, type Tx } from '../store.ts'

async function nextNumber(tx: Tx, playbookKey: string, { key, year }: Series): Promise<number> {
  const { rows } = await tx.client.query<{ last: number }>(
    `insert into document_series (district_id, playbook_key, series, year, last_number) values ($1, $2, $3, $4, 1)
     on conflict (district_id, playbook_key, series, year)
       do update set last_number = document_series.last_number + 1
     returning last_number as last`,
    [tx.districtId, playbookKey, key, year],
  )
  return rows[0]!.last
}

/** A ledger may have brought documents that were numbered on paper. */
async function isTaken(tx: Tx, playbookKey: string, field: string, text: string): Promise<boolean> {
  const { rows } = await tx.client.query(
    'select from item where district_id = $1 and playbook_key = $2 and fields->>$3 = $4 limit 1',
    [tx.districtId, playbookKey, field, text],
  )
  return rows.length > 0
}

/** What numbering writes into an item on its way to a stage: the next free number of its series; nothing for most moves. */
export async function numberedOn(
  tx: Tx,
  playbook: Playbook,
  move: { readonly from: string; readonly to: string; readonly fields: Readonly<Record<string, unknown>> },
  today: string,
): Promise<Readonly<Record<string, unknown>>> {
  const series = seriesFor(playbook, move, today)
  const { numbering, key } = playbook
  if (!series || !numbering) return {}
  // The numbers of documents that the actor may not read count as well.
  return await asKeeper(tx, async (keeper) => {
    for (;;) {
      const text = numberText(series, await nextNumber(keeper, key, series))
      if (await isTaken(keeper, key, numbering.field, text)) continue
      return numberedFields(playbook, move.fields, text, today)
    }
  })
}
