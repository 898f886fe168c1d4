import type { Cockpit } from '@guatu/contract'
import type { LampLevel, LampReason } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { asLit } from '../../store/past/as-lit.ts'
import { selectItems } from '../../store/past/source.ts'
import type { Tx } from '../../store/store.ts'

type Attention = Cockpit['attention'][number]

const shown = 12
/** Enough to choose the most urgent from, without reading every red item of a very large list. */
const looked = 80

interface LitItem {
  readonly itemId: string
  readonly title: string
  readonly lamp: LampLevel
  readonly leadOrgId: string | null
  readonly areaCode: string | null
  readonly lampReasons: readonly LampReason[]
}

function daysLate({ figures }: LampReason): number | null {
  const { lateDays, overdueDays, startLateDays, dueInDays } = figures
  return lateDays ?? overdueDays ?? startLateDays ?? (dueInDays === undefined ? null : -dueInDays)
}

function attentionOf(playbook: Playbook, item: LitItem): Attention[] {
  const reason = item.lampReasons[0]
  if (!reason) return []
  const { itemId, title, lamp, leadOrgId, areaCode } = item
  const node = playbook.nodes.find((candidate) => candidate.key === reason.nodeKey)
  const nodeKey = reason.nodeKey ?? null
  const lateDays = daysLate(reason)
  return [
    {
      itemId,
      title,
      nodeKey,
      nodeTitle: node?.title.zh ?? null,
      lamp,
      lateDays,
      leadOrgId,
      areaCode,
      reason: reason.text,
    },
  ]
}

/** The gravest lamps, those that have waited longest first. */
export async function attentionList(tx: Tx, playbook: Playbook, area: string | undefined): Promise<Attention[]> {
  const found = await selectItems(tx)
    .select(['itemId', 'title', 'lamp', 'leadOrgId', 'areaCode', 'lampReasons'])
    .select(['stage', 'fields', 'createdAt', 'litOn', 'litFrom', 'playbookVersion', 'planRevision'])
    .where('districtId', '=', tx.districtId)
    .where('playbookKey', '=', playbook.key)
    .where('lampRank', '<=', 1)
    .$if(area !== undefined, (query) => query.where('areaCode', '=', area as string))
    .orderBy('lampRank')
    .orderBy('itemId')
    .limit(looked)
    .execute()
  const items: readonly LitItem[] = await asLit(tx, playbook, found)
  const grave = { red: 0, orange: 1, yellow: 2, blue: 3, green: 4, none: 5 }
  return items
    .flatMap((item) => attentionOf(playbook, item))
    .sort((a, b) => grave[a.lamp] - grave[b.lamp] || (b.lateDays ?? 0) - (a.lateDays ?? 0))
    .slice(0, shown)
}
