import { definePlaybook } from '@guatu/playbook'
import { words } from './text.ts'
import { fields, groups } from './visit/fields.ts'
import { gates, moves, stageColumn, stages } from './visit/stages.ts'

/** 督导走访: visits of leaders posted to towns, planned, made, and followed up until what was promised is done. */
export const visit = definePlaybook({
  key: 'supervision-visit',
  version: 1,
  title: words('督导走访', 'Supervision visits'),
  itemTitle: words('走访', 'Visit'),
  capabilities: ['visits'],
  groups,
  fields,
  roles: {
    title: 'title',
    leadOrg: 'leadOrg',
    area: 'area',
    location: 'place',
    finish: 'plannedOn',
    progress: 'followUp',
    blockers: 'findings',
  },
  stageColumn,
  stages,
  moves,
  gates,
  nodes: [],
  links: [],
  metrics: {},
  lamps: {
    thresholds: { missedRedDays: 5 },
    rules: [
      {
        key: 'visit-missed',
        title: words('未按计划走访', 'Visit not made'),
        subject: 'clock',
        clocks: ['visit'],
        when: 'clock.running && clock.overdue',
        levels: { red: 'clock.overdueWorkdays > t.missedRedDays', yellow: 'clock.overdue' },
        figures: ['overdueWorkdays'],
        text: words('计划日期已过 {overdueWorkdays} 个工作日', '{overdueWorkdays} working days past the plan'),
        basis: '由区自定',
      },
      {
        key: 'follow-up-late',
        title: words('未按期回访', 'Not followed up'),
        subject: 'clock',
        clocks: ['followUp'],
        when: 'clock.running && clock.overdue',
        levels: { red: 'clock.overdueWorkdays > t.missedRedDays', yellow: 'clock.overdue' },
        figures: ['overdueWorkdays'],
        text: words('回访期限已过 {overdueWorkdays} 个工作日', '{overdueWorkdays} working days past the follow-up'),
        basis: '由区自定',
      },
    ],
  },
  clocks: [
    {
      key: 'visit',
      title: words('走访计划', 'Planned visit'),
      runsIn: ['planned'],
      limit: { field: 'plannedOn' },
      pauses: {},
      chargedTo: 'issuer',
    },
    {
      key: 'followUp',
      title: words('回访期限', 'To follow up'),
      runsIn: ['made'],
      limit: { field: 'followUpOn' },
      pauses: {},
      chargedTo: 'issuer',
      warnPercent: 20,
    },
  ],
  raisedBy: ['issuer', 'all'],
  linkKinds: {
    about: {
      title: words('走访对象', 'About'),
      reverse: words('督导走访', 'Visits'),
      to: 'any',
      node: true,
      many: true,
    },
  },
  columns: ['lamp', 'title', 'visitor', 'area', 'stage', 'deadline', 'visitedOn', 'findings', 'promises', 'followUp'],
})
