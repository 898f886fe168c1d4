import type { Dictionaries, Field, Playbook } from '../src/index.ts'

const title = (zh: string, en: string) => ({ zh, en })

/** One field of every kind, so that whatever is a record over kinds is exercised whole. */
export const everyKind: Readonly<Record<string, Field>> = {
  name: { kind: 'text', title: title('名称', 'Name'), group: 'basic', required: true, maxLength: 20, words: ['项目'] },
  note: { kind: 'longText', title: title('说明', 'Note'), group: 'basic' },
  serial: { kind: 'text', title: title('编号', 'Serial'), group: 'basic', pattern: '^[A-Z]\\d+$' },
  staff: { kind: 'integer', title: title('人数', 'Staff'), group: 'basic', unit: 'person', min: 1, max: 500 },
  site: { kind: 'number', title: title('用地', 'Site'), group: 'basic', unit: 'mu', min: 0 },
  share: { kind: 'percent', title: title('占比', 'Share'), group: 'basic' },
  amount: { kind: 'money', title: title('总额', 'Amount'), group: 'basic', unit: '万元' },
  plan: { kind: 'money', title: title('计划', 'Plan'), group: 'basic', unit: '万元', metric: 'plan' },
  done: { kind: 'money', title: title('完成', 'Done'), group: 'basic', unit: '万元', metric: 'done' },
  begins: { kind: 'date', title: title('开始', 'Begins'), group: 'time', end: 'start' },
  ends: { kind: 'date', title: title('结束', 'Ends'), group: 'time', end: 'finish' },
  sort: {
    kind: 'choice',
    title: title('类型', 'Sort'),
    group: 'basic',
    choices: {
      big: { title: title('大', 'Big'), words: ['大型'] },
      small: { title: title('小', 'Small'), words: ['小型'] },
    },
  },
  manner: {
    kind: 'choice',
    title: title('方式', 'Manner'),
    group: 'basic',
    open: true,
    choices: { fast: { title: title('快', 'Fast') } },
  },
  urgent: { kind: 'flag', title: title('加急', 'Urgent'), group: 'basic' },
  lead: { kind: 'org', title: title('牵头', 'Lead'), group: 'basic' },
  helpers: { kind: 'orgs', title: title('配合', 'Helpers'), group: 'basic', relation: 'cooperating' },
  owner: { kind: 'person', title: title('负责', 'Owner'), group: 'basic' },
  area: { kind: 'area', title: title('区域', 'Area'), group: 'basic', inferFrom: ['note'] },
  trade: { kind: 'industry', title: title('行业', 'Trade'), group: 'basic' },
  chain: { kind: 'districtIndustry', title: title('产业', 'Chain'), group: 'basic' },
  code: { kind: 'uscc', title: title('信用代码', 'Code'), group: 'basic' },
  call: { kind: 'phone', title: title('电话', 'Phone'), group: 'basic', secret: 'personal' },
}

