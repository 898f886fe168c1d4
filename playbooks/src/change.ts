import { definePlaybook } from '@guatu/playbook'
import { fields, groups } from './change/fields.ts'
import { rules, thresholds } from './change/lamps.ts'
import { clocks, gates, moves, stageColumn, stages } from './change/stages.ts'
import { words } from './text.ts'

/** 计划变更: a frozen plan is put off only by an application that its supervising level approves. */
export const change = definePlaybook({
  key: 'plan-change',
  version: 1,
  title: words('计划变更', 'Changes of plan'),
  itemTitle: words('变更申请', 'Application'),
  capabilities: ['changes'],
  groups,
  fields,
  roles: {
    title: 'title',
    leadOrg: 'leadOrg',
    leader: 'leader',
    area: 'area',
    progress: 'reason',
    askedFinish: 'newFinish',
    askedWorkdays: 'shiftWorkdays',
    raiser: 'applicant',
    raiserOrg: 'applicantOrg',
  },
  stageColumn,
  stages,
  moves,
  gates,
  nodes: [],
  links: [],
  metrics: {},
  lamps: { thresholds, rules },
  clocks,
  raisedBy: ['raiser', 'all'],
  linkKinds: {
    changes: {
      title: words('变更的项目', 'Changes the plan of'),
      reverse: words('计划变更申请', 'Asked changes'),
      to: 'schedule',
    },
  },
  columns: ['lamp', 'title', 'stage', 'reasonKind', 'shiftWorkdays', 'newFinish', 'applicantOrg', 'supervisingOrg'],
})
