import type { Text } from '../../app/language.ts'

export const cockpitTexts = {
  title: { zh: '驾驶舱', en: 'Cockpit' },
  loading: { zh: '正在读取驾驶舱', en: 'Loading the cockpit' },
  updated: { zh: '数据更新 {{time}}', en: 'Updated {{time}}' },
  areaFilter: { zh: '区域', en: 'Area' },
  wholeDistrict: { zh: '全区', en: 'Whole district' },
  openLedger: { zh: '打开台账', en: 'Open the ledger' },
  fiveFixes: { zh: '五定检查', en: 'Five fixes' },
  gaps: { zh: '台账缺项', en: 'Gaps in the list' },
  gapsNone: {
    zh: '没有缺项：单位、期限、计划、责任人都齐',
    en: 'No gaps: unit, deadline, plan and owner are all there',
  },
  noLeadOrg: { zh: '没有责任单位', en: 'No lead unit' },
  noDeadline: { zh: '没有竣工期限', en: 'No deadline' },
  noAnnualPlan: { zh: '没有年度计划', en: 'No annual plan' },
  noOwner: { zh: '没有责任人', en: 'No owner' },
  print: { zh: '打印', en: 'Print' },
  emptyTitle: { zh: '还没有{{item}}。导入台账或新建', en: 'Nothing on the list yet. Import a ledger or add one' },
  emptyReadingTitle: { zh: '这里还没有您能看的项目', en: 'There is no project for you to see yet' },
  whatMayI: { zh: '我能做什么', en: 'What may I do' },
  readRules: { zh: '看规则', en: 'Read the rules' },
  emptyReading: {
    zh: '还没有向您公开或归您管的项目。项目公开、或成为责任单位后，会出现在这里。',
    en: 'Nothing is opened to you or in your hands yet. It appears here as soon as it is.',
  },
  emptyHint: {
    zh: '把单位现有的 Excel 台账拖进来，一分钟后就能在这里看到进度、亮灯和今天要盯的事。',
    en: 'Drop in the Excel ledger that you already keep: progress, lamps and what to act on today stands here a minute later.',
  },
  importLedger: { zh: '导入台账', en: 'Import a ledger' },
  addItem: { zh: '到台账新建', en: 'Add one in the ledger' },
  noListTitle: { zh: '还没有可用的清单', en: 'No list is set up for the cockpit' },
  noListHint: {
    zh: '驾驶舱需要一种带年度投资、阶段和区域的清单。',
    en: 'The cockpit needs a list with annual investment, stages and areas.',
  },
  areaEmpty: { zh: '{{area}}没有在库{{item}}', en: 'Nothing on the list in {{area}}' },
} satisfies Record<string, Text>
