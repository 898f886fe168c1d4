import type { Deps } from '../http/deps.ts'
import { append } from '../store/append.ts'
import type { EventDraft } from '../store/chain.ts'
import { reportedEvent, verifiedEvent } from '../store/item-events.ts'
import { type ComposedItem, composeItem, factRow } from '../store/items/compose.ts'
import { type ListContext, listContext } from '../store/items/list-context.ts'
import { linkEvent } from '../store/loop/links.ts'
import { retold } from '../store/loop/retold.ts'
import type { ItemLinkRow } from '../store/loop-rows.ts'
import type { FactRow, FactVerificationRow } from '../store/schema.ts'
import type { ExemptionRow } from '../store/sign-rows.ts'
import type { Tx } from '../store/store.ts'
import { uuidv7 } from '../store/uuid.ts'
import { addDays, instantAt } from './days.ts'
import type { DemoItem } from './items.ts'

const source = { kind: 'demonstration' } as const
const wan = (amount: number) => ({ amount: `${Math.round(amount)}0000.00`, currency: 'CNY' as const })

interface Pledge {
  readonly project: DemoItem
  readonly fields: Readonly<Record<string, unknown>>
}

const yuanOf = (value: unknown): number => Number((value as { amount?: string } | undefined)?.amount ?? 0)
const dayOf = (value: unknown): string | null => (value as { date?: string } | undefined)?.date ?? null

/** What an industrial project promised by its contract: a date and amounts, some near, some past. */
function pledgesOf(project: DemoItem, place: number, today: string): Pledge[] {
  const { fields } = project
  const common = {
    ...{ firm: fields.investor, leadOrg: fields.leadOrg, owner: fields.owner, area: fields.area },
    clause: `投资合同第${['六', '七', '八'][place % 3]}条`,
  }
  const pledge = (title: string, more: Readonly<Record<string, unknown>>): Pledge => ({
    project,
    fields: { ...common, title: `${fields.title}：${title}`, ...more },
  })
  const finish = dayOf(fields.plannedFinish) ?? addDays(today, 200)
  const by = (date: string) => ({ dueOn: { date, precision: 'day' } })
  const built = ['completed', 'producing', 'performing'].includes(project.stage)
  const total = yuanOf(fields.totalInvestment) / 10_000
  const first = built
    ? pledge('达产后年税收', {
        kind: 'tax',
        amount: wan(total * 0.06),
        ...by(addDays(today, [40, -20, -50, 20][place % 4]!)),
      })
    : pledge('按期竣工', { kind: 'completion', ...by(place % 3 === 0 ? addDays(today, 24) : finish) })
  const second = built
    ? pledge('亩均税收', {
        kind: 'taxPerMu',
        amount: wan(place % 2 === 0 ? 12 : 30),
        ...by(addDays(today, 45)),
        condition: '以竣工验收次年为评价年度',
      })
    : pledge('一期固定资产投资', {
        kind: 'investment',
        amount: wan(total * 0.3),
        period: '一期',
        ...by(addDays(today, [75, 25, -12, 160][place % 4]!)),
      })
  return [first, second]
}

function composed(context: ListContext, { fields }: Pledge, place: number): ComposedItem {
  const createdAt = instantAt(addDays(context.today, -150 + (place % 40)), 10 * 60)
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const item = composeItem(context, { fields: known, stage: 'performing', source, actor: '区投促中心' })
  const after = { ...item.after, createdAt, updatedAt: createdAt, knownFrom: createdAt }
  const event = { ...item.event, at: createdAt, actor: '区投促中心' }
  return retold(context, { ...item, after, event }, [event])
}

/** Last year's tax and output of projects in production, verified by the tax office's figures. */
function yearFigures(tx: Tx, projects: readonly DemoItem[], today: string) {
  const period = String(Number(today.slice(0, 4)) - 1)
  const at = instantAt(addDays(today, -120), 600)
  const facts: FactRow[] = []
  const verifications: FactVerificationRow[] = []
  const events: EventDraft[] = []
  for (const [place, { itemId, fields, composed: item }] of projects.entries()) {
    const tax = yuanOf(fields.totalInvestment) * (place % 2 === 0 ? 0.065 : 0.041)
    for (const [metric, value] of [
      ['tax', tax],
      ['output', tax * 14],
    ] as const) {
      const draft = {
        metric,
        period,
        value: `${Math.round(value)}.00`,
        currency: 'CNY',
        source,
        reportedBy: '区税务局',
        reportedAt: at,
      }
      const fact = factRow(tx.districtId, itemId, draft)
      facts.push(fact)
      verifications.push({
        ...{
          districtId: tx.districtId,
          factId: fact.factId,
          verifiedBy: '区统计局',
          verifiedById: null,
          verifiedAt: at,
        },
        evidence: `${period} 年度税收核对表`,
      })
      const revision = item.after.revision
      events.push(
        { ...reportedEvent(fact, revision), at, actor: '区税务局' },
        { ...verifiedEvent(fact, revision), at, actor: '区统计局' },
      )
    }
  }
  return { facts, verifications, events }
}

