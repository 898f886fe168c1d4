import type { ListContext } from '../../store/items/list-context.ts'
import { addDays, instantAt } from '../days.ts'
import type { DemoItem } from '../items.ts'
import type { Cast } from './orders.ts'
import { type ToldStory, toldStory } from './story.ts'

const decided = [
  ['统筹四季度用地指标，优先保障在手开工项目', '按项目成熟度排序，逐个明确供地时间。'],
  ['建立征迁扫尾专班，逐户销号', '镇街主要领导包户，每周通报。'],
  ['对落后序时的产业项目开展约谈', '由分管领导约谈建设单位和施工单位，重排计划。'],
  ['协调供电公司提前实施迁改', '列出清单，联合踏勘，明确停电窗口。'],
  ['入统资料集中会审', '统计、发改、镇街联合办公三天。'],
] as const

const day = (date: string) => ({ date, precision: 'day' })
const office = '区攻坚办'

/** What the last monthly review meetings decided, in every state. */
export function inventDecisions(context: ListContext, cast: Cast, items: readonly DemoItem[]): ToldStory[] {
  const { today } = context
  const led = items.filter(({ fields }) => fields.leadOrg)
  return decided.map(([title, task], place) => {
    const metOn = addDays(today, -(12 + place * 17))
    const dueOn = addDays(metOn, 30)
    const project = led[place * 5]
    const fields = {
      ...{
        title,
        task,
        meeting: `${metOn.slice(0, 4)}年${Number(metOn.slice(5, 7))}月项目攻坚研判会`,
        metOn: day(metOn),
      },
      ...{
        hostOrg: cast.office.orgId,
        chair: cast.issuer.personId,
        leadOrg: project?.fields.leadOrg,
        dueOn: day(dueOn),
      },
      ...{ judgement: '存在共性堵点，须集中力量突破。', leader: cast.leaders[place % cast.leaders.length]?.personId },
    }
    const steps = [
      { to: 'underWay', at: instantAt(addDays(metOn, 1), 540), by: office },
      ...(place > 1
        ? [
            {
              to: 'reported',
              at: instantAt(addDays(metOn, 24), 900),
              by: '牵头单位',
              fields: { result: '已按议定意见落实。' },
            },
          ]
        : []),
      ...(place > 2 ? [{ to: 'done', at: instantAt(addDays(metOn, 27), 600), by: office }] : []),
    ]
    return toldStory(context, { fields, at: instantAt(metOn, 17 * 60), by: office, steps })
  })
}
