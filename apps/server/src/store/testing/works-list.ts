import type { NodeTemplate } from '@guatu/playbook'
import { type Dictionaries, type Dictionary, definePlaybook } from '@guatu/playbook'

const title = (zh: string, en: string) => ({ zh, en })

const node = (
  key: string,
  stage: string,
  durationWorkdays: number,
  more: Partial<NodeTemplate> = {},
): NodeTemplate => ({
  key,
  title: title(`节点${key}`, `Node ${key}`),
  stage,
  durationWorkdays,
  standard: title(`${key}有文件`, `${key} is on file`),
  leadOrg: 'lead',
  ...more,
})
const link = (from: string, to: string) => ({ from, to, type: 'FS' as const, lagWorkdays: 0, soft: false })

/** A small list with everything that the store looks at: roles, metrics, gates, nodes, lamps. */
export const worksList = definePlaybook({
  key: 'works',
  version: 1,
  title: title('工程', 'Works'),
  itemTitle: title('工程', 'Work'),
  capabilities: ['schedule', 'annualInvestment', 'reports'],
  groups: { main: title('基本', 'Main') },
  fields: {
    name: { kind: 'text', title: title('名称', 'Name'), group: 'main', required: true, maxLength: 100 },
    unit: { kind: 'org', title: title('单位', 'Unit'), group: 'main' },
    keeper: { kind: 'person', title: title('责任人', 'Owner'), group: 'main' },
    place: { kind: 'area', title: title('区域', 'Area'), group: 'main' },
    cost: { kind: 'money', title: title('总投资', 'Total investment'), group: 'main', unit: '万元', foreign: true },
    yearPlan: { kind: 'money', title: title('年度计划', 'Plan of the year'), group: 'main', unit: '万元' },
    yearDone: {
      kind: 'money',
      title: title('年度完成', 'Done this year'),
      group: 'main',
      unit: '万元',
      metric: 'yearDone',
    },
    monthDone: {
      kind: 'money',
      title: title('当月完成', 'Done this month'),
      group: 'main',
      unit: '万元',
      metric: 'monthDone',
    },
    from: { kind: 'date', title: title('开工', 'Start'), group: 'main', end: 'start' },
    until: { kind: 'date', title: title('竣工', 'Finish'), group: 'main', end: 'finish' },
    land: { kind: 'number', title: title('用地', 'Land'), group: 'main', unit: 'mu', min: 0 },
    share: { kind: 'percent', title: title('占比', 'Share'), group: 'main' },
    trouble: { kind: 'longText', title: title('问题', 'Trouble'), group: 'main' },
    permit: { kind: 'text', title: title('许可证号', 'Permit'), group: 'main' },
    call: { kind: 'phone', title: title('联系电话', 'Telephone'), group: 'main', secret: 'personal' },
    terms: { kind: 'longText', title: title('洽谈条件', 'Terms'), group: 'main', secret: 'negotiation' },
    price: { kind: 'money', title: title('意向价', 'Price asked'), group: 'main', unit: '万元', secret: 'negotiation' },
  },
  roles: {
    title: 'name',
    leadOrg: 'unit',
    owner: 'keeper',
    area: 'place',
    amount: 'cost',
    annualPlan: 'yearPlan',
    annualDone: 'yearDone',
    monthDone: 'monthDone',
    start: 'from',
    finish: 'until',
    landAreaMu: 'land',
    blockers: 'trouble',
  },
  stageColumn: { title: title('阶段', 'Stage'), words: ['阶段'] },
  stages: [
    { key: 'prepare', title: title('前期', 'Preparing'), words: ['前期'] },
    { key: 'build', title: title('在建', 'Building'), words: ['在建'], reaches: 'start' },
    { key: 'finished', title: title('竣工', 'Finished'), words: ['竣工'], reaches: 'finish', final: true },
  ],
  moves: [
    { from: 'prepare', to: 'build' },
    { from: 'build', to: 'finished' },
    { from: 'build', to: 'prepare', back: true },
    { from: 'finished', to: 'build', back: true },
  ],
  gates: [
    {
      to: 'build',
      needs: [
        { kind: 'field', field: 'permit' },
        { kind: 'nodeDone', node: 'permit' },
      ],
    },
    { to: 'finished', needs: [{ kind: 'verifiedFact', metric: 'yearDone' }] },
  ],
  nodes: [
    node('file', 'prepare', 5),
    node('permit', 'prepare', 10),
    node('open', 'build', 1, { anchor: 'start' }),
    node('body', 'build', 100, { elastic: true }),
    node('accept', 'build', 10, { anchor: 'finish' }),
  ],
  links: [link('file', 'permit'), link('permit', 'open'), link('open', 'body'), link('body', 'accept')],
  metrics: {
    yearDone: { title: title('年度完成', 'Done this year'), period: 'year', unit: 'CNY', aggregation: 'latest' },
    monthDone: { title: title('当月完成', 'Done this month'), period: 'month', unit: 'CNY', aggregation: 'sum' },
  },
  lamps: {
    thresholds: { yellowPoints: 10, redPoints: 30, soonDays: 10 },
    rules: [
      {
        key: 'behind',
        title: title('滞后序时', 'Behind the schedule'),
        subject: 'item',
        when: 'item.hasPlan && item.reported',
        levels: { red: 'item.behindPoints > t.redPoints', yellow: 'item.behindPoints > t.yellowPoints' },
        figures: ['behindPoints', 'redPoints'],
        text: title('滞后 {behindPoints} 个百分点', '{behindPoints} points behind'),
      },
      {
        key: 'late',
        title: title('节点逾期', 'Node late'),
        subject: 'node',
        when: 'node.dated',
        levels: { orange: 'node.lateDays > 0.0', blue: 'node.dueInDays <= t.soonDays' },
        figures: ['lateDays', 'dueInDays'],
        text: title('逾期 {lateDays} 天', '{lateDays} days late'),
      },
    ],
  },
  columns: ['name', 'stage', 'lamp', 'unit', 'cost'],
})

const areas: Dictionary = {
  key: 'test-areas',
  title: title('区域', 'Areas'),
  source: 'test',
  editable: true,
  entries: ['330402100', '330402101', '330402103'].map((code) => ({
    code,
    title: title(`镇${code}`, code),
    sort: 'town',
  })),
}

export const worksDictionaries: Dictionaries = { area: areas }