/** A small sound playbook: four stages, two gates, a diamond of nodes with both anchors, rules of both subjects. */
export const sample: Playbook = {
  key: 'sample-list',
  version: 1,
  title: title('样例', 'Sample'),
  itemTitle: title('事项', 'Item'),
  capabilities: ['schedule'],
  groups: { basic: title('基本', 'Basics'), time: title('时间', 'Time') },
  fields: everyKind,
  roles: {
    title: 'name',
    leadOrg: 'lead',
    owner: 'owner',
    area: 'area',
    start: 'begins',
    finish: 'ends',
    amount: 'amount',
    annualPlan: 'plan',
    annualDone: 'done',
    landAreaMu: 'site',
  },
  stageColumn: { title: title('阶段', 'Stage'), words: ['状态'] },
  stages: [
    { key: 'idea', title: title('设想', 'Idea'), words: ['储备'] },
    { key: 'prepare', title: title('准备', 'Prepare'), words: ['前期'] },
    { key: 'build', title: title('建设', 'Build'), words: ['在建', '施工'], reaches: 'start' },
    { key: 'end', title: title('完成', 'End'), words: ['竣工'], reaches: 'finish', final: true },
  ],
  moves: [
    { from: 'idea', to: 'prepare' },
    { from: 'idea', to: 'build' },
    { from: 'prepare', to: 'build' },
    { from: 'build', to: 'end' },
    { from: 'prepare', to: 'idea', back: true },
    { from: 'build', to: 'prepare', back: true },
  ],
  gates: [
    {
      to: 'prepare',
      needs: [
        { kind: 'field', field: 'lead' },
        { kind: 'field', field: 'serial', when: "fields.sort == 'big'" },
      ],
    },
    {
      to: 'build',
      needs: [
        { kind: 'field', field: 'owner' },
        { kind: 'nodeDone', node: 'permit' },
        { kind: 'verifiedFact', metric: 'plan', when: 'fields.amount >= 100000000' },
        {
          kind: 'condition',
          test: '!filled.site || fields.site > 0',
          message: title('用地要大于零', 'The site must be above zero'),
        },
      ],
    },
  ],
  nodes: [
    node('file', 'prepare', 5, { shortestWorkdays: 2 }),
    node('permit', 'prepare', 10, { shortestWorkdays: 5 }),
    node('begin', 'build', 1, { anchor: 'start' }),
    node('works', 'build', 60, { shortestWorkdays: 20, elastic: true }),
    node('fittings', 'build', 30, { shortestWorkdays: 10, elastic: true }),
    node('accept', 'build', 5, { anchor: 'finish' }),
    node('archive', 'end', 10, {}),
  ],
  links: [
    link('file', 'permit'),
    link('permit', 'begin'),
    link('begin', 'works'),
    link('begin', 'fittings'),
    link('works', 'accept'),
    { ...link('fittings', 'accept'), soft: true },
    link('accept', 'archive'),
  ],
  metrics: {
    plan: { title: title('年度计划', 'Plan'), period: 'year', unit: 'CNY', aggregation: 'latest' },
    done: { title: title('年度完成', 'Done'), period: 'month', unit: 'CNY', aggregation: 'latest' },
  },
  lamps: {
    thresholds: { soonDays: 7, lateDaysYellow: 1, lateDaysOrange: 15, lateDaysRed: 30, behind: 10, behindRed: 30 },
    rules: [
      {
        key: 'late',
        title: title('逾期', 'Late'),
        subject: 'node',
        when: 'node.lateDays > 0',
        levels: {
          red: 'node.lateDays > t.lateDaysRed',
          orange: 'node.lateDays > t.lateDaysOrange',
          yellow: 'node.lateDays >= t.lateDaysYellow',
        },
        figures: ['lateDays', 'lateDaysRed'],
        text: title('逾期 {lateDays} 天', '{lateDays} days late'),
      },
      {
        key: 'soon',
        title: title('临近', 'Soon'),
        subject: 'node',
        when: 'node.dated && node.dueInDays >= 0',
        levels: { blue: 'node.dueInDays <= t.soonDays' },
        figures: ['dueInDays'],
        text: title('还有 {dueInDays} 天', 'due in {dueInDays} days'),
      },
      {
        key: 'behind',
        title: title('落后', 'Behind'),
        subject: 'item',
        when: 'item.hasPlan && item.reported && !item.finished',
        levels: { red: 'item.behindPoints > t.behindRed', yellow: 'item.behindPoints > t.behind' },
        figures: ['behindPoints', 'donePercent', 'elapsedPercent'],
        text: title('落后 {behindPoints} 个百分点', '{behindPoints} points behind'),
      },
    ],
  },
  columns: ['lamp', 'name', 'stage', 'deadline'],
}

function node(key: string, stage: string, durationWorkdays: number, more: object): Playbook['nodes'][number] {
  return {
    key,
    title: title(`节点 ${key}`, `Node ${key}`),
    stage,
    durationWorkdays,
    leadOrg: key === 'permit' ? '区住建局' : 'lead',
    standard: title('看得见的结果', 'A result that can be seen'),
    ...more,
  }
}

function link(from: string, to: string): Playbook['links'][number] {
  return { from, to, type: 'FS', lagWorkdays: 0, soft: false }
}

const entry = (code: string, zh: string) => ({ code, title: title(zh, `The ${code}`) })

export const dictionaries: Dictionaries = {
  area: {
    key: 'areas',
    title: title('区域', 'Areas'),
    source: 'test',
    editable: true,
    entries: [entry('330402105', '大桥镇'), entry('330402103', '新丰镇')],
  },
  industry: {
    key: 'industries',
    title: title('行业', 'Industries'),
    source: 'test',
    editable: false,
    entries: [entry('K', '房地产业'), entry('70', '房地产业'), entry('36', '汽车制造业')],
  },
}
