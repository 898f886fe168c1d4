import type { Title } from '@guatu/kernel'

const text = (zh: string, en: string): Title => ({ zh, en })

export const deskTexts = {
  pageTitle: text('收报台', 'Reports to decide'),
  loading: text('正在读取报送…', 'Reading reports…'),
  sentence: text(
    '{{open}} 条报送等您收下、核实，其中 {{same}} 条与上月相同',
    '{{open}} reports wait for you, {{same}} of them the same as last month',
  ),
  sentencePlain: text('{{open}} 条报送等您收下、核实', '{{open}} reports wait for you'),
  sentenceNone: text('没有等您办理的报送', 'No report waits for you'),
  open: text('待办', 'To decide'),
  returned: text('已退回', 'Returned'),
  verified: text('已核实', 'Verified'),
  month: text('月份', 'Month'),
  allMonths: text('全部月份', 'All months'),
  unit: text('单位', 'Unit'),
  allUnits: text('全部单位', 'All units'),
  onlySame: text('只看与上月相同', 'Only those that are the same'),
  all: text('全选', 'All'),
  chosen: text('已选 {{count}} 条', '{{count}} chosen'),
  receive: text('收下', 'Receive'),
  verify: text('核实', 'Verify'),
  giveBack: text('退回', 'Return'),
  reason: text('退回原因', 'Why it is returned'),
  reasonHint: text('缺什么、哪里对不上，写给报送人看', 'What is missing or does not add up'),
  received: text('已收下 {{count}} 条', '{{count}} received'),
  verifiedDone: text('已核实 {{count}} 条', '{{count}} verified'),
  returnedDone: text('已退回 {{count}} 条', '{{count}} returned'),
  refused: text('{{count}} 条没有办成', '{{count}} could not be decided'),
  empty: text('这里没有报送', 'No reports here'),
  emptyHint: text('换一个月份或单位看看', 'Try another month or unit'),
  first: text(
    '列出最近 {{shown}} 条，共 {{total}} 条，可按单位、月份缩小',
    'The latest {{shown}} of {{total}}; narrow by unit and month',
  ),
  own: text('本人报送，由他人办理', 'Your own: somebody else decides'),
} as const
