import type { Money, PartialDate } from '@guatu/kernel'
import { addDays, addMonths, monthEnd } from './days.ts'
import type { Random } from './random.ts'
import { brands, ecologies, farms, products, publicWorks, renewals, roads, roadWorks, services } from './words.ts'

/** How a project stands: what its dates and figures are made to tell. */
export type Standing = 'onTime' | 'lateNode' | 'behind' | 'startMissed'
export type Gravity = 'red' | 'orange' | 'yellow'

/** An invented project before it has an owner, a plan or figures. */
export interface Project {
  readonly title: string
  readonly type: string
  readonly capital: string
  readonly nature: string
  readonly investor: string | null
  readonly industry: string | null
  readonly scope: string
  readonly stage: string
  readonly totalWan: number
  readonly start: PartialDate | null
  readonly finish: PartialDate | null
  readonly signedOn: string | null
  readonly landMu: number | null
  readonly landMode: string
  readonly standing: Standing
  readonly gravity: Gravity | null
}

/** Projects by stage, in the playbook's order. */
const stageCounts = {
  reserve: 16,
  negotiating: 14,
  signed: 16,
  preliminary: 24,
  land: 22,
  construction: 58,
  completed: 12,
  producing: 10,
  performing: 8,
}
type StageKey = keyof typeof stageCounts
const underWay: readonly StageKey[] = ['preliminary', 'land', 'construction']

interface Named extends Pick<Project, 'title' | 'type' | 'capital' | 'nature' | 'investor' | 'industry' | 'scope'> {
  readonly wan: readonly [low: number, high: number]
}

function plantOf(random: Random): Named {
  const [product, output, industry, firm] = random.pick(products)
  const brand = random.pick(brands)
  const investor = `嘉兴${brand}${firm}有限公司`
  const area = random.between(15, 120) * 1000
  return {
    title: `${brand}${firm}年产${output}${product}项目`,
    type: 'industry',
    capital: random.pick(['private', 'private', 'private', 'foreign', 'mixed']),
    nature: random.pick(['new', 'new', 'expansion', 'technical']),
    investor,
    industry,
    scope: `新建厂房及配套用房约${area.toLocaleString('en-US')}平方米，购置生产线${random.between(2, 12)}条，形成年产${output}${product}的能力`,
    wan: random.chance(0.12) ? [300_000, 1_020_000] : [12_000, 180_000],
  }
}

function workOf(random: Random, towns: readonly string[]): Named {
  const town = random.pick(towns)
  const state = { capital: 'state', nature: 'new', investor: null, industry: '48' }
  const publicMoney = { ...state, capital: 'government' }
  const kinds: readonly (() => Named)[] = [
    () => ({
      ...publicMoney,
      title: `${random.pick(roads)}${random.pick(roadWorks)}`,
      type: 'infrastructure',
      scope: `道路全长约${random.between(8, 62) / 10}公里，同步实施管线和绿化`,
      wan: [6_000, 90_000],
    }),
    () => ({
      ...publicMoney,
      title: `${town}${random.pick(publicWorks)}`,
      type: 'livelihood',
      scope: `总建筑面积约${random.between(8, 45) * 1000}平方米`,
      wan: [3_000, 32_000],
    }),
    () => ({
      ...state,
      title: `${town}${random.pick(renewals)}`,
      type: 'renewal',
      scope: `惠及居民约${random.between(3, 22) * 100}户`,
      wan: [8_000, 120_000],
    }),
    () => ({
      ...state,
      title: `${town}${random.pick(services)}`,
      type: 'service',
      industry: '72',
      scope: `总建筑面积约${random.between(2, 14)}万平方米`,
      wan: [10_000, 150_000],
    }),
    () => ({
      ...publicMoney,
      title: `${town}${random.pick(ecologies)}`,
      type: 'ecology',
      industry: '77',
      scope: `治理河道约${random.between(3, 18)}公里及沿线生态修复`,
      wan: [2_000, 26_000],
    }),
    () => ({
      ...state,
      title: `${town}${random.pick(farms)}`,
      type: 'agriculture',
      industry: '01',
      scope: `建设面积约${random.between(6, 40) * 100}亩`,
      wan: [1_500, 18_000],
    }),
  ]
  return random.pick(kinds)()
}

function nameFor(random: Random, towns: readonly string[], taken: Set<string>): Named {
  for (;;) {
    const named = random.chance(0.62) ? plantOf(random) : workOf(random, towns)
    const title = taken.has(named.title) ? `${named.title}（二期）` : named.title
    if (taken.has(title)) continue
    taken.add(title)
    return { ...named, title }
  }
}

/** Most are small, few are very large. */
function wanOf(random: Random, [low, high]: readonly [number, number]): number {
  const share = random.next() ** 2.2
  return Math.round((low + (high - low) * share) / 100) * 100
}

