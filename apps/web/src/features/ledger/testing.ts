import type { ItemRow } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { sampleFields } from '../../forms/testing.ts'

const titled = (zh: string, en: string) => ({ title: { zh, en } })

/** A small list with a field of most kinds, for tests of the ledger's pure parts. */
export const samplePlaybook: Playbook = {
  key: 'sample',
  version: 1,
  title: { zh: '示例清单', en: 'Sample list' },
  itemTitle: { zh: '项目', en: 'project' },
  capabilities: [],
  groups: { g: { zh: '基本', en: 'Basics' } },
  fields: {
    title: { ...sampleFields.text, ...titled('项目名称', 'Project'), required: true },
    amount: { ...sampleFields.money, ...titled('总投资', 'Investment') },
    finish: { ...sampleFields.date, ...titled('竣工时间', 'Finish') },
    unit: { ...sampleFields.org, ...titled('责任单位', 'Lead unit') },
    nature: { ...sampleFields.choice, ...titled('建设性质', 'Nature') },
    area: { ...sampleFields.area, ...titled('属地', 'Area') },
    land: { ...sampleFields.number, ...titled('用地', 'Land') },
  },
  roles: { title: 'title', amount: 'amount', annualPlan: 'amount', finish: 'finish', leadOrg: 'unit', area: 'area' },
  stageColumn: { ...titled('建设阶段', 'Stage'), words: [] },
  stages: [
    { key: 'reserve', ...titled('储备', 'Reserve'), words: [] },
    { key: 'building', ...titled('在建', 'Building'), words: [] },
  ],
  moves: [{ from: 'reserve', to: 'building' }],
  gates: [{ to: 'building', needs: [{ kind: 'field', field: 'unit' }] }],
  nodes: [],
  links: [],
  metrics: {},
  lamps: {
    thresholds: { redPoints: 30 },
    rules: [
      {
        key: 'behind',
        ...titled('滞后序时', 'Behind schedule'),
        subject: 'item',
        when: 'true',
        levels: { red: 'item.behindPoints > t.redPoints' },
        figures: ['behindPoints'],
        text: { zh: '滞后 {behindPoints}', en: '{behindPoints} behind' },
      },
    ],
  },
  columns: ['title', 'lamp', 'stage', 'amount', 'unit', 'finish'],
}

export const sampleRow: ItemRow = {
  itemId: 'i1',
  playbookKey: 'sample',
  title: '南湖新材',
  stage: 'building',
  lamp: 'red',
  lampReasons: [
    { rule: 'behind', level: 'red', figures: { behindPoints: 31.4 }, text: { zh: '滞后 31.4', en: '31.4 behind' } },
  ],
  leadOrgId: 'o1',
  ownerId: null,
  areaCode: '330402100',
  deadline: '2027-06-30',
  behindPoints: 31.4,
  maturityPercent: null,
  fields: {
    title: '南湖新材',
    amount: { amount: '120000000.00', currency: 'CNY' },
    finish: { date: '2027-06-30', precision: 'month' },
    unit: 'o1',
    nature: 'new',
    area: '330402100',
    land: 35.5,
  },
  hidden: {},
  opened: false,
  revision: 3,
  updatedAt: '2026-11-20T08:00:00.000Z',
}
