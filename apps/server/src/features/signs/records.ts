import type { SignKey, Title } from '@guatu/kernel'
import { deriveSign, type Playbook, type SignKind, type SignRecord, type SignRow } from '@guatu/playbook'
import type { Tx } from '../../store/store.ts'
import { signQueries } from './sign-sql.ts'

/** A sign's record with the item that it is of. */
export interface FoundRecord extends SignRecord {
  readonly itemTitle: string
  readonly playbookKey: string
}

interface RawRow {
  readonly kind: SignKind
  readonly itemId: string
  readonly record: string
  readonly title: string | null
  readonly unitId: string | null
  readonly figure: string
  readonly itemTitle: string
  readonly playbookKey: string
}

const fieldOf = (playbooks: readonly Playbook[], key: (playbook: Playbook) => string | undefined) =>
  Object.fromEntries(playbooks.flatMap((playbook) => (key(playbook) ? [[playbook.key, key(playbook)]] : [])))

const relationField = ({ fields }: Playbook, relation: string) =>
  Object.entries(fields).find(([, field]) => field.relation === relation)?.[0]

/** Whoever supervises, or issued an order, decides: a clock on their time waits for a decision. */
const deciding: ReadonlySet<string> = new Set(['supervising', 'issuer'])

/** What the queries have to know of the lists. */
function listsSaid(playbooks: readonly Playbook[]): string {
  return JSON.stringify({
    problems: playbooks.filter(({ capabilities }) => capabilities.includes('problemBoard')).map(({ key }) => key),
    decisions: playbooks.flatMap(({ key, clocks = [] }) =>
      clocks.filter(({ chargedTo }) => deciding.has(chargedTo)).map((clock) => `${key} ${clock.key}`),
    ),
    blockers: fieldOf(playbooks, ({ roles }) => roles.blockers),
    deciders: fieldOf(playbooks, (playbook) => relationField(playbook, 'supervising')),
  })
}

const same = (text: string): Title => ({ zh: text, en: text })

/** What the record is called: a node, a clock, a rule and a metric by the words of their list. */
function titleOf({ kind, record, title, itemTitle }: RawRow, playbook: Playbook | undefined): Title {
  const own = same(title ?? itemTitle)
  if (!playbook) return own
  if (kind === 'nodeLate')
    return title ? own : (playbook.nodes.find(({ key }) => key === record)?.title ?? same(record))
  if (kind === 'clockOverdue' || kind === 'decisionOverdue')
    return playbook.clocks?.find(({ key }) => key === record)?.title ?? own
  if (kind === 'exemptionWaits') return playbook.lamps.rules.find(({ key }) => key === title)?.title ?? own
  if (kind !== 'contradicted') return own
  const [metric = '', period = ''] = record.split(' ')
  const words = playbook.metrics[metric]?.title ?? same(metric)
  return { zh: `${words.zh}（${period}）`, en: `${words.en} (${period})` }
}

/** The records of a sign among the items that whoever asks may read. */
export async function recordsOf(
  tx: Tx,
  sign: SignKey,
  playbooks: readonly Playbook[],
  today: string,
): Promise<FoundRecord[]> {
  const { rows } = await tx.client.query<RawRow>(
    `select q.kind, q.item_id as "itemId", q.record, q.title, q.unit_id as "unitId", q.figure::text as figure,
       i.title as "itemTitle", i.playbook_key as "playbookKey"
     from (${signQueries[sign]}) q join item i on i.district_id = $1 and i.item_id = q.item_id
     where $3::jsonb is not null and $2::date is not null`,
    [tx.districtId, today, listsSaid(playbooks)],
  )
  const byKey = new Map(playbooks.map((playbook) => [playbook.key, playbook]))
  const items = new Map(rows.map((row) => [row.itemId, row]))
  const told = rows.map((row): SignRow => {
    const { kind, itemId, record, unitId, figure } = row
    const title = titleOf(row, byKey.get(row.playbookKey))
    return { kind, itemId, record: `${kind}:${record}`, title, unitId: unitId || null, figure: Number(figure) }
  })
  return deriveSign(sign, told).map((record) => {
    const { itemTitle, playbookKey } = items.get(record.itemId)!
    return { ...record, itemTitle, playbookKey }
  })
}
