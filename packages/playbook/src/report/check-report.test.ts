import { describe, expect, test } from 'vitest'
import { openNode } from '../../test/nodes.ts'
import { sample } from '../../test/sample.ts'
import type { Playbook } from '../playbook.ts'
import { hasChangedSince, type ReportDraft, type ReportGround, refuseReport } from './check-report.ts'
import type { StandingFigure } from './metrics.ts'

const title = { zh: '当月完成', en: 'Done' }
const money = { kind: 'money', title, group: 'main', unit: '万元' } as const
const proved = { ...sample.nodes[0]!, key: 'proved', evidence: { zh: '批文', en: 'the approval' } }
const playbook: Playbook = {
  ...sample,
  capabilities: ['reports'],
  fields: { ...sample.fields, part: { ...money, metric: 'part' }, whole: { ...money, metric: 'whole' } },
  roles: { ...sample.roles, monthDone: 'part', annualDone: 'whole' },
  nodes: [proved],
  metrics: {
    part: { title, period: 'month', unit: 'CNY', aggregation: 'sum' },
    whole: { title: { zh: '累计', en: 'Sum' }, period: 'month', unit: 'CNY', aggregation: 'latest' },
    jobs: { title: { zh: '用工', en: 'Jobs' }, period: 'month', unit: 'count', aggregation: 'sum' },
  },
}
const nothing: ReportDraft = {
  ...{ nodeKey: null, month: '2026-11', percent: null, done: false, startedOn: null, finishedOn: null },
  ...{ text: '', figures: [], explanation: null },
}
const nodes = [
  openNode('proved', { title: '批文', percentDone: 40, actualStart: '2026-10-01' }),
  openNode('works', { title: '施工' }),
  openNode('over', { title: '旧事', done: true, doneBasis: 'reported', actualFinish: '2026-09-01' }),
]

interface Given {
  readonly figures?: readonly StandingFigure[]
  readonly proved?: boolean
}

function refusals(draft: Partial<ReportDraft>, { figures = [], proved: shown = false }: Given = {}) {
  const ground: ReportGround = { playbook, today: '2026-11-22', nodes, figures, hasEvidence: () => shown }
  return refuseReport({ ...nothing, ...draft }, ground).map(({ code, path }) => [code, path])
}

describe('what a report may say', () => {
  test.each([
    ['words of the whole item', { text: '按计划' }],
    ['progress that grows', { nodeKey: 'proved', percent: 41 }],
    ['progress that stands', { nodeKey: 'proved', percent: 40 }],
    ['a first progress with its start', { nodeKey: 'works', percent: 10, startedOn: '2026-11-22' }],
    ['done without evidence where none is asked for', { nodeKey: 'works', done: true, finishedOn: '2026-11-20' }],
    ['figures of the month', { figures: [{ metric: 'part', value: '100.00' }] }],
    ['words on a node that is done', { nodeKey: 'over', text: '补充说明' }],
  ])('%s', (_, draft) => expect(refusals(draft)).toEqual([]))

  test('done, once the evidence is there', () => {
    const done = { nodeKey: 'proved', done: true, finishedOn: '2026-11-20' }
    expect(refusals(done)).toEqual([['EVIDENCE_REQUIRED', 'evidence/nodes/proved']])
    expect(refusals(done, { proved: true })).toEqual([])
  })
})