const month = (day: string): PartialDate => ({ date: `${day.slice(0, 7)}-01`, precision: 'month' })
const finishMonth = (day: string): PartialDate => ({ date: monthEnd(day), precision: 'month' })

/** Start and finish in months from today, by stage. */
const spans: Record<StageKey, readonly [number, number, number, number]> = {
  reserve: [9, 20, 20, 34],
  negotiating: [7, 15, 18, 30],
  signed: [5, 10, 16, 26],
  preliminary: [3, 7, 15, 28],
  land: [1, 4, 14, 26],
  construction: [-20, -3, 5, 22],
  completed: [-30, -22, -4, -1],
  producing: [-36, -28, -12, -5],
  performing: [-44, -36, -24, -14],
}

function datesFor(random: Random, stage: StageKey, standing: Standing, gravity: Gravity | null, today: string) {
  const [startFrom, startTo, finishFrom, finishTo] = spans[stage]
  const start = addMonths(today, random.between(startFrom, startTo))
  const finish = addMonths(today, random.between(finishFrom, finishTo))
  if (standing === 'startMissed') {
    const days = gravity === 'red' ? random.between(95, 120) : random.between(12, 60)
    return { start: { date: addDays(today, -days), precision: 'day' } as PartialDate, finish: finishMonth(finish) }
  }
  if (stage === 'reserve' && random.chance(0.3)) return { start: null, finish: null }
  return { start: month(start), finish: finishMonth(finish) }
}

/** Who stands how: about 5 % red, 8 % orange and 10 % yellow of all, among those under way. */
function standings(random: Random, count: number): { standing: Standing; gravity: Gravity | null }[] {
  const of = (times: number, standing: Standing, gravity: Gravity) =>
    Array.from({ length: times }, () => ({ standing, gravity }))
  const lit = [
    ...of(4, 'lateNode', 'red'),
    ...of(4, 'behind', 'red'),
    ...of(1, 'startMissed', 'red'),
    ...of(7, 'lateNode', 'orange'),
    ...of(7, 'behind', 'orange'),
    ...of(8, 'lateNode', 'yellow'),
    ...of(7, 'behind', 'yellow'),
    ...of(3, 'startMissed', 'yellow'),
  ]
  const calm = Array.from({ length: count - lit.length }, () => ({ standing: 'onTime' as const, gravity: null }))
  return random.shuffled([...lit, ...calm])
}

/** A missed start is one of a project on land not yet begun; figures behind need works under way. */
function placed(stages: readonly StageKey[], marks: { standing: Standing; gravity: Gravity | null }[]) {
  const open = [...marks]
  const take = (fits: (standing: Standing) => boolean) => {
    const at = open.findIndex(({ standing }) => fits(standing))
    return at < 0 ? undefined : open.splice(at, 1)[0]
  }
  const fitting: Readonly<Partial<Record<StageKey, (standing: Standing) => boolean>>> = {
    land: (standing) => standing === 'startMissed' || standing === 'lateNode' || standing === 'onTime',
    construction: (standing) => standing !== 'startMissed',
    preliminary: (standing) => standing === 'lateNode' || standing === 'onTime',
  }
  return stages.map((stage) => {
    const fits = fitting[stage]
    return (fits && take(fits)) ?? { standing: 'onTime' as const, gravity: null }
  })
}

/** The invented list of one day: always the same for the same random source and day. */
export function inventProjects(random: Random, today: string, towns: readonly string[]): Project[] {
  const taken = new Set<string>()
  const stages = (Object.keys(stageCounts) as StageKey[]).flatMap((stage) =>
    Array.from({ length: stageCounts[stage] }, () => stage),
  )
  const marks = placed(stages, standings(random, stages.filter((stage) => underWay.includes(stage)).length))
  return stages.map((stage, index) => {
    const { wan, ...named } = nameFor(random, towns, taken)
    const { standing, gravity } = marks[index] as { standing: Standing; gravity: Gravity | null }
    const totalWan = wanOf(random, wan)
    const isPlant = named.type === 'industry'
    const signed = isPlant && stage !== 'reserve' && stage !== 'negotiating'
    const { start, finish } = datesFor(random, stage, standing, gravity, today)
    return {
      ...named,
      stage,
      totalWan,
      start,
      finish,
      signedOn: signed ? addMonths(start?.date ?? today, -random.between(6, 10)) : null,
      landMu: isPlant
        ? Math.max(12, Math.round(totalWan / random.between(420, 900)))
        : random.chance(0.6)
          ? random.between(8, 160)
          : null,
      landMode: isPlant ? random.pick(['granted', 'granted', 'existing']) : 'allocated',
      standing,
      gravity,
    }
  })
}

/** 万元 as exact yuan. */
export const wanYuan = (wan: number): Money => ({ amount: `${wan}0000.00`, currency: 'CNY' })