/** Exemptions of lit rules: some in force, one asked for, one refused. */
function exemptionsOf(tx: Tx, items: readonly DemoItem[], today: string): ExemptionRow[] {
  const lit = items.filter(
    ({ composed: { after } }) => after.lampReasons.length > 0 && ['red', 'orange', 'yellow'].includes(after.lamp),
  )
  const wishes = [
    ['planning', '控规局部调整待市政府批复，批复前不能办理工程规划许可', true],
    ['statutory', '征地公告期与听证时间依法不计入', true],
    ['policy', '国家产业目录调整，项目重新办理备案', true],
    ['market', '投资方内部重组，股东会定于下月召开', null],
    ['forceMajeure', '台风致基坑进水，抢险排水', false],
  ] as const
  return wishes.flatMap(([ground, text, granted], place) => {
    const item = lit[place * 3 + 1]
    const reason = item?.composed.after.lampReasons[0]
    if (!item || !reason) return []
    const [asked, decided] = [instantAt(addDays(today, -9 - place), 610), instantAt(addDays(today, -7), 900)]
    const answer = granted === null ? { decidedBy: null, decidedAt: null } : { decidedBy: '区府办', decidedAt: decided }
    return {
      ...{ districtId: tx.districtId, exemptionId: uuidv7(Date.parse(asked)), itemId: item.itemId, rule: reason.rule },
      ...{ nodeKey: reason.nodeKey ?? null, ground, text, evidence: null, untilDay: addDays(today, 20 + place * 17) },
      ...{ askedBy: item.owner?.name ?? '经办人', askedById: null, askedAt: asked, granted },
      ...{ ...answer, decidedById: null, fromDay: granted ? addDays(today, -7) : null },
      decidedNote: granted === false ? '抢险已结束，不属持续影响' : null,
      ...{ endedOn: null, endedBy: null, endedById: null, endedAt: null, endedReason: null },
    }
  })
}

const exemptionEvents = (row: ExemptionRow): EventDraft[] => {
  const { exemptionId, itemId, rule, nodeKey, ground, text, untilDay: until } = row
  const data = { exemptionId, rule, nodeKey, ground, text, until }
  const asked = { verb: 'exemption.asked', itemId, data, at: row.askedAt, actor: row.askedBy }
  if (row.granted === null) return [asked]
  const verb = row.granted ? 'exemption.granted' : 'exemption.refused'
  return [asked, { verb, itemId, data, at: row.decidedAt ?? row.askedAt, actor: row.decidedBy ?? 'local' }]
}

/** Pledges of invented projects with what is verified of them, and exemptions from lamps that are lit. */
export async function loadSigns(deps: Deps, tx: Tx, items: readonly DemoItem[]): Promise<void> {
  const clock = { today: deps.today(), now: deps.now() }
  const rows = exemptionsOf(tx, items, clock.today)
  for (const row of rows) await tx.db.insertInto('exemption').values(row).execute()
  const told = rows.flatMap(exemptionEvents)
  const playbook = deps.shelf.playbooks.find(({ pledge }) => pledge !== undefined)
  if (!playbook?.pledge) return void (await append(tx, { at: clock.now, events: told }))
  const context = await listContext(tx, playbook, clock)
  const stages = ['construction', 'completed', 'producing', 'performing']
  const firms = items
    .filter(({ stage, fields }) => stages.includes(stage) && fields.taxPledge)
    .filter((_, place) => place % 3 === 0)
  const pledges = firms.slice(0, 16).flatMap((project, place) => pledgesOf(project, place, clock.today))
  const made = pledges.map((pledge, place) => ({ pledge, item: composed(context, pledge, place) }))
  const links = made.map(
    ({ pledge: { project }, item: { after } }): ItemLinkRow => ({
      ...{ districtId: tx.districtId, linkId: uuidv7(), fromItemId: after.itemId, toItemId: project.itemId },
      ...{
        kind: playbook.pledge!.link,
        nodeKey: null,
        addedAt: after.createdAt,
        addedBy: '区投促中心',
        removedAt: null,
        removedBy: null,
      },
    }),
  )
  const figures = yearFigures(
    tx,
    firms.slice(0, 16).filter(({ stage }) => stage !== 'construction'),
    clock.today,
  )
  const linked = links.map((link, place) => ({
    ...linkEvent('link.added', link, made[place]!.pledge.project.composed.after.title),
    ...{ at: link.addedAt, actor: '区投促中心' },
  }))
  const events = [...made.map(({ item }) => item.event), ...linked, ...figures.events, ...told]
  await append(tx, {
    at: clock.now,
    events: events.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1)),
    items: made.map(({ item }) => item),
    links,
    facts: figures.facts,
    verifications: figures.verifications,
  })
}
