import type { Standing } from '@guatu/access'
import { type DeskRow, getDesk, maxDeskRows } from '@guatu/contract'
import { done, lampLevels } from '@guatu/kernel'
import { moveKey, movesFrom, needsReason, type Playbook } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { type Access, accessOf, refusalsFor } from '../../store/access/access-of.ts'
import { partyRefusal } from '../../store/access/party.ts'
import { standingsOf } from '../../store/access/permit.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { itemSource } from '../../store/past/source.ts'
import type { ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

interface OpenRow
  extends Pick<
    ItemRow,
    | 'itemId'
    | 'revision'
    | 'title'
    | 'stage'
    | 'lamp'
    | 'lampReasons'
    | 'leadOrgId'
    | 'areaCode'
    | 'deadline'
    | 'fields'
  > {
  readonly clock: DeskRow['clock']
  readonly enteredAt: string | null
}

/** Clocks and stays tell of now: a reader of the past sees the items without them. */
async function openItems(tx: Tx, playbook: Playbook): Promise<OpenRow[]> {
  const final = playbook.stages.filter((stage) => stage.final).map(({ key }) => key)
  const live = tx.asOf === undefined
  const { rows } = await tx.client.query<OpenRow>(
    `select i.item_id as "itemId", i.revision, i.title, i.stage, i.lamp, i.lamp_reasons as "lampReasons",
       i.lead_org_id as "leadOrgId", i.area_code as "areaCode", i.deadline::text as deadline, i.fields,
       c.clock, s.entered_at as "enteredAt"
     from ${itemSource(tx)} i
     left join lateral (
       select jsonb_build_object('key', c.key, 'dueAt', c.due_at, 'overdue', c.overdue, 'paused', c.state = 'paused') as clock,
         c.overdue, c.due_at
       from clock c where $4 and c.district_id = $1 and c.item_id = i.item_id and c.state in ('running', 'paused')
       order by c.overdue desc, c.due_at nulls last limit 1) c on true
     left join stay s on $4 and s.district_id = $1 and s.item_id = i.item_id and s.left_at is null
     where i.district_id = $1 and i.playbook_key = $2 and i.stage <> all($3::text[])
     order by c.overdue desc nulls last, c.due_at nulls last, i.deadline nulls last, i.item_id limit ${maxDeskRows}`,
    [tx.districtId, playbook.key, final, live],
  )
  return rows
}

const stageTitle = ({ stages }: Playbook, key: string) =>
  stages.find((stage) => stage.key === key)?.title ?? { zh: key, en: key }

/** The moves along the way that the rules and the item's parties leave to the reader: what leads aside (calling it off, asking
 * for more time) nobody waits for. What is missing for them, the item's page says. */
function movesOf(playbook: Playbook, row: OpenRow, access: Access, standing: Standing | undefined): DeskRow['moves'] {
  if (!standing || refusalsFor(access, ['item.advance'], standing).length > 0) return []
  return movesFrom(playbook, row.stage)
    .filter(({ to }) => !playbook.stages.some(({ key, aside }) => key === to && aside))
    .filter(({ by, to }) => !by || partyRefusal(access, standing, by, stageTitle(playbook, to)) === null)
    .map((move) => ({
      key: moveKey(move),
      to: move.to,
      title: { ...(move.title ?? stageTitle(playbook, move.to)) },
      back: move.back === true,
      plain: !needsReason(move) && (move.asks ?? []).length === 0,
    }))
}

export const getDeskFeature = feature(getDesk, async (deps, { query }) => {
  const playbook = findPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const found = await openItems(tx, playbook.value)
    const access = await accessOf(tx)
    const ids = found.map(({ itemId }) => itemId)
    const standings = tx.asOf || ids.length === 0 ? new Map<string, Standing>() : await standingsOf(tx, ids)
    const rows = found.map(({ lampReasons, ...row }): DeskRow => {
      const moves = movesOf(playbook.value, { ...row, lampReasons }, access, standings.get(row.itemId))
      const [reason] = lampReasons
      return { ...row, fields: { ...row.fields }, lampText: reason ? { ...reason.text } : null, moves }
    })
    const count = (lamp: string) => rows.filter((row) => row.lamp === lamp).length
    return done({
      ...said,
      open: rows.length,
      waiting: rows.filter(({ moves }) => moves.length > 0).length,
      overdue: rows.filter(({ clock }) => clock?.overdue).length,
      lamps: Object.fromEntries(lampLevels.map((lamp) => [lamp, count(lamp)])) as Record<DeskRow['lamp'], number>,
      rows,
    })
  })
})
