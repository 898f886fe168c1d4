import { getCockpit } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { elapsedPercent, type Playbook } from '@guatu/playbook'
import { fromDay, toDay } from '@guatu/schedule'
import { sql } from 'kysely'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { sumsItems } from '../../store/access/access-of.ts'
import { directoryNames } from '../../store/events/names.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { tiedTo } from '../../store/past/source.ts'
import type { Tx } from '../../store/store.ts'
import { attentionList } from './attention.ts'
import { changesSince } from './changes.ts'
import { areasOf, countsOf, investmentOf, rolledUp, stagesOf } from './figures.ts'
import { lampsOn, startedSince } from './past.ts'
import { countedRules, summedUp } from './summed.ts'

const changesShown = 20

async function changes(tx: Tx, deps: Deps, playbook: Playbook, today: string, area: string | undefined) {
  const since = new Date(Date.parse(`${fromDay(toDay(today) - 1)}T00:00:00+08:00`)).toISOString()
  const context = { playbook, dictionaries: deps.shelf.dictionaries, names: await directoryNames(tx), today }
  return await changesSince(tx, { playbookKey: playbook.key, since, area }, changesShown, context)
}

async function startedThisMonth(tx: Tx, playbook: Playbook, today: string, area: string | undefined): Promise<number> {
  const stageIndex = playbook.stages.findIndex((stage) => stage.reaches === 'start')
  const stage = playbook.stages[stageIndex]?.key
  if (stage === undefined) return 0
  return await startedSince(tx, {
    playbookKey: playbook.key,
    stageIndex,
    stage,
    from: `${today.slice(0, 7)}-01`,
    area,
  })
}

async function redRules(tx: Tx, playbookKey: string, area: string | undefined) {
  if (await sumsItems(tx)) return await countedRules(tx, playbookKey, area)
  return await tx.db
    .selectFrom('rollupRule')
    .where('districtId', '=', tx.districtId)
    .where('playbookKey', '=', playbookKey)
    .where('lamp', '=', 'red')
    .$if(area !== undefined, (query) => query.where('areaCode', '=', area as string))
    .groupBy('rule')
    .select(['rule', sql<number>`sum(items)::int8`.as('items')])
    .orderBy('items', 'desc')
    .execute()
}

const lastChange = (tx: Tx) =>
  tx.db
    .selectFrom('event')
    .select('at')
    .where('districtId', '=', tx.districtId)
    .where(sql<boolean>`${sql.raw(tiedTo(tx, 'item_id'))}`)
    .$if(tx.asOf !== undefined, (query) => query.where('at', '<=', tx.asOf!.at).orderBy('at', 'desc'))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

export const getCockpitFeature = feature(getCockpit, async (deps, { query }) => {
  const found = findPlaybook(deps, query.playbook)
  if (found.kind === 'refused') return found
  const playbook = found.value
  const { area } = query
  return await readAsOf(deps, query.asOf, async ({ tx, today, said }) => {
    const year = Number(today.slice(0, 4))
    const all = await ((await sumsItems(tx)) ? summedUp : rolledUp)(tx, playbook.key, year)
    const rows = area === undefined ? all : all.filter((row) => row.areaCode === area)
    const counts = countsOf(rows)
    return done({
      ...said,
      today,
      year,
      updatedAt: (await lastChange(tx))?.at ?? null,
      investment: investmentOf(rows, elapsedPercent(today)),
      ...counts,
      startedThisMonth: await startedThisMonth(tx, playbook, today, area),
      stages: stagesOf(rows, playbook.stages),
      lampsYesterday: await lampsOn(tx, playbook.key, fromDay(toDay(today) - 1), area),
      lampsWeekAgo: await lampsOn(tx, playbook.key, fromDay(toDay(today) - 7), area),
      areas: areasOf(all),
      attention: await attentionList(tx, playbook, area),
      attentionTotal: counts.lamps.red + counts.lamps.orange,
      changes: await changes(tx, deps, playbook, today, area),
      redRules: await redRules(tx, playbook.key, area),
    })
  })
})
