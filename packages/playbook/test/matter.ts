import type { Clock, Playbook } from '../src/index.ts'
import { sample } from './sample.ts'

const title = (zh: string, en: string) => ({ zh, en })

/** A small closed loop: taken, worked on, answered, done. */
export const matter: Playbook = {
  ...sample,
  key: 'matter-list',
  capabilities: [],
  fields: {
    name: { kind: 'text', title: title('名称', 'Name'), group: 'basic', required: true },
    raiser: { kind: 'org', title: title('提出', 'Raised by'), group: 'basic', relation: 'raiser' },
    lead: { kind: 'org', title: title('承办', 'Lead'), group: 'basic' },
    owner: { kind: 'person', title: title('经办', 'Owner'), group: 'basic' },
    urgent: { kind: 'flag', title: title('紧急', 'Urgent'), group: 'basic' },
    weight: { kind: 'number', title: title('权重', 'Weight'), group: 'basic', unit: 'unit' },
    answer: { kind: 'longText', title: title('答复', 'Answer'), group: 'basic' },
    until: { kind: 'date', title: title('时限', 'Until'), group: 'time', end: 'finish' },
    call: { kind: 'phone', title: title('电话', 'Phone'), group: 'basic', secret: 'personal' },
  },
  roles: { title: 'name', leadOrg: 'lead', owner: 'owner', finish: 'until' },
  stages: [
    { key: 'taken', title: title('待签收', 'Taken'), words: ['待签收'] },
    { key: 'work', title: title('办理', 'Work'), words: ['办理'] },
    { key: 'answer', title: title('待确认', 'Answered'), words: ['待确认'] },
    { key: 'done', title: title('销号', 'Done'), words: ['销号'], final: true },
  ],
  moves: [
    { from: 'taken', to: 'work', title: title('签收', 'Accept'), by: ['lead'], asks: ['until'], needs: ['until'] },
    {
      from: 'taken',
      to: 'taken',
      key: 'handOver',
      by: ['lead', 'all'],
      asks: ['lead'],
      reason: true,
      counts: 'handOver',
    },
    { from: 'taken', to: 'taken', key: 'correct', asks: ['name'] },
    { from: 'work', to: 'answer', asks: ['answer', 'weight'] },
    { from: 'answer', to: 'done', by: ['raiser'] },
    { from: 'answer', to: 'work', back: true, by: ['raiser'], counts: 'rejection' },
  ],
  gates: [{ to: 'answer', needs: [{ kind: 'field', field: 'answer' }] }],
  nodes: [],
  links: [],
  metrics: {},
  clocks: [
    {
      key: 'accept',
      title: title('签收时限', 'Acceptance'),
      runsIn: ['taken'],
      limit: [
        { when: 'fields.urgent', amount: 4, unit: 'workHours' },
        { amount: 1, unit: 'workdays' },
      ],
      pauses: {},
      chargedTo: 'lead',
      warnPercent: 50,
      restarts: true,
    },
    {
      key: 'settle',
      title: title('办理时限', 'Settling'),
      runsIn: ['taken', 'work'],
      limit: [{ amount: 10, unit: 'workdays', basis: 'test' }],
      pauses: { hearing: title('听证', 'Hearing') },
      chargedTo: 'lead',
      warnPercent: 20,
    },
    {
      key: 'promise',
      title: title('承诺', 'Promise'),
      runsIn: ['work'],
      limit: { field: 'until' },
      pauses: {},
      chargedTo: 'lead',
    },
    {
      key: 'confirm',
      title: title('确认', 'Confirmation'),
      runsIn: ['answer'],
      limit: [{ amount: 10, unit: 'days' }],
      pauses: {},
      chargedTo: 'raiser',
    },
  ],
  ladder: [
    { level: 'town', title: title('镇', 'Town'), after: { clock: 'settle', overdueWorkdays: 0 } },
    { level: 'leader', title: title('领导', 'Leader'), after: { clock: 'settle', overdueWorkdays: 3 } },
  ],
  linkKinds: {
    about: { title: title('涉及', 'About'), reverse: title('被涉及', 'Subject of'), to: 'any', many: true },
  },
  raisedBy: ['raiser'],
  lamps: {
    thresholds: { soonPercent: 20 },
    rules: [
      {
        key: 'overdue',
        title: title('超时', 'Overdue'),
        subject: 'clock',
        when: 'clock.limited && !clock.paused',
        levels: { red: 'clock.overdue', yellow: 'clock.leftPercent <= t.soonPercent' },
        figures: ['leftHours', 'overdueHours'],
        text: title('剩余 {leftHours} 小时，超 {overdueHours} 小时', '{leftHours} h left, {overdueHours} h over'),
      },
      {
        key: 'unheard',
        title: title('久未签收', 'Not accepted'),
        subject: 'clock',
        clocks: ['accept'],
        when: 'clock.running',
        levels: { blue: 'clock.spentHours >= 2' },
        figures: ['spentHours'],
        text: title('已 {spentHours} 小时', '{spentHours} h'),
      },
    ],
  },
  columns: ['lamp', 'name', 'stage', 'lead'],
}

export const clockOf = (key: string): Clock => matter.clocks!.find((clock) => clock.key === key)!
