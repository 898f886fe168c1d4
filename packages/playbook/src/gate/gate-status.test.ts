import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openNode, yuan } from '../../test/nodes.ts'
import { sample } from '../../test/sample.ts'
import type { Playbook, Requirement } from '../playbook.ts'
import { decideAdvance } from './decide-advance.ts'
import { type GateEvidence, type GateInput, gateStatus, gateStatuses } from './gate-status.ts'

const permit = openNode('permit', { done: true, doneBasis: 'reported' })

const ready: Readonly<Record<string, unknown>> = { name: '甲', lead: 'o1', owner: 'p1', site: 30 }

const at = (stage: string, to: string, fields: object = {}, more: Partial<GateInput> = {}): GateInput => ({
  playbook: sample,
  item: { stage, fields: fields as Record<string, unknown> },
  nodes: [],
  facts: [],
  to,
  ...more,
})

const paths = (input: GateInput) => gateStatus(input).missing.map((missing) => missing.path)

describe('what a gate asks for', () => {
  test('everything that is missing is told at once', () => {
    expect(paths(at('prepare', 'build'))).toEqual(['owner', 'nodes/permit/done'])
  })

  test('a move over several stages passes the gate of each', () => {
    expect(paths(at('idea', 'build'))).toEqual(['lead', 'owner', 'nodes/permit/done'])
    expect(gateStatus(at('idea', 'build')).missing.map((missing) => missing.stage)).toEqual([
      'prepare',
      'build',
      'build',
    ])
  })

  test('a stage beside the way has its gate to itself, and passes no other', () => {
    const stages = sample.stages.toSpliced(1, 0, { ...sample.stages[0]!, key: 'refused', aside: true })
    const gates = [{ to: 'refused', needs: [{ kind: 'field', field: 'note' } as const] }, ...sample.gates]
    const moves = [...sample.moves, { from: 'idea', to: 'refused' }, { from: 'refused', to: 'end' }]
    const beside = { playbook: { ...sample, stages, gates, moves } }
    expect(paths(at('idea', 'prepare', {}, beside))).toEqual(['lead'])
    expect(paths(at('idea', 'refused', {}, beside))).toEqual(['note'])
    const ends = { playbook: { ...beside.playbook, stages: stages.with(4, { ...stages[4]!, aside: true }) } }
    expect(paths(at('refused', 'end', {}, ends))).toEqual([])
  })

  test('a field counts when it is filled, and a zero or a no is filled', () => {
    expect(paths(at('idea', 'prepare', { lead: '' }))).toEqual(['lead'])
    expect(paths(at('idea', 'prepare', { lead: null }))).toEqual(['lead'])
    expect(paths(at('idea', 'prepare', { lead: 'o1' }))).toEqual([])
  })

  test('a requirement with a condition waits for its condition', () => {
    expect(paths(at('idea', 'prepare', { lead: 'o1', sort: 'small' }))).toEqual([])
    expect(paths(at('idea', 'prepare', { lead: 'o1', sort: 'big' }))).toEqual(['serial'])
    expect(paths(at('idea', 'prepare', { lead: 'o1', sort: 'big', serial: 'A1' }))).toEqual([])
  })

  test('a node counts when it is done', () => {
    expect(paths(at('prepare', 'build', ready, { nodes: [openNode('permit')] }))).toEqual(['nodes/permit/done'])
    expect(paths(at('prepare', 'build', ready, { nodes: [permit] }))).toEqual([])
    const byStage = openNode('permit', { done: true, doneBasis: 'stage' })
    expect(paths(at('prepare', 'build', ready, { nodes: [byStage] }))).toEqual([])
  })

  test('a fact counts when it is verified', () => {
    const large = { ...ready, amount: yuan('100000000.00') }
    const input = (state: 'reported' | 'verified', metric = 'plan') =>
      paths(at('prepare', 'build', large, { nodes: [permit], facts: [{ metric, state }] }))
    expect(input('reported')).toEqual(['facts/plan'])
    expect(input('verified', 'done')).toEqual(['facts/plan'])
    expect(input('verified')).toEqual([])
  })

  test('an amount under the limit, or in foreign money, asks for no fact', () => {
    const input = (amount: object) => paths(at('prepare', 'build', { ...ready, amount }, { nodes: [permit] }))
    expect(input(yuan('99999999.99'))).toEqual([])
    expect(input({ amount: '900000000.00', currency: 'USD' })).toEqual([])
    expect(input(yuan('100000000.00'))).toEqual(['facts/plan'])
  })

  test('evidence counts when it is of the very node or metric, and waits for its condition', () => {
    const needs: Requirement[] = [
      { kind: 'evidence', node: 'permit' },
      { kind: 'evidence', metric: 'done', when: "fields.sort == 'big'" },
    ]
    const playbook: Playbook = { ...sample, gates: [{ to: 'build', needs }] }
    const input = (evidence: GateEvidence[] | undefined, fields: object = { sort: 'big' }) =>
      paths(at('prepare', 'build', fields, { playbook, ...(evidence ? { evidence } : {}) }))
    expect(input(undefined)).toEqual(['evidence/nodes/permit', 'evidence/facts/done'])
    expect(input([], {})).toEqual(['evidence/nodes/permit'])
    expect(input([{ nodeKey: 'begin', metric: 'plan' }])).toEqual(['evidence/nodes/permit', 'evidence/facts/done'])
    expect(input([{ nodeKey: null, metric: 'done' }])).toEqual(['evidence/nodes/permit'])
    expect(input([{ nodeKey: 'permit', metric: 'done' }])).toEqual([])
    const [node, figure] = gateStatus(at('prepare', 'build', { sort: 'big' }, { playbook })).missing
    expect([node?.text.zh, figure?.text.zh]).toEqual([
      `上传“${sample.nodes.find(({ key }) => key === 'permit')?.title.zh}”的佐证`,
      `上传“${sample.metrics.done?.title.zh}”的佐证`,
    ])
  })

  test('a condition is told with its own words at the gate', () => {
    const [missing] = gateStatus(at('prepare', 'build', { ...ready, site: 0 }, { nodes: [permit] })).missing
    expect(missing).toMatchObject({
      path: 'gates/build',
      text: { zh: '用地要大于零', en: 'The site must be above zero' },
    })
    expect(paths(at('prepare', 'build', { ...ready, site: null }, { nodes: [permit] }))).toEqual([])
  })

  test('each is said in both languages by its title', () => {
    expect(gateStatus(at('prepare', 'build')).missing.map((missing) => missing.text)).toEqual([
      { zh: '填写“负责”', en: "Fill in 'Owner'" },
      { zh: '完成节点“节点 permit”', en: "Finish the node 'Node permit'" },
    ])
  })
})

