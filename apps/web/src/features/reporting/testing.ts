import type { DueItem, DueNode } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'

/** The first list that is reported by month. */
const reportedList = playbooks.find(({ capabilities }) => capabilities.includes('reports'))!

const node = (nodeKey: string, more: Partial<DueNode> = {}): DueNode => ({
  ...{ nodeKey, title: nodeKey, standard: '', evidence: null, hasEvidence: false, plannedStart: null },
  ...{ plannedFinish: '2026-12-01', actualStart: null, actualFinish: null, percentDone: null, lamp: 'none' },
  ...{ own: true, reported: false },
  ...more,
})

/** An item with two open nodes and figures of October. */
export const dueItem = (more: Partial<DueItem> = {}): DueItem => ({
  ...{ itemId: '0190d8c0-0000-7000-8000-000000000001', title: '南湖新材', playbookKey: reportedList.key },
  ...{ stage: reportedList.stages[0]!.key, leadOrgId: null, lamp: 'green', revision: 3, mayReport: true },
  ...{ missing: ['report'], reports: [], last: null, returned: [] },
  figures: [
    { metric: 'monthDone', current: null, last: '1200000.00', lastPeriod: '2026-10' },
    { metric: 'annualDone', current: null, last: '9000000.00', lastPeriod: '2026-10' },
  ],
  nodes: [node('foundation', { percentDone: 40, actualStart: '2026-10-01' }), node('design')],
  ...more,
})

export const ground = { playbook: reportedList, month: '2026-11', today: '2026-11-22' }
