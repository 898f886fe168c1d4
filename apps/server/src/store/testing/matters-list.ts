import { definePlaybook } from '@guatu/playbook'

const title = (zh: string, en: string) => ({ zh, en })
const group = 'main'

/** A closed loop: raised by one unit, taken and answered by another, closed by the first. No nodes, no figures. */
export const mattersList = definePlaybook({
  key: 'matters',
  version: 1,
  title: title('交办事项', 'Matters'),
  itemTitle: title('事项', 'Matter'),
  capabilities: [],
  groups: { main: title('基本', 'Main') },
  fields: {
    name: { kind: 'text', title: title('事项名称', 'Name'), group, required: true },
    raiser: { kind: 'org', title: title('提出单位', 'Raised by'), group, relation: 'raiser' },
    handler: { kind: 'org', title: title('承办单位', 'Handled by'), group },
    urgent: { kind: 'flag', title: title('紧急', 'Urgent'), group },
    weight: { kind: 'number', title: title('权重', 'Weight'), group, unit: 'unit' },
    answer: { kind: 'longText', title: title('办理结果', 'Answer'), group },
    until: { kind: 'date', title: title('承诺时限', 'Promised by'), group, end: 'finish' },
  },
  roles: { title: 'name', leadOrg: 'handler', finish: 'until' },
  stageColumn: { title: title('状态', 'State'), words: ['状态'] },
  stages: [
    { key: 'raised', title: title('待交办', 'Raised'), words: ['待交办'], phase: 'problem' },
    { key: 'assigned', title: title('待签收', 'Assigned'), words: ['待签收'], phase: 'problem' },
    { key: 'working', title: title('办理中', 'Working'), words: ['办理中'], phase: 'problem' },
    { key: 'answered', title: title('待确认', 'Answered'), words: ['待确认'], phase: 'problem' },
    { key: 'closed', title: title('已销号', 'Closed'), words: ['已销号'], phase: 'problem', final: true },
  ],
  moves: [
    { from: 'raised', to: 'assigned', title: title('交办', 'Assign'), by: ['all'], asks: ['handler', 'urgent'] },
    { from: 'assigned', to: 'working', title: title('签收', 'Accept'), by: ['lead'], asks: ['until'] },
    {
      from: 'assigned',
      to: 'assigned',
      key: 'handOver',
      title: title('转办', 'Hand over'),
      by: ['all', 'lead'],
      asks: ['handler'],
      needs: ['handler'],
      reason: true,
      counts: 'handOver',
    },
    { from: 'working', to: 'answered', title: title('办结', 'Answer'), by: ['lead'], asks: ['answer'] },
    { from: 'answered', to: 'closed', title: title('确认', 'Confirm'), by: ['raiser'] },
    {
      from: 'answered',
      to: 'working',
      title: title('退回', 'Reject'),
      by: ['raiser'],
      back: true,
      counts: 'rejection',
    },
    { from: 'closed', to: 'working', title: title('重启', 'Reopen'), by: ['raiser'], back: true, counts: 'reopening' },
  ],
  gates: [
    { to: 'assigned', needs: [{ kind: 'field', field: 'handler' }] },
    { to: 'answered', needs: [{ kind: 'field', field: 'answer' }] },
  ],
  nodes: [],
  links: [],
  metrics: {},
  clocks: [
    {
      key: 'accept',
      title: title('签收时限', 'Acceptance'),
      runsIn: ['assigned'],
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
      runsIn: ['working'],
      limit: [{ amount: 5, unit: 'workdays', basis: 'test' }],
      pauses: { hearing: title('听证', 'Hearing'), review: title('专家评审', 'Expert review') },
      chargedTo: 'lead',
    },
    {
      key: 'promise',
      title: title('承诺时限', 'Promise'),
      runsIn: ['working'],
      limit: { field: 'until' },
      pauses: { review: title('专家评审', 'Expert review') },
      chargedTo: 'lead',
    },
    {
      key: 'confirm',
      title: title('确认时限', 'Confirmation'),
      runsIn: ['answered'],
      limit: [{ amount: 10, unit: 'days' }],
      pauses: {},
      chargedTo: 'raiser',
    },
  ],
  ladder: [
    { level: 'town', title: title('镇级', 'Town'), after: { clock: 'accept', overdueWorkdays: 0 } },
    { level: 'leader', title: title('区领导', 'Leader'), after: { clock: 'accept', overdueWorkdays: 2 } },
  ],
  linkKinds: {
    about: {
      title: title('涉及', 'About'),
      reverse: title('有事项', 'Has matters'),
      to: 'schedule',
      node: true,
      many: true,
    },
    after: { title: title('承接', 'Follows'), reverse: title('后续', 'Followed by'), to: 'any' },
  },
  raisedBy: ['raiser', 'all'],
  lamps: {
    thresholds: { soonPercent: 25 },
    rules: [
      {
        key: 'overdue',
        title: title('超时', 'Overdue'),
        subject: 'clock',
        when: 'clock.limited',
        levels: { red: 'clock.overdue', yellow: 'clock.running && clock.leftPercent <= t.soonPercent' },
        figures: ['leftHours', 'overdueHours'],
        text: title('剩余 {leftHours} 小时，超 {overdueHours} 小时', '{leftHours} h left, {overdueHours} h over'),
      },
    ],
  },
  columns: ['name', 'stage', 'lamp', 'handler', 'raiser'],
})
