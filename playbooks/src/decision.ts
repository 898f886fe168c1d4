import { definePlaybook } from '@guatu/playbook'
import { fields, groups } from './decision/fields.ts'
import { gates, moves, stageColumn, stages } from './decision/stages.ts'
import { words } from './text.ts'

/** 研判议定: what review meetings decide, each a task with a unit and a date until it is done. */
export const decision = definePlaybook({
  key: 'review-decision',
  version: 1,
  title: words('研判议定', 'Review decisions'),
  itemTitle: words('议定事项', 'Decision'),
  capabilities: ['decisions'],
  groups,
  fields,
  roles: { title: 'title', leadOrg: 'leadOrg', leader: 'leader', area: 'area', finish: 'dueOn', progress: 'result' },
  stageColumn,
  stages,
  moves,
  gates,
  nodes: [],
  links: [],
  metrics: {},
  lamps: {
    thresholds: { lateRedDays: 5 },
    rules: [
      {
        key: 'decision-late',
        title: words('逾期未落实', 'Not done in time'),
        subject: 'clock',
        when: 'clock.running && clock.overdue',
        levels: { red: 'clock.overdueWorkdays > t.lateRedDays', yellow: 'clock.overdue' },
        figures: ['overdueWorkdays'],
        text: words('已逾期 {overdueWorkdays} 个工作日', '{overdueWorkdays} working days late'),
        basis: '由区自定',
      },
    ],
  },
  clocks: [
    {
      key: 'task',
      title: words('落实时限', 'To be done'),
      runsIn: ['underWay'],
      limit: { field: 'dueOn' },
      pauses: { higher: words('等待上级部门批复', 'A higher authority decides') },
      chargedTo: 'lead',
      warnPercent: 20,
    },
    {
      key: 'confirmation',
      title: words('确认时限', 'To confirm'),
      runsIn: ['reported'],
      limit: [{ amount: 5, unit: 'workdays', basis: '由区自定' }],
      pauses: {},
      chargedTo: 'issuer',
      restarts: true,
    },
  ],
  raisedBy: ['issuer', 'all'],
  linkKinds: {
    about: {
      title: words('研判对象', 'About'),
      reverse: words('研判议定', 'Decisions'),
      to: 'any',
      node: true,
      many: true,
    },
  },
  columns: ['lamp', 'title', 'meeting', 'metOn', 'leadOrg', 'leader', 'stage', 'deadline', 'result'],
})
