import type { Text } from '../../app/language.ts'

/** What screen readers hear of a bar, and what its tooltip says. */
export const barTexts = {
  span: { zh: '{{start}} 至 {{finish}}', en: '{{start}} to {{finish}}' },
  undated: { zh: '日期未定', en: 'no dates yet' },
  workdays: { zh: '{{count}} 个工作日', en: '{{count}} working days', one: '{{count}} working day' },
  milestone: { zh: '里程碑', en: 'milestone' },
  done: { zh: '已完成', en: 'done' },
  underWay: { zh: '在办', en: 'under way' },
  late: { zh: '逾期 {{days}} 天', en: '{{days}} days late', one: '{{days}} day late' },
  critical: { zh: '在关键路径上', en: 'on the critical path' },
  float: { zh: '时差 {{count}} 个工作日', en: 'float {{count}} working days', one: 'float {{count}} working day' },
  baselineLater: { zh: '比基线晚 {{count}} 个工作日', en: '{{count}} working days behind the baseline' },
  baselineEarlier: { zh: '比基线早 {{count}} 个工作日', en: '{{count}} working days ahead of the baseline' },
  deadline: { zh: '竣工时限 {{day}}', en: 'deadline {{day}}' },
  deadlineHint: { zh: '竣工时限 {{day}}，可拖动调整', en: 'Deadline {{day}}; drag to move it' },
  pastDeadline: { zh: '超出竣工时限 {{count}} 个工作日', en: '{{count}} working days past the deadline' },
  nodes: {
    zh: '{{all}} 个节点，完成 {{done}} 个，逾期 {{late}} 个',
    en: '{{all}} nodes, {{done}} done, {{late}} late',
  },
  blockedBy: { zh: '受阻于“{{list}}”', en: 'blocked by “{{list}}”' },
  separator: { zh: '，', en: ', ' },
} satisfies Record<string, Text>