describe('what it may not', () => {
  test.each([
    ['nothing', {}, [['REPORT_INVALID', 'text']]],
    ['a month to come', { text: '好', month: '2026-12' }, [['REPORT_INVALID', 'month']]],
    ['a month long past', { text: '好', month: '2025-01' }, [['REPORT_INVALID', 'month']]],
    ['progress of no node', { percent: 10 }, [['REPORT_INVALID', 'nodeKey']]],
    ['progress of a node that is not there', { nodeKey: 'gone', percent: 1 }, [['REPORT_INVALID', 'nodeKey']]],
    ['progress of what is done', { nodeKey: 'over', percent: 90 }, [['REPORT_INVALID', 'nodeKey']]],
    ['less than before without a reason', { nodeKey: 'proved', percent: 39 }, [['REASON_REQUIRED', 'percent']]],
    ['a start to come', { nodeKey: 'works', percent: 1, startedOn: '2026-11-23' }, [['REPORT_INVALID', 'startedOn']]],
    [
      'a start that is no date',
      { nodeKey: 'works', percent: 1, startedOn: '2026-02-30' },
      [['REPORT_INVALID', 'startedOn']],
    ],
    ['done without its day', { nodeKey: 'works', done: true }, [['REPORT_INVALID', 'finishedOn']]],
    [
      'a day without done',
      { nodeKey: 'works', percent: 1, finishedOn: '2026-11-20' },
      [['REPORT_INVALID', 'finishedOn']],
    ],
    ['an unknown figure', { figures: [{ metric: 'gold', value: '1' }] }, [['REPORT_INVALID', 'figures/gold']]],
    ['a count with places', { figures: [{ metric: 'jobs', value: '1.5' }] }, [['REPORT_INVALID', 'figures/jobs']]],
    ['too many places', { figures: [{ metric: 'part', value: '1.234' }] }, [['REPORT_INVALID', 'figures/part']]],
  ] as const)('%s', (_, draft, expected) => expect(refusals(draft)).toEqual(expected))

  test('a figure twice', () => {
    const figures = [
      { metric: 'part', value: '1' },
      { metric: 'part', value: '1' },
    ]
    expect(refusals({ figures })).toEqual([['REPORT_INVALID', 'figures/part']])
  })

  test('a list that is not reported by month', () => {
    const ground = {
      playbook: { ...playbook, capabilities: [] },
      today: '2026-11-22',
      nodes,
      figures: [],
      hasEvidence: () => true,
    }
    expect(refuseReport({ ...nothing, text: '好' }, ground)).toMatchObject([{ path: 'itemId' }])
  })

  test('everything at once', () => {
    const draft = {
      nodeKey: 'proved',
      percent: 1,
      month: '2027-01',
      startedOn: '2027-01-01',
      figures: [{ metric: 'x', value: '1' }],
    }
    expect(refusals(draft).map(([, path]) => path)).toEqual(['month', 'percent', 'startedOn', 'figures/x'])
  })

  test('done before it began', () => {
    const draft = { nodeKey: 'proved', done: true, finishedOn: '2026-09-30' }
    expect(refusals(draft, { proved: true })).toEqual([['REPORT_INVALID', 'finishedOn']])
  })
})

describe('figures that need words', () => {
  const standing = [
    { metric: 'part', period: '2026-10', value: '50.00' },
    { metric: 'whole', period: '2026-10', value: '500.00' },
  ]
  const given = { figures: standing }
  const said = (part: string | null, whole: string | null, explanation: string | null = null) => ({
    explanation,
    figures: [
      ...(part === null ? [] : [{ metric: 'part', value: part }]),
      ...(whole === null ? [] : [{ metric: 'whole', value: whole }]),
    ],
  })

  test('a sum that follows from its month needs none', () => {
    expect(refusals(said('10', '510'), given)).toEqual([])
    expect(refusals(said(null, '510'), given)).toEqual([])
    expect(refusals(said('10', null), given)).toEqual([])
  })

  test('a sum that falls, and one that does not add up', () => {
    expect(refusals(said(null, '499'), given)).toEqual([['REASON_REQUIRED', 'figures/whole']])
    expect(refusals(said('10', '520'), given)).toEqual([['REASON_REQUIRED', 'figures/whole']])
    expect(refusals(said('10', '520', '上月漏报 10 元'), given)).toEqual([])
    expect(refusals(said('10', '520', '  '), given)).toEqual([['REASON_REQUIRED', 'figures/whole']])
  })

  test('a correction of what stands, and none of what is the same', () => {
    const stands = {
      figures: [...standing, { metric: 'part', period: '2026-11', value: '10.00', verifiedValue: '10.00' }],
    }
    expect(refusals(said('11', null), stands)).toEqual([['REASON_REQUIRED', 'figures/part']])
    expect(refusals(said('10', null), stands)).toEqual([])
    expect(refusals(said('11', null, '笔误'), stands)).toEqual([])
  })

  test('a new year begins anew', () => {
    const last = { figures: [{ metric: 'whole', period: '2025-12', value: '900.00' }] }
    expect(refusals({ ...said('10', '10'), month: '2026-01' }, last)).toEqual([])
  })
})

describe('a node that somebody changed meanwhile', () => {
  const node = { percentDone: 40, actualStart: '2026-10-01', actualFinish: null }
  test.each([
    [undefined, false],
    [node, false],
    [{ ...node, percentDone: 30 }, true],
    [{ ...node, actualStart: null }, true],
    [{ ...node, actualFinish: '2026-11-01' }, true],
  ])('seen as %o', (seen, changed) => expect(hasChangedSince(node, seen)).toBe(changed))
})