describe('which moves there are', () => {
  test('the status of every move of a stage', () => {
    const statuses = gateStatuses({
      playbook: sample,
      item: { stage: 'prepare', fields: ready },
      nodes: [permit],
      facts: [],
    })
    expect(statuses.map(({ to, back, allowed, legal }) => ({ to, back, allowed, legal }))).toEqual([
      { to: 'build', back: false, allowed: true, legal: true },
      { to: 'idea', back: true, allowed: true, legal: true },
    ])
  })

  test('a move that the playbook does not know is not legal and asks for nothing', () => {
    expect(gateStatus(at('idea', 'end'))).toEqual({ to: 'end', legal: false, back: false, allowed: false, missing: [] })
    expect(gateStatus(at('idea', 'nowhere')).legal).toBe(false)
    expect(gateStatus(at('idea', 'idea')).legal).toBe(false)
  })

  test('going back passes no gate', () => {
    expect(gateStatus(at('build', 'prepare'))).toMatchObject({ legal: true, back: true, allowed: true, missing: [] })
  })

  test('a final stage has no moves', () => {
    expect(gateStatuses({ playbook: sample, item: { stage: 'end', fields: {} }, nodes: [], facts: [] })).toEqual([])
  })
})

describe('the decision', () => {
  const refusalsOf = (input: GateInput & { reason?: string }) => {
    const outcome = decideAdvance(input)
    return outcome.kind === 'refused' ? outcome.refusals : []
  }

  test('to move when nothing is missing', () => {
    const nodes = [permit, openNode('file'), openNode('works', { stage: 'build' })]
    expect(decideAdvance(at('prepare', 'build', ready, { nodes }))).toEqual({
      kind: 'done',
      value: {
        from: 'prepare',
        to: 'build',
        move: null,
        back: false,
        reason: null,
        counts: null,
        effect: null,
        passedNodes: ['file'],
      },
    })
  })

  test('not to move, with everything that is missing', () => {
    expect(refusalsOf(at('idea', 'build', { sort: 'big' }))).toMatchObject([
      { code: 'GATE_BLOCKED', path: 'lead' },
      { code: 'GATE_BLOCKED', path: 'serial' },
      { code: 'GATE_BLOCKED', path: 'owner' },
      { code: 'GATE_BLOCKED', path: 'nodes/permit/done' },
    ])
  })

  test('going back needs a reason', () => {
    expect(refusalsOf(at('build', 'prepare'))).toMatchObject([{ code: 'REASON_REQUIRED', path: 'reason' }])
    expect(refusalsOf({ ...at('build', 'prepare'), reason: '  ' })).toHaveLength(1)
    expect(decideAdvance({ ...at('build', 'prepare'), reason: ' 资料有误 ' })).toMatchObject({
      kind: 'done',
      value: { back: true, reason: '资料有误' },
    })
  })

  test('an illegal move names the legal ones', () => {
    const [refusal] = refusalsOf(at('idea', 'end'))
    expect(refusal).toMatchObject({ code: 'MOVE_ILLEGAL', path: 'stage', accepted: ['prepare', 'build'] })
    expect(refusal!.message.zh).toBe('不能从“设想”变更到“完成”')
    expect(refusalsOf(at('idea', 'x'))[0]!.message.en).toBe("No move leads from 'Idea' to 'x'")
  })

  test('a reason on the way on is kept', () => {
    const outcome = decideAdvance({ ...at('prepare', 'build', ready, { nodes: [permit] }), reason: '会议决定' })
    expect(outcome).toMatchObject({ kind: 'done', value: { reason: '会议决定' } })
  })
})

