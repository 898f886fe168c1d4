import { describe, expect, test } from 'vitest'
import { mutated } from '../../test/mutate.ts'
import { checkPlaybook } from '../define.ts'
import type { LinkNeed, Playbook } from '../playbook.ts'
import { type GateLink, gateStatus, linkNeedText } from './gate-status.ts'

const title = (zh: string) => ({ zh, en: zh })
const base = mutated() as Playbook
const group = Object.keys(base.groups)[0] as string
const [first, second] = base.stages.map(({ key }) => key) as [string, string]

const cites: LinkNeed = { kind: 'link', link: 'cites', among: { field: 'letter', values: ['hint'] } }

const withNeed = (need: LinkNeed): Playbook => ({
  ...base,
  fields: {
    ...base.fields,
    letter: {
      kind: 'choice',
      title: title('文种'),
      group,
      words: ['文种'],
      choices: { hint: { title: title('提示函') }, order: { title: title('督办单') } },
    },
  },
  linkKinds: { cites: { title: title('引用'), reverse: title('被引用'), to: 'any', many: true } },
  gates: [{ to: second, needs: [need] }],
})

const missing = (need: LinkNeed, links: readonly GateLink[], fields: Record<string, unknown> = {}) =>
  gateStatus({ playbook: withNeed(need), item: { stage: first, fields }, nodes: [], facts: [], links, to: second })
    .missing

const link = (kind: string, letter: string): GateLink => ({ kind, fields: { letter } })

describe('a gate that asks for a link', () => {
  test('opens by one of the kind to an item with the choice', () => {
    expect(missing(cites, []).map(({ path }) => path)).toEqual(['links/cites'])
    expect(missing(cites, [link('cites', 'order')])).toHaveLength(1)
    expect(missing(cites, [link('about', 'hint')])).toHaveLength(1)
    expect(missing(cites, [link('cites', 'order'), link('cites', 'hint')])).toEqual([])
  })

  test('takes any item where it names no choice, and asks only while its condition holds', () => {
    const { among: _, ...any } = cites
    expect(missing(any, [link('cites', 'order')])).toEqual([])
    const onlyOrders: LinkNeed = { ...cites, when: "fields.letter == 'order'" }
    expect(missing(onlyOrders, [], { letter: 'hint' })).toEqual([])
    expect(missing(onlyOrders, [], { letter: 'order' })).toHaveLength(1)
  })

  test('takes only an item that has the field filled', () => {
    const need: LinkNeed = { ...cites, filled: 'name' }
    expect(missing(need, [link('cites', 'hint')])).toHaveLength(1)
    expect(missing(need, [{ kind: 'cites', fields: { letter: 'hint', name: '甲' } }])).toEqual([])
  })

  test('says in words what to link', () => {
    expect(linkNeedText(cites, withNeed(cites)).zh).toBe('关联“引用”：提示函')
    const { among: _, ...any } = cites
    expect(linkNeedText(any, withNeed(any)).zh).toBe('关联“引用”')
  })
})

test.each([
  ['gates/0/needs/0/link', { ...cites, link: 'nothing' }],
  ['gates/0/needs/0/among/field', { ...cites, among: { field: 'name', values: ['hint'] } }],
  ['gates/0/needs/0/filled', { ...cites, filled: 'nothing' }],
  ['gates/0/needs/0/among/values/0', { ...cites, among: { field: 'letter', values: ['strange'] } }],
])('a need with a mistake at %s is told', (path, need) => {
  expect(checkPlaybook(withNeed(need)).map((mistake) => mistake.path)).toContain(path)
})

test('a list that can visits has the fields that its screens read', () => {
  const found = checkPlaybook({ ...base, capabilities: [...base.capabilities, 'visits'] }).map(({ path }) => path)
  expect(found).toEqual(expect.arrayContaining(['fields/visitor', 'fields/plannedOn', 'fields/findings']))
})
