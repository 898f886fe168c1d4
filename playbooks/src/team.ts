import { definePlaybook } from '@guatu/playbook'
import { fields, groups } from './team/fields.ts'
import { headers, words } from './text.ts'

/** 一线练兵: teams and Party branches attached to projects, with what they got done at the front line. */
export const team = definePlaybook({
  key: 'front-line-team',
  version: 1,
  title: words('攻坚队伍', 'Front-line teams'),
  itemTitle: words('队伍', 'Team'),
  capabilities: [],
  groups,
  fields,
  roles: {
    title: 'title',
    leadOrg: 'leadOrg',
    owner: 'captain',
    leader: 'leader',
    area: 'area',
    start: 'formedOn',
    finish: 'until',
    progress: 'record',
  },
  stageColumn: { title: words('队伍状态', 'State'), words: headers('状态 组建状态 是否在岗') },
  stages: [
    { key: 'planned', title: words('拟组建', 'Planned'), words: headers('筹建 待组建 组建中') },
    {
      key: 'deployed',
      title: words('在一线', 'At the front line'),
      reaches: 'start',
      words: headers('在岗 已组建 攻坚中 驻点'),
    },
    {
      key: 'disbanded',
      title: words('已收队', 'Disbanded'),
      reaches: 'finish',
      final: true,
      words: headers('撤销 已解散 完成'),
    },
  ],
  moves: [
    { from: 'planned', to: 'deployed', title: words('进驻一线', 'Deploy'), asks: ['captain', 'members', 'formedOn'] },
    { from: 'deployed', to: 'disbanded', title: words('收队', 'Disband'), asks: ['record'], needs: ['record'] },
    { from: 'disbanded', to: 'deployed', title: words('重新进驻', 'Deploy again'), back: true, counts: 'reopening' },
  ],
  gates: [
    {
      to: 'deployed',
      needs: [
        { kind: 'field', field: 'captain' },
        { kind: 'field', field: 'task' },
      ],
    },
  ],
  nodes: [],
  links: [],
  metrics: {},
  lamps: {
    thresholds: { overdueYellowDays: 1, overdueRedDays: 30 },
    rules: [
      {
        key: 'task-overdue',
        title: words('攻坚任务逾期', 'Task overdue'),
        subject: 'item',
        when: 'item.overdueDays > 0',
        levels: {
          red: 'item.overdueDays > t.overdueRedDays',
          yellow: 'item.overdueDays >= t.overdueYellowDays',
        },
        figures: ['overdueDays'],
        text: words('任务期限已过 {overdueDays} 天', '{overdueDays} days past its term'),
        basis: '逾期即亮灯；天数由区自定',
      },
    ],
  },
  linkKinds: {
    attachedTo: {
      title: words('派驻项目', 'Attached to'),
      reverse: words('派驻队伍', 'Teams attached'),
      to: 'schedule',
      many: true,
    },
    solves: {
      title: words('参与破解', 'Helps to solve'),
      reverse: words('参与队伍', 'Teams that help'),
      to: 'problemBoard',
      many: true,
    },
  },
  columns: [
    'lamp',
    'title',
    'kind',
    'stage',
    'leadOrg',
    'captain',
    'leader',
    'headcount',
    'task',
    'deadline',
    'record',
  ],
})
