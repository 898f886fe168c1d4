import { definePlaybook } from '@guatu/playbook'
import { fields, groups } from './major-project/fields.ts'
import { rules, thresholds } from './major-project/lamps.ts'
import { maturity } from './major-project/maturity.ts'
import { links, nodes } from './major-project/nodes.ts'
import { gates, moves, stageColumn, stages } from './major-project/stages.ts'
import { words } from './text.ts'

/** 项目攻坚: major projects from reserve to performing, run backward from the finish and shown against the time schedule. */
export const majorProject = definePlaybook({
  key: 'major-project',
  version: 2,
  title: words('项目攻坚', 'Project push'),
  itemTitle: words('项目', 'Project'),
  capabilities: ['schedule', 'annualInvestment', 'areaMap', 'stageRiver', 'reports'],
  groups,
  fields,
  roles: {
    title: 'title',
    leadOrg: 'leadOrg',
    owner: 'owner',
    leader: 'leader',
    area: 'area',
    location: 'location',
    industry: 'industry',
    start: 'plannedStart',
    finish: 'plannedFinish',
    actualStart: 'actualStart',
    inStatistics: 'inStatistics',
    amount: 'totalInvestment',
    annualPlan: 'annualPlan',
    annualDone: 'annualDone',
    monthDone: 'monthDone',
    landAreaMu: 'landAreaMu',
    progress: 'progress',
    blockers: 'blockers',
  },
  stageColumn,
  stages,
  moves,
  gates,
  nodes,
  links,
  metrics: {
    annualPlan: {
      title: words('年度计划投资', 'Plan of the year'),
      period: 'year',
      unit: 'CNY',
      aggregation: 'latest',
    },
    annualDone: {
      title: words('年度累计完成投资', 'Done this year'),
      period: 'month',
      unit: 'CNY',
      aggregation: 'latest',
    },
    monthDone: { title: words('当月完成投资', 'Done in the month'), period: 'month', unit: 'CNY', aggregation: 'sum' },
    output: { title: words('年产值', 'Output of the year'), period: 'year', unit: 'CNY', aggregation: 'latest' },
    tax: { title: words('年税收', 'Tax of the year'), period: 'year', unit: 'CNY', aggregation: 'latest' },
    energy: { title: words('年综合能耗', 'Energy of the year'), period: 'year', unit: 'count', aggregation: 'latest' },
  },
  lamps: { thresholds, rules },
  maturity,
  columns: [
    'lamp',
    'title',
    'stage',
    'area',
    'leadOrg',
    'totalInvestment',
    'annualPlan',
    'annualDone',
    'behindPoints',
    'plannedStart',
    'deadline',
    'progress',
    'blockers',
  ],
})
