import type { ListContext } from '../../store/items/list-context.ts'
import type { OrgRow, PersonRow } from '../../store/schema.ts'
import { addDays, instantAt } from '../days.ts'
import type { DemoItem } from '../items.ts'
import { type Step, type Story, type ToldStory, toldLink, toldStory } from './story.ts'

export interface Cast {
  readonly office: OrgRow
  readonly issuer: PersonRow
  readonly orgs: readonly OrgRow[]
  readonly leaders: readonly PersonRow[]
}

type Kind = 'hint' | 'order' | 'yellowCard' | 'redCard'

const marks: Readonly<Record<Kind, string>> = { hint: '南提', order: '南督', yellowCard: '南黄牌', redCard: '南红牌' }

/** What is wrong and what is asked, by the matter. */
const matters = [
  [
    '用地手续',
    '用地预审与选址意见书尚未取得，影响后续报批。',
    '一、倒排用地报批时间，明确专人跟办。\n二、每周五报送进展。',
  ],
  [
    '施工许可',
    '施工图审查意见未整改到位，施工许可未按节点取得。',
    '一、三个工作日内完成整改并复审。\n二、具备条件后当日报件。',
  ],
  ['征迁收尾', '红线内仍有三户未签约，影响桩基进场。', '一、由镇主要领导包户推进。\n二、月底前完成签约腾空。'],
  [
    '管线迁改',
    '电力、燃气管线迁改未启动，场地不能移交。',
    '一、牵头召开管线单位协调会。\n二、明确迁改方案和完成时间。',
  ],
  ['投资入统', '开工满一个月仍未入统，报数与形象进度不符。', '一、核对合同与票据，补齐入统资料。\n二、按月如实报数。'],
  ['进度滞后', '投资完成率落后序时进度较多，施工力量不足。', '一、督促施工单位增加班组。\n二、重排后续计划并报备。'],
] as const

/** How far an order has come: days ago of issue, and the way since, in days after it. */
type Way = (issuedOn: string, dueOn: string) => readonly Step[]

const day = (date: string) => ({ date, precision: 'day' })
const office = '区攻坚办'

/** What an order's unit and its issuer do, by day. */
const acts = (unit: string) => ({
  receive: (on: string, hour = 14): Step => ({ to: 'received', at: instantAt(on, hour * 60), by: unit }),
  reply: (on: string): Step => ({
    to: 'replied',
    at: instantAt(on, 15 * 60 + 20),
    by: unit,
    fields: { reply: '已按要求完成整改，相关批文和现场照片已上传；后续按月报送进展。', repliedOn: day(on) },
  }),
  ask: (on: string, askedUntil: string, extensionGround: string): Step => ({
    to: 'extensionAsked',
    at: instantAt(on, 600),
    by: unit,
    fields: { askedUntil: day(askedUntil), extensionGround },
  }),
  grant: (on: string, until: string): Step => ({
    to: 'received',
    move: 'grant',
    at: instantAt(on, 900),
    by: office,
    reason: '理由成立',
    fields: { dueOn: day(until) },
  }),
  reject: (on: string, until: string): Step => ({
    to: 'received',
    at: instantAt(on, 600),
    by: office,
    reason: '佐证不全，未见批文',
    fields: { dueOn: day(until) },
  }),
  accept: (on: string): Step => ({
    to: 'accepted',
    at: instantAt(on, 10 * 60),
    by: office,
    fields: { opinion: '经现场核实，同意验收。', acceptedOn: day(on) },
  }),
  strike: (on: string): Step => ({ to: 'struckOff', at: instantAt(on, 16 * 60), by: office }),
})

/** The ways that orders go; the first is the whole one. */
function ways(unit: string): readonly Way[] {
  const { receive, reply, ask, grant, reject, accept, strike } = acts(unit)
  const after = addDays
  return [
    (on) => [receive(on), reply(after(on, 6)), accept(after(on, 8)), strike(after(on, 9))],
    (on) => [receive(on)],
    (on, due) => [receive(on), reply(after(on, 5)), reject(after(on, 7), after(due, 5)), reply(after(on, 11))],
    (on) => [receive(on), reply(after(on, 5))],
    (on, due) => [
      receive(after(on, 1), 9),
      ask(after(on, 4), after(due, 10), '上级批复尚在公示期'),
      grant(after(on, 5), after(due, 10)),
    ],
    (on, due) => [receive(on), ask(after(on, 4), after(due, 7), '施工单位需重新招标')],
    () => [],
  ]
}

const kindAt = (place: number): Kind => (place % 3 === 0 ? 'hint' : 'order')

interface Drawn {
  readonly project: DemoItem
  readonly kind: Kind
  readonly place: number
  readonly issuedOn: string | null
  readonly cites: readonly ToldStory[]
}

