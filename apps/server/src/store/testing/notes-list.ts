import { definePlaybook } from '@guatu/playbook'

const title = (zh: string, en: string) => ({ zh, en })
const group = 'main'

/** A list as plain as one can be: no nodes, no figures, no gates, no lamps, no dates. */
export const notesList = definePlaybook({
  key: 'notes',
  version: 1,
  title: title('函件', 'Letters'),
  itemTitle: title('函件', 'Letter'),
  capabilities: [],
  groups: { main: title('基本', 'Main') },
  fields: {
    subject: { kind: 'text', title: title('函件标题', 'Subject'), group, required: true },
    from: { kind: 'org', title: title('来函单位', 'From'), group },
    to: { kind: 'orgs', title: title('收函单位', 'To'), group, relation: 'cooperating' },
    text: { kind: 'longText', title: title('正文', 'Text'), group },
  },
  roles: { title: 'subject', leadOrg: 'from' },
  stageColumn: { title: title('状态', 'State'), words: ['状态'] },
  stages: [
    { key: 'open', title: title('待复', 'Open'), words: ['待复'] },
    { key: 'answered', title: title('已复', 'Answered'), words: ['已复'], final: true },
  ],
  moves: [{ from: 'open', to: 'answered' }],
  gates: [],
  nodes: [],
  links: [],
  metrics: {},
  lamps: { thresholds: {}, rules: [] },
  columns: ['subject', 'from', 'to', 'stage'],
})
