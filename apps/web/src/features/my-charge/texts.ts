import type { Text } from '../../app/language.ts'

export const chargeTexts = {
  pageTitle: { zh: '我的包联', en: 'My charge' },
  loading: { zh: '正在读取包联事项', en: 'Reading what is in your charge' },
  sentence: { zh: '包联{{what}}：{{parts}}', en: 'In charge of {{what}}: {{parts}}' },
  sentenceOwn: { zh: '由您负责：{{parts}}', en: 'Yours to look after: {{parts}}' },
  calm: { zh: '没有亮红灯、超时限和升级的事项', en: 'nothing red, late or escalated' },
  red: { zh: '{{list}}红灯 {{count}}', en: '{{list}}: {{count}} red' },
  overdue: { zh: '{{list}}超时限 {{count}}', en: '{{list}}: {{count}} out of time' },
  escalated: { zh: '{{list}}升级到区领导 {{count}}', en: '{{list}}: {{count}} escalated' },
  targets: { zh: '{{count}} 个项目', en: '{{count}} projects', one: '1 project' },
  emptyTitle: { zh: '没有由您包联的事项', en: 'Nothing is in your charge' },
  emptyHint: {
    zh: '区督考办在“单位人员—包联”里设定谁包联哪个项目、镇街或单位；您牵头、签发的事项也在这里。',
    en: 'The district office sets charges in the directory; what you lead or issued is here as well.',
  },
  total: { zh: '共', en: 'All' },
  open: { zh: '在办', en: 'Open' },
  redShort: { zh: '红灯', en: 'Red' },
  overdueShort: { zh: '超时限', en: 'Late' },
  escalatedShort: { zh: '升级', en: 'Escalated' },
  figures: { zh: '看哪些', en: 'Which' },
  ledger: { zh: '打开台账', en: 'Open the ledger' },
  none: { zh: '没有这样的事项', en: 'None' },
  rest: { zh: '其余 {{count}} 件见台账', en: '{{count}} more in the ledger' },
  escalatedTo: { zh: '已升级：{{level}}', en: 'escalated: {{level}}' },
  late: { zh: '超时限', en: 'late' },
} as const satisfies Record<string, Text>
