import type { Text } from '../../app/language.ts'

export const screenTexts = {
  title: { zh: '大屏', en: 'Wall screen' },
  overview: { zh: '总览', en: 'Overview' },
  towns: { zh: '镇街', en: 'Towns' },
  cycle: { zh: '全周期', en: 'Life cycle' },
  today: { zh: '今日关注', en: 'Today' },
  scenes: { zh: '画面', en: 'Scenes' },
  turning: { zh: '自动切换，触碰即停', en: 'Turns by itself; touch to stop' },
  held: { zh: '已停住', en: 'Stopped' },
  goOn: { zh: '继续', en: 'Go on' },
  leave: { zh: '退出大屏', en: 'Leave' },
  loading: { zh: '正在读取', en: 'Loading' },
  keyScene: { zh: '换画面', en: 'Change the scene' },
  keyHold: { zh: '停住或继续', en: 'Stop or go on' },
  emptyTitle: { zh: '还没有{{item}}', en: 'Nothing on the list yet' },
  emptyHint: { zh: '导入台账后，这里自动显示', en: 'It shows here by itself once a ledger is imported' },
  noListTitle: { zh: '没有可上屏的清单', en: 'No list can be shown here' },
} satisfies Record<string, Text>