describe('any item', () => {
  const fields = fc.record(
    {
      lead: fc.constantFrom('o1', '', null),
      owner: fc.constantFrom('p1', '', null),
      serial: fc.constantFrom('A1', null),
      sort: fc.constantFrom('big', 'small', null),
      site: fc.constantFrom(0, 30, null),
      amount: fc.constantFrom(yuan('1.00'), yuan('500000000.00'), null),
    },
    { requiredKeys: [] },
  )
  const inputs = fc.record({
    fields,
    stage: fc.constantFrom('idea', 'prepare', 'build', 'end'),
    to: fc.constantFrom('idea', 'prepare', 'build', 'end'),
    nodes: fc.constantFrom([], [permit], [openNode('permit')]),
    facts: fc.constantFrom([], [{ metric: 'plan', state: 'verified' as const }]),
  })

  test('a decision refuses exactly what the status misses', () => {
    fc.assert(
      fc.property(inputs, ({ fields: document, stage, to, nodes, facts }) => {
        const input = at(stage, to, document, { nodes, facts })
        const status = gateStatus(input)
        const outcome = decideAdvance({ ...input, reason: '有理由' })
        expect(outcome.kind === 'done').toBe(status.allowed)
        if (outcome.kind === 'refused' && status.legal) {
          expect(outcome.refusals.map((refusal) => refusal.path)).toEqual(paths(input))
        }
      }),
    )
  })

  test('mending everything that is told opens the gate: nothing was kept back', () => {
    const mended: Record<string, unknown> = { lead: 'o1', owner: 'p1', serial: 'A1', 'gates/build': null }
    fc.assert(
      fc.property(inputs, ({ fields: document, stage, to, nodes, facts }) => {
        const input = at(stage, to, document, { nodes, facts })
        const status = gateStatus(input)
        if (!status.legal) return
        const repaired: Record<string, unknown> = { ...document }
        let doneNodes = input.nodes
        let verified = input.facts
        for (const { path } of status.missing) {
          if (path.startsWith('nodes/')) doneNodes = [permit]
          else if (path.startsWith('facts/')) verified = [{ metric: 'plan', state: 'verified' }]
          else if (path.startsWith('gates/')) repaired.site = 30
          else repaired[path] = mended[path]
        }
        expect(paths({ ...at(stage, to, repaired), nodes: doneNodes, facts: verified })).toEqual([])
      }),
    )
  })

  test('filling a field never closes a gate that was open', () => {
    fc.assert(
      fc.property(inputs, ({ fields: document, stage, to, nodes, facts }) => {
        const open = at(stage, to, document, { nodes, facts })
        if (!gateStatus(open).allowed) return
        const fuller = { ...document, lead: 'o1', owner: 'p1', serial: 'A1', note: '甲' }
        expect(gateStatus({ ...open, item: { stage, fields: fuller } }).allowed).toBe(true)
      }),
    )
  })
})
