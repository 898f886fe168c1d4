import type { Text } from './language.ts'

export const asOfTexts = {
  open: { zh: '按某一时刻看', en: 'As of a moment' },
  title: { zh: '按某一时刻看', en: 'Read as of a moment' },
  explain: {
    zh: '清单、作战图、驾驶舱和项目页都按那一时刻所知显示：之后才改的、才报的、才核实的都不算在内。',
    en: 'Lists, wall map, cockpit and item pages show what was known then: later changes, reports and verifications are left out.',
  },
  day: { zh: '日期', en: 'Day' },
  time: { zh: '时间', en: 'Time' },
  timeHint: { zh: '如 18:00；不填为当日结束时', en: 'like 18:00; empty means the end of the day' },
  timeWrong: { zh: '时间应写作 18:00', en: 'Write a time like 18:00' },
  future: { zh: '还没到这一时刻', en: 'That moment is yet to come' },
  show: { zh: '查看', en: 'Show' },
  cancel: { zh: '取消', en: 'Cancel' },
  known: { zh: '按 {{moment}} 所知', en: 'As known on {{moment}}' },
  readOnly: { zh: '只能查看，不能修改', en: 'read only' },
  other: { zh: '换个时刻', en: 'Another moment' },
  back: { zh: '回到现在', en: 'Back to now' },
  yesterday: { zh: '昨天', en: 'Yesterday' },
  sunday: { zh: '上周末', en: 'End of last week' },
  month: { zh: '上月末', en: 'End of last month' },
  year: { zh: '去年末', en: 'End of last year' },
} satisfies Record<string, Text>
