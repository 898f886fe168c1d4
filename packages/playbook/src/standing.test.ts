import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { soundPlaybooks } from '../test/random-playbook.ts'
import { sample } from '../test/sample.ts'
import { checkPlaybook, type Field, type Playbook, phaseOf, tiesOf } from './index.ts'

let made = 0
const org = (relation: Field['relation']): Field => {
  made += 1
  const title = { zh: `单位${made}`, en: `Unit ${made}` }
  return { kind: 'org', title, group: 'basic', ...(relation ? { relation } : {}) }
}
const tied: Playbook = {
  ...sample,
  fields: { ...sample.fields, helper: org('cooperating'), firm: org('firm'), other: org(undefined) },
}

describe('the ties of an item', () => {
  test('come from roles, from fields with a relation and from the duties of its nodes', () => {
    const fields = { lead: 'o1', owner: 'p1', area: '330402103', helper: 'o2', firm: 'o3', other: 'o4' }
    const nodes = [
      { leadOrgId: 'o1', ownerId: 'p2', leaderId: null },
      { leadOrgId: 'o1', ownerId: null, leaderId: 'p3' },
    ]
    expect(tiesOf({ fields }, nodes, tied)).toEqual([
      { relation: 'lead', id: 'o1' },
      { relation: 'owner', id: 'p1' },
      { relation: 'area', id: '330402103' },
      { relation: 'cooperating', id: 'o2' },
      { relation: 'firm', id: 'o3' },
      { relation: 'nodeDuty', id: 'o1' },
      { relation: 'nodeDuty', id: 'p2' },
      { relation: 'nodeDuty', id: 'p3' },
    ])
  })

  test('are one for each unit of a field that names several', () => {
    const helpers: Field = { ...org('cooperating'), kind: 'orgs' } as Field
    const several = { ...tied, fields: { ...tied.fields, helpers } }
    expect(tiesOf({ fields: { helper: 'o2', helpers: ['o1', 'o2', 'o3'] } }, [], several)).toEqual(
      ['o1', 'o2', 'o3'].map((id) => ({ relation: 'cooperating', id })),
    )
    expect(tiesOf({ fields: { helpers: [] } }, [], several)).toEqual([])
  })

  test('tell whether the item is opened to oversight', () => {
    expect(tiesOf({ fields: {}, opened: true }, [], tied)).toEqual([{ relation: 'opened', id: '' }])
    expect(tiesOf({ fields: {}, opened: false }, [], tied)).toEqual([])
  })

  test('are none where nothing is filled in', () => {
    expect(tiesOf({ fields: { lead: null, owner: '' } }, [], tied)).toEqual([])
  })

  test('stand once each, whatever is drawn', () => {
    const ids = fc.constantFrom('a', 'b', null)
    const node = fc.record({ leadOrgId: ids, ownerId: ids, leaderId: ids })
    fc.assert(
      fc.property(fc.record({ lead: ids, helper: ids, firm: ids }), fc.array(node), (fields, nodes) => {
        const keys = tiesOf({ fields }, nodes, tied).map(({ relation, id }) => `${relation}:${id}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.includes('nodeDuty:a')).toBe(nodes.some((one) => Object.values(one).includes('a')))
      }),
    )
  })
})

describe('the phase of a stage', () => {
  const staged: Playbook = {
    ...sample,
    stages: sample.stages.map((stage, index) => (index === 0 ? { ...stage, phase: 'negotiation' } : stage)),
  }

  test('is delivery unless the playbook says otherwise', () => {
    expect(sample.stages.map(({ key }) => phaseOf(staged, key))).toEqual([
      ...['negotiation', 'delivery', 'delivery', 'delivery'],
    ])
    expect(phaseOf(staged, 'gone')).toBe('delivery')
  })

  test('is one of those that rules know', () => {
    const wrong = { ...sample, stages: [{ ...sample.stages[0]!, phase: 'later' }, ...sample.stages.slice(1)] }
    expect(checkPlaybook(staged)).toEqual([])
    expect(checkPlaybook(wrong as unknown as Playbook).map(({ path }) => path)).toEqual(['stages/0/phase'])
  })
})

describe('what may be secret, and what may tie', () => {
  const paths = (fields: Readonly<Record<string, unknown>>) =>
    checkPlaybook({ ...sample, fields: { ...sample.fields, ...fields } } as Playbook).map(({ path }) => path)

  test.each([
    ['a role', { owner: { ...sample.fields.owner, secret: 'personal' } }, ['fields/owner/secret']],
    ['an unknown class', { note: { ...sample.fields.note, secret: 'top' } }, ['fields/note/secret']],
    ['what ties the item', { helper: { ...org('firm'), secret: 'negotiation' } }, ['fields/helper/secret']],
    ['a relation of a text', { note: { ...sample.fields.note, relation: 'firm' } }, ['fields/note/relation']],
    ['a leader that is a unit', { helper: org('leader') }, ['fields/helper/relation']],
    ['an unknown relation', { helper: { ...org('firm'), relation: 'friend' } }, ['fields/helper/relation']],
  ])('%s is told', (_, fields, expected) => {
    expect(paths(fields)).toEqual(expected)
  })

  test('a sound playbook stays sound with any of its open fields secret', () => {
    fc.assert(
      fc.property(soundPlaybooks, fc.nat(), (playbook, at) => {
        const keys = Object.keys(playbook.fields).filter((key) => key !== playbook.roles.title)
        const open = keys.filter((key) => !playbook.columns.includes(key) && !playbook.fields[key]!.metric)
        if (open.length === 0) return
        const key = open[at % open.length]!
        const fields = { ...playbook.fields, [key]: { ...playbook.fields[key]!, secret: 'negotiation' as const } }
        expect(checkPlaybook({ ...playbook, fields })).toEqual([])
      }),
    )
  })
})
