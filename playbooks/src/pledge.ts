import { definePlaybook } from '@guatu/playbook'
import { fields, groups } from './pledge/fields.ts'
import { rules, thresholds } from './pledge/lamps.ts'
import { gates, moves, stageColumn, stages } from './pledge/stages.ts'
import { words } from './text.ts'

/** 履约承诺: what a firm promised for land and support, held against what is verified of its project. */
export const pledge = definePlaybook({
  key: 'performance-pledge',
  version: 1,
  title: words('履约承诺', 'Pledges'),
  itemTitle: words('承诺', 'Pledge'),
  capabilities: ['pledges'],
  groups,
  fields,
  roles: { title: 'title', leadOrg: 'leadOrg', owner: 'owner', area: 'area', finish: 'dueOn', progress: 'result' },
  stageColumn,
  stages,
  moves,
  gates,
  nodes: [],
  links: [],
  metrics: {},
  lamps: { thresholds, rules },
  linkKinds: {
    pledgedFor: {
      title: words('承诺所属项目', 'Given for'),
      reverse: words('履约承诺', 'Pledges'),
      to: 'annualInvestment',
    },
  },
  pledge: {
    link: 'pledgedFor',
    kind: 'kind',
    amount: 'amount',
    number: 'number',
    due: 'dueOn',
    kinds: {
      investment: { measure: 'atLeast', metric: 'annualDone', total: true },
      start: { measure: 'milestone', reaches: 'start' },
      completion: { measure: 'milestone', reaches: 'finish' },
      production: { measure: 'milestone', reaches: 'producing' },
      output: { measure: 'atLeast', metric: 'output' },
      tax: { measure: 'atLeast', metric: 'tax' },
      outputPerMu: { measure: 'perMu', metric: 'output' },
      taxPerMu: { measure: 'perMu', metric: 'tax' },
      energy: { measure: 'atMost', metric: 'energy' },
    },
  },
  columns: ['lamp', 'title', 'kind', 'amount', 'deadline', 'stage', 'firm', 'leadOrg', 'area', 'clause', 'result'],
})
