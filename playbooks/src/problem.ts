import { definePlaybook } from '@guatu/playbook'
import { clocks, ladder } from './problem/clocks.ts'
import { fields, groups } from './problem/fields.ts'
import { rules, thresholds } from './problem/lamps.ts'
import { gates, moves, stageColumn, stages } from './problem/stages.ts'
import { words } from './text.ts'

/** 一线破难: what blocks a project, raised where it is felt, answered in time and solved only by the raiser's word. */
export const problem = definePlaybook({
  key: 'front-line-problem',
  version: 1,
  title: words('一线破难', 'Front-line problems'),
  itemTitle: words('难题', 'Problem'),
  capabilities: ['problemBoard'],
  groups,
  fields,
  roles: {
    title: 'title',
    leadOrg: 'leadOrg',
    owner: 'owner',
    leader: 'leader',
    area: 'area',
    location: 'location',
    finish: 'promisedOn',
    progress: 'result',
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
  ladder,
  raisedBy: ['raiser', 'all'],
  linkKinds: {
    blocks: {
      title: words('阻碍', 'Blocks'),
      reverse: words('受阻于', 'Blocked by'),
      to: 'schedule',
      node: true,
      many: true,
    },
    foundIn: {
      title: words('发现于走访', 'Found on the visit'),
      reverse: words('走访中发现', 'Problems found'),
      to: 'visits',
    },
    decidedIn: {
      title: words('议定于', 'Decided in'),
      reverse: words('议定的难题', 'Problems decided on'),
      to: 'decisions',
      many: true,
    },
  },
  columns: [
    'lamp',
    'title',
    'problemType',
    'urgency',
    'stage',
    'leadOrg',
    'owner',
    'raiserOrg',
    'area',
    'deadline',
    'measure',
    'result',
  ],
})
