import { definePlaybook } from '@guatu/playbook'
import { clocks } from './order/clocks.ts'
import { documents } from './order/documents.ts'
import { fields, groups } from './order/fields.ts'
import { rules, thresholds } from './order/lamps.ts'
import { gates, moves, stageColumn, stages } from './order/stages.ts'
import { words } from './text.ts'

/** 督办: hint letters, orders and cards, from issue through receipt and reply to being struck off. */
export const order = definePlaybook({
  key: 'supervision-order',
  version: 1,
  title: words('督办', 'Orders'),
  itemTitle: words('督办件', 'Order'),
  capabilities: ['orders'],
  groups,
  fields,
  roles: {
    title: 'title',
    leadOrg: 'leadOrg',
    owner: 'owner',
    leader: 'leader',
    area: 'area',
    finish: 'dueOn',
    progress: 'reply',
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
  raisedBy: ['issuer', 'all'],
  linkKinds: {
    about: {
      title: words('督办对象', 'About'),
      reverse: words('被督办', 'Orders about it'),
      to: 'any',
      node: true,
      many: true,
    },
    cites: {
      title: words('引用前单', 'Cites'),
      reverse: words('被引用于', 'Cited by'),
      to: 'orders',
      many: true,
    },
    promisedIn: {
      title: words('承诺于走访', 'Promised on the visit'),
      reverse: words('走访中承诺', 'Promises made'),
      to: 'visits',
    },
    decidedIn: {
      title: words('议定于', 'Decided in'),
      reverse: words('由此督办', 'Orders from it'),
      to: 'decisions',
      many: true,
    },
  },
  documents,
  numbering: {
    field: 'documentNumber',
    dateField: 'issuedOn',
    stage: 'issued',
    by: 'orderKind',
    marks: { hint: '南提', order: '南督', yellowCard: '南黄牌', redCard: '南红牌' },
  },
  columns: [
    'lamp',
    'documentNumber',
    'title',
    'orderKind',
    'stage',
    'leadOrg',
    'issuerOrg',
    'issuedOn',
    'deadline',
    'reply',
  ],
})