function storyOf(cast: Cast, { project, kind, place, issuedOn }: Drawn, number: number, today: string): Story {
  const [matter, ground, demand] = matters[place % matters.length]!
  const { fields } = project
  const unit = cast.orgs.find(({ orgId }) => orgId === fields.leadOrg)
  const drafted = issuedOn ?? today
  const dueOn = addDays(drafted, kind === 'hint' ? 10 : 7)
  const base = {
    ...{ title: `${fields.title}${matter}`, orderKind: kind, ground: `${fields.title}：${ground}`, demand },
    ...{ urgency: place % 4 === 0 ? 'urgent' : 'normal', issuerOrg: cast.office.orgId, issuer: cast.issuer.personId },
    ...{ leadOrg: fields.leadOrg, owner: fields.owner, leader: fields.leader, area: fields.area },
    ...{ dueOn: day(dueOn), contact: '区攻坚办督导组 82838000' },
    ...(kind === 'order' && place % 2 === 0 ? { directGround: '区项目攻坚例会当场交办' } : {}),
  }
  const name = unit?.shortName ?? unit?.name ?? '承办单位'
  const issue: readonly Step[] =
    issuedOn === null
      ? []
      : [
          {
            to: 'issued',
            at: instantAt(issuedOn, 10 * 60 + 10),
            by: office,
            fields: { documentNumber: `${marks[kind]}〔${issuedOn.slice(0, 4)}〕${number}号`, issuedOn: day(issuedOn) },
          },
        ]
  const list = ways(name)
  // What is older than a month is done, but for one in six.
  const isOld = issuedOn !== null && issuedOn < addDays(today, -30) && place % 6 !== 4
  const way = issuedOn === null ? [] : list[isOld ? 0 : place % list.length]!(issuedOn, dueOn)
  return { fields: base, at: instantAt(drafted, 9 * 60 + 5), by: office, steps: [...issue, ...way] }
}

/** The projects that give cause: red before orange before the rest, at most so many. */
function causes(items: readonly DemoItem[], count: number): readonly DemoItem[] {
  const grave = ['red', 'orange', 'yellow']
  const lit = items.filter(({ composed, fields }) => grave.includes(composed.after.lamp) && fields.leadOrg)
  const rank = ({ composed }: DemoItem) => grave.indexOf(composed.after.lamp)
  return lit.toSorted((a, b) => rank(a) - rank(b) || a.itemId.localeCompare(b.itemId)).slice(0, count)
}

export interface DemoOrders {
  readonly stories: readonly ToldStory[]
  readonly links: readonly ReturnType<typeof toldLink>[]
  /** The last number of each series and year. */
  readonly series: readonly { readonly key: Kind; readonly year: number; readonly last: number }[]
}

/** Orders of the last months in every state, the graver ones citing those before them. */
export function inventOrders(context: ListContext, cast: Cast, items: readonly DemoItem[]): DemoOrders {
  const { today } = context
  const last = new Map<string, number>()
  const stories: ToldStory[] = []
  const links: ReturnType<typeof toldLink>[] = []
  const make = (drawn: Drawn): ToldStory => {
    const year = (drawn.issuedOn ?? today).slice(0, 4)
    const series = `${drawn.kind} ${year}`
    const number = (last.get(series) ?? 0) + (drawn.issuedOn === null ? 0 : 1)
    last.set(series, number)
    const story = storyOf(cast, drawn, number, today)
    const told = toldStory(context, story)
    const { itemId, title } = drawn.project.composed.after
    const { at, by } = story
    links.push(toldLink({ kind: 'about', from: told.item, to: { itemId, title }, at, by }))
    for (const { item } of drawn.cites) links.push(toldLink({ kind: 'cites', from: told.item, to: item.after, at, by }))
    stories.push(told)
    return told
  }
  const projects = causes(items, 34)
  for (const [place, project] of projects.entries()) {
    const daysAgo = 2 + Math.round(((projects.length - place) * 110) / projects.length)
    const [kind, issuedOn] = [kindAt(place), addDays(today, -daysAgo)]
    const needsHint = kind === 'order' && place % 2 === 1
    const before = needsHint
      ? [make({ project, kind: 'hint', place: 0, issuedOn: addDays(issuedOn, -21), cites: [] })]
      : []
    const order = make({ project, kind, place, issuedOn, cites: before })
    if (kind !== 'order' || place % 7 !== 1) continue
    const yellow = make({ project, kind: 'yellowCard', place: place + 4, issuedOn: addDays(today, -6), cites: [order] })
    if (place % 14 === 1)
      make({ project, kind: 'redCard', place: place + 12, issuedOn: addDays(today, -2), cites: [yellow] })
  }
  for (const [place, project] of projects.slice(0, 2).entries())
    make({ project, kind: 'hint', place: place + 2, issuedOn: null, cites: [] })
  const series = [...last].map(([key, number]) => {
    const [kind, year] = key.split(' ')
    return { key: kind as Kind, year: Number(year), last: number }
  })
  return { stories, links, series }
}
