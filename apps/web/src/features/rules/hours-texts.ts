import type { Text } from '../../app/language.ts'

export const hoursTexts = {
  title: { zh: '工作时间', en: 'Working hours' },
  note: {
    zh: '全区各清单的计时都按此计算，休息日按国务院安排',
    en: 'All clocks of the district count by them, on workdays',
  },
  and: { zh: '，', en: ', ' },
  perDay: { zh: '每个工作日 {{hours}} 小时。', en: '{{hours}} hours a workday. ' },
  own: { zh: '由本区设定。', en: 'Set by the district.' },
  usual: { zh: '为随系统发布的默认值。', en: 'The shipped default.' },
  from: { zh: '第 {{place}} 段开始', en: 'Stretch {{place}} begins' },
  to: { zh: '第 {{place}} 段结束', en: 'Stretch {{place}} ends' },
  remove: { zh: '去掉', en: 'Remove' },
  removeOf: { zh: '去掉第 {{place}} 段', en: 'Remove stretch {{place}}' },
  add: { zh: '加一段', en: 'Add a stretch' },
  reason: { zh: '理由', en: 'Reason' },
  save: { zh: '按新时间重算全部计时', en: 'Count every clock anew' },
  saved: {
    zh: '工作时间已生效，{{count}} 件的计时已重算',
    en: 'The hours are in force; clocks of {{count}} items were counted anew',
    one: 'The hours are in force; clocks of {{count}} item were counted anew',
  },
} satisfies Record<string, Text>
