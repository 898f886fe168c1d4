import type { Text } from '../../../app/language.ts'

export const phoneTexts = {
  sentence: {
    zh: '{{late}} 个节点逾期；未来八周还有 {{due}} 个到期',
    en: '{{late}} nodes are late; {{due}} more come due in eight weeks',
  },
  late: { zh: '已逾期', en: 'Late' },
  thisWeek: { zh: '本周到期', en: 'Due this week' },
  week: { zh: '{{day}}起一周', en: 'Week of {{day}}' },
  count: { zh: '{{count}} 个节点', en: '{{count}} nodes', one: '{{count}} node' },
  dueOn: { zh: '{{day}}到期', en: 'due {{day}}' },
  nothing: { zh: '未来八周没有到期的节点', en: 'No node is due in the next eight weeks' },
  nothingHint: { zh: '在电脑上可看整张作战图。', en: 'The whole map is on the desktop.' },
  more: { zh: '再显示 {{count}} 个', en: 'Show {{count}} more' },
} satisfies Record<string, Text>
