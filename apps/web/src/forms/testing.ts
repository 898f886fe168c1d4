import type { Field } from '@guatu/playbook'
import type { FieldContext } from './context.ts'

const title = { zh: '字段', en: 'Field' }

/** One field of every kind, for tests that hold for all of them. */
export const sampleFields = {
  text: { kind: 'text', title, group: 'g', maxLength: 20 },
  longText: { kind: 'longText', title, group: 'g' },
  integer: { kind: 'integer', unit: 'unit', title, group: 'g', min: 0 },
  number: { kind: 'number', unit: 'mu', title, group: 'g' },
  percent: { kind: 'percent', title, group: 'g' },
  money: { kind: 'money', unit: '万元', title, group: 'g' },
  date: { kind: 'date', end: 'finish', title, group: 'g' },
  choice: {
    kind: 'choice',
    title,
    group: 'g',
    choices: {
      new: { title: { zh: '新建', en: 'New' }, words: ['新上'] },
      rebuilt: { title: { zh: '改建', en: 'Rebuilt' } },
    },
  },
  flag: { kind: 'flag', title, group: 'g' },
  org: { kind: 'org', title, group: 'g' },
  orgs: { kind: 'orgs', title, group: 'g' },
  person: { kind: 'person', title, group: 'g' },
  area: { kind: 'area', title, group: 'g' },
  industry: { kind: 'industry', title, group: 'g' },
  districtIndustry: { kind: 'districtIndustry', title, group: 'g' },
  uscc: { kind: 'uscc', title, group: 'g' },
  phone: { kind: 'phone', title, group: 'g' },
} satisfies { readonly [K in Field['kind']]: Field }

const org = { parentId: null, kind: 'department', areaCode: null, assessed: false }

export const sampleContext: FieldContext = {
  today: '2026-11-21',
  language: 'zh',
  orgs: [
    { ...org, orgId: 'o1', name: '区发展和改革局', shortName: '区发改局' },
    { ...org, orgId: 'o2', name: '大桥镇', shortName: null },
  ],
  persons: [
    { personId: 'p1', orgId: 'o1', name: '张伟', post: '局长' },
    { personId: 'p2', orgId: 'o2', name: '张伟', post: '镇长' },
    { personId: 'p3', orgId: 'o2', name: '李娜', post: null },
  ],
  areas: [{ code: '330402100', name: '大桥镇', shortName: '大桥', kind: 'division' }],
  dictionaries: {
    industry: {
      key: 'industry',
      title,
      source: 'GB/T 4754-2017',
      editable: false,
      entries: [{ code: 'C39', title: { zh: '计算机、通信和其他电子设备制造业', en: 'Electronics' } }],
    },
    districtIndustry: {
      key: 'districtIndustry',
      title,
      source: '示例',
      editable: true,
      entries: [{ code: 'new-materials', title: { zh: '新材料', en: 'New materials' } }],
    },
  },
}
