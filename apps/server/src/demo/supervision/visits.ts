import type { ListContext } from '../../store/items/list-context.ts'
import type { OrgRow } from '../../store/schema.ts'
import { addDays, instantAt } from '../days.ts'
import type { DemoItem } from '../items.ts'
import type { Random } from '../random.ts'
import type { Cast } from './orders.ts'
import { type Step, type ToldStory, toldLink, toldStory } from './story.ts'

const findings = [
  '桩基设备已进场，项目部人员未配齐。',
  '厂房主体完成两层，材料堆放侵占通道。',
  '红线内两户未腾空，施工便道不通。',
  '设备订货合同未签，年底投产有风险。',
  '配电房土建未交接，供电方案待批。',
  '进度正常，现场文明施工较好。',
]

const promises = [
  '镇里月底前完成腾空，建设单位下月5日前进场。',
  '项目部一周内配齐人员，周报送区攻坚办。',
  null,
  '供电公司10个工作日内答复供电方案。',
  '属地牵头，本周内召开现场协调会。',
  null,
]

const day = (date: string) => ({ date, precision: 'day' })
const weeks = 18
const ahead = 4

/** Leaders are posted to the same areas as their charges are: in turn, in the order of the areas. */
function townsOf({ orgs }: Cast): readonly OrgRow[] {
  return orgs.filter(({ areaCode, kind }) => areaCode !== null && kind !== 'district')
}

interface Planned {
  readonly town: OrgRow
  readonly place: number
  readonly on: string
  readonly project: DemoItem | undefined
}

function stepsOf(random: Random, { place, on }: Planned, visitor: string, town: string): readonly Step[] {
  if (random.chance(0.12)) return []
  const made = addDays(on, random.pick([0, 0, 0, 1, -1]))
  const promise = promises[place % promises.length] ?? null
  const followUpOn = addDays(made, 14)
  const visit: Step = {
    to: 'made',
    at: instantAt(made, 17 * 60 + 10),
    by: visitor,
    fields: {
      ...{ visitedOn: day(made), place: `${town}项目现场`, findings: findings[place % findings.length] },
      ...(promise ? { promises: promise, followUpOn: day(followUpOn) } : {}),
    },
  }
  if (!promise) return [visit, { to: 'closed', at: instantAt(addDays(made, 1), 540), by: visitor }]
  if (random.chance(0.2)) return [visit]
  const followed = addDays(followUpOn, random.pick([-2, -1, 0, 3]))
  return [
    visit,
    { to: 'followedUp', at: instantAt(followed, 900), by: town, fields: { followUp: '承诺事项已落实，现场已核对。' } },
    { to: 'closed', at: instantAt(addDays(followed, 1), 600), by: visitor },
  ]
}

/** A patrol plan of the last months and the next weeks: every town every second week, most of it kept. */
export function inventVisits(random: Random, context: ListContext, cast: Cast, items: readonly DemoItem[]) {
  const { today } = context
  const stories: ToldStory[] = []
  const links: ReturnType<typeof toldLink>[] = []
  const monday = addDays(today, -weeks * 7)
  for (const [index, town] of townsOf(cast).entries()) {
    const leader = cast.leaders[index % cast.leaders.length]!
    const own = items.filter(({ fields }) => fields.area === town.areaCode)
    for (let week = index % 2; week < weeks + ahead; week += 2) {
      const on = addDays(monday, week * 7 + 2 + (index % 3))
      const place = index * 3 + week
      const project = own[place % Math.max(1, own.length)]
      const name = town.shortName ?? town.name
      const steps = on > today ? [] : stepsOf(random, { town, place, on, project }, leader.name, name)
      const about = project && place % 2 === 0 ? project : undefined
      const title = about ? `走访${about.fields.title}` : `走访${town.name}`
      const fields = {
        ...{ title: String(title).slice(0, 120), visitKind: about ? 'project' : 'patrol', visitor: leader.personId },
        ...{ leadOrg: town.orgId, area: town.areaCode, plannedOn: day(on) },
      }
      const at = instantAt(addDays(on, -20), 600)
      const told = toldStory(context, { fields, at, by: '区攻坚办', steps })
      stories.push(told)
      if (!about) continue
      const to = { itemId: about.itemId, title: about.composed.after.title }
      links.push(toldLink({ kind: 'about', from: told.item, to, at: told.item.after.createdAt, by: '区攻坚办' }))
    }
  }
  return { stories, links }
}
