import { playbooks } from '@guatu/playbooks'
import { append } from '../../apps/server/src/store/append.ts'
import { composeItem, type FactDraft } from '../../apps/server/src/store/items/compose.ts'
import { type ListContext, listContext } from '../../apps/server/src/store/items/list-context.ts'
import { inPortions } from '../../apps/server/src/store/portions.ts'
import type { Store } from '../../apps/server/src/store/store.ts'

export const playbook = playbooks[0]!
export const today = '2026-11-21'
const now = `${today}T02:00:00.000Z`
const source = { kind: 'demonstration' } as const
/** Items of one transaction, and of them those in memory at a time. */
const batch = 5_000
const portion = 500

const brands = [
  '禾晟',
  '鸳湖',
  '秀川',
  '烟雨',
  '嘉澜',
  '槜李',
  '云栖',
  '鼎岳',
  '辰曜',
  '博川',
  '蓝屿',
  '星垣',
  '恒岸',
  '瀚宇',
]
const products = [
  '电子铜箔',
  '热管理部件',
  '功率模块',
  '显示功能膜',
  '物流机器人',
  '电池隔膜',
  '封装测试',
  '碳纤维',
  '光通信模块',
]
const areas = ['330402007', '330402010', '330402015', '330402100', '330402101', '330402103', '330402105', 'F330402-XJD']
const stages = playbook.stages.map((stage) => stage.key)

/** Spread, not random: the same list every time. */
const spread = (index: number, prime: number, size: number) =>
  Math.floor((((index * prime) % 100_003) / 100_003) * size)

function factsOf(index: number, planWan: number): FactDraft[] {
  const stamp = { currency: 'CNY', source, reportedBy: 'bench', reportedAt: now }
  const month = Math.floor(planWan / (8 + spread(index, 31, 9)))
  return Array.from({ length: 10 }, (_, at) => {
    const period = `2026-${String(at + 1).padStart(2, '0')}`
    const amount = (wan: number) => `${wan}0000.00`
    return [
      { metric: 'monthDone', period, value: amount(month), ...stamp },
      { metric: 'annualDone', period, value: amount(month * (at + 1)), ...stamp },
    ]
  }).flat()
}

function itemOf(context: ListContext, index: number, orgIds: readonly string[]) {
  const totalWan = 1_000 + spread(index, 7919, 500_000)
  const planWan = Math.ceil(totalWan / 4)
  const month = (offset: number) => `${2025 + Math.floor(offset / 12)}-${String((offset % 12) + 1).padStart(2, '0')}`
  const start = spread(index, 613, 30)
  const fields = {
    title: `${brands[index % brands.length]}${products[(index >> 4) % products.length]}${index}号项目`,
    totalInvestment: { amount: `${totalWan}0000.00`, currency: 'CNY' },
    annualPlan: { amount: `${planWan}0000.00`, currency: 'CNY' },
    plannedStart: { date: `${month(start)}-01`, precision: 'month' },
    plannedFinish: { date: `${month(start + 12 + spread(index, 271, 24))}-28`, precision: 'month' },
    area: areas[spread(index, 97, areas.length)],
    leadOrg: orgIds[spread(index, 53, orgIds.length)],
    scope: '新建厂房及配套用房，购置生产线，形成年产能力',
    location: '南湖大道以东地块',
  }
  const stage = stages[spread(index, 1_277, stages.length)]!
  return composeItem(context, { fields, stage, source, actor: 'bench', facts: factsOf(index, planWan) })
}

/** Writes `count` items with their plans and 20 facts each by the store's own way in. Answers rows written. */
export async function generate(store: Store, count: number): Promise<{ nodes: number; facts: number }> {
  const rows = { nodes: 0, facts: 0 }
  for (let from = 0; from < count; from += batch) {
    await store.write(async (tx) => {
      const context = await listContext(tx, playbook, { today, now })
      const orgIds = [...new Set(context.orgIds.values())]
      const size = Math.min(batch, count - from)
      const indexes = Array.from({ length: size }, (_, index) => from + index)
      const make = (index: number) => itemOf(context, index, orgIds)
      await inPortions(indexes, portion, make, async (items) => {
        const facts = items.flatMap((item) => item.facts)
        rows.facts += facts.length
        rows.nodes += items.reduce((sum, item) => sum + (item.nodes?.length ?? 0), 0)
        await append(tx, { at: now, events: items.map((item) => item.event), items, facts })
      })
    })
  }
  return rows
}
