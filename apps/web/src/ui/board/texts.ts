import type { Text } from '../../app/language.ts'

export const boardTexts = {
  redNow: { zh: '{{count}} 个{{item}}红灯', en: '{{count}} red lamps', one: '{{count}} red lamp' },
  orangeNow: {
    zh: '没有红灯，{{count}} 个{{item}}橙灯',
    en: 'No red lamp, {{count}} orange ones',
    one: 'No red lamp, {{count}} orange one',
  },
  calm: { zh: '没有红灯和橙灯', en: 'No red or orange lamp' },
  listed: { zh: '在库{{item}} {{count}} 个', en: '{{count}} on the list' },
  moreThanWeekAgo: { zh: '，比上周多 {{count}} 个', en: ', {{count}} more than a week ago' },
  fewerThanWeekAgo: { zh: '，比上周少 {{count}} 个', en: ', {{count}} fewer than a week ago' },
  asWeekAgo: { zh: '，与上周持平', en: ', as many as a week ago' },
  mostlyFor: { zh: '其中 {{count}} 个因{{rule}}', en: '{{count}} of them: {{rule}}' },
  comma: { zh: '，', en: ', ' },
  fullStop: { zh: '。', en: '.' },
  inArea: { zh: '{{area}}：', en: '{{area}}: ' },

  investment: { zh: '年度投资完成率', en: 'Investment this year' },
  noPlan: { zh: '没有年度计划', en: 'No plan for the year' },
  noPlanHint: {
    zh: '台账里填了“年度计划投资”的项目才算完成率',
    en: 'The rate counts projects with an annual plan in the ledger',
  },
  timeSchedule: { zh: '序时进度 {{percent}}', en: 'Schedule {{percent}}' },
  doneOfPlan: { zh: '已完成', en: 'Done' },
  ofPlan: { zh: '计划', en: 'Plan' },
  verified: { zh: '已核实', en: 'Verified' },
  doneWithoutPlan: {
    zh: '另有 {{count}} 个{{item}}无年度计划，完成 {{amount}}，不计入',
    en: '{{count}} without a plan did {{amount}} besides, not counted',
  },
  ahead: { zh: '快于序时 {{points}} 个百分点', en: '{{points}} points ahead of schedule' },
  behind: { zh: '慢于序时 {{points}} 个百分点', en: '{{points}} points behind schedule' },
  onSchedule: { zh: '与序时持平', en: 'On schedule' },

  lamps: { zh: '亮灯分布', en: 'Lamps' },
  sinceYesterday: { zh: '较昨日', en: 'since yesterday' },
  listedItems: { zh: '在库项目', en: 'On the list' },
  totalInvestment: { zh: '总投资', en: 'Investment' },
  from100m: { zh: '亿元以上', en: 'Over 100m' },
  startedThisMonth: { zh: '本月新开工', en: 'Started in month' },
  withBlockers: { zh: '有难点', en: 'Blocked' },

  river: { zh: '项目全周期', en: 'Life cycle' },
  riverNote: {
    zh: '河宽为到过该阶段的项目数，箭头为转入下一阶段的比例',
    en: 'Width: all that came this far; arrow: share that went on',
  },
  reached: {
    zh: '累计 {{count}} 个到过本阶段',
    en: '{{count}} came this far',
  },

  map: { zh: '镇街分布', en: 'By town' },
  mapSchematic: { zh: '边界为示意', en: 'Boundaries are schematic' },
  mapCount: { zh: '颜色深浅为项目数', en: 'Shade: number of projects' },
  noArea: { zh: '未定区域', en: 'No area' },
  areaSummary: {
    zh: '{{area}}：{{count}} 个，红灯 {{red}}，橙灯 {{orange}}',
    en: '{{area}}: {{count}}, {{red}} red, {{orange}} orange',
  },

  attention: { zh: '今日关注', en: 'Needs attention today' },
  attentionAll: { zh: '共 {{count}} 件', en: 'All {{count}}' },
  attentionNone: { zh: '今天没有要盯的事项', en: 'Nothing needs attention today' },
  lateDays: { zh: '逾期 {{count}} 天', en: '{{count}} days late', one: '{{count}} day late' },
  leftDays: { zh: '还有 {{count}} 天', en: '{{count}} days left', one: '{{count}} day left' },
  dueToday: { zh: '今天到期', en: 'Due today' },

  changes: { zh: '昨天以来', en: 'Since yesterday' },
  changesNone: { zh: '昨天以来没有变动', en: 'Nothing changed since yesterday' },
  yesterday: { zh: '昨天', en: 'Yesterday' },
} satisfies Record<string, Text>
