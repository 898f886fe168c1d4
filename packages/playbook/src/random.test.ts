import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days } from '../test/arbitraries.ts'
import { soundPlaybooks } from '../test/random-playbook.ts'
import { checkPlaybook, definePlaybook } from './define.ts'
import { checkFields } from './document/check-fields.ts'
import { gateStatuses } from './gate/gate-status.ts'
import { lightLamps } from './lamp/light.ts'
import { layPlan } from './plan/lay-plan.ts'
import { planTemplateOf } from './plan-template.ts'
import type { Playbook } from './playbook.ts'

const calendar = chinaCalendar()
const today = '2026-11-21'
const paths = (playbook: Playbook) => checkPlaybook(playbook).map((mistake) => mistake.path)
const runs = { numRuns: 60 }

describe('a sound definition', () => {
  test('has no mistakes, whatever its fields and nodes', () => {
    fc.assert(
      fc.property(soundPlaybooks, (playbook) => {
        expect(checkPlaybook(playbook)).toEqual([])
      }),
      runs,
    )
  })

  test('is what it was after freezing and after JSON', () => {
    fc.assert(
      fc.property(soundPlaybooks, (playbook) => {
        const text = JSON.stringify(playbook)
        expect(JSON.stringify(definePlaybook(playbook))).toBe(text)
        expect(checkPlaybook(JSON.parse(text))).toEqual([])
      }),
      runs,
    )
  })

  test('carries an item from its first day: document, gates, plan and lamps', () => {
    fc.assert(
      fc.property(soundPlaybooks, days, (playbook, finish) => {
        const defined = definePlaybook(playbook)
        const checked = checkFields(defined, { name: '某事项' }, { whole: true })
        expect(checked).toEqual({ kind: 'done', value: { name: '某事项' } })
        const [stage] = defined.stages
        const item = { stage: stage!.key, fields: { name: '某事项' } }
        const template = planTemplateOf(defined)
        const plan = layPlan({ template, start: null, finish, stage: item.stage, calendar, today })
        expect(plan.nodes).toHaveLength(defined.nodes.length)
        const lit = lightLamps({ playbook: defined, item, nodes: plan.nodes, today, calendar })
        expect(Object.keys(lit.nodeLamps)).toEqual(defined.nodes.map((node) => node.key))
        const late = plan.nodes.filter(
          (node) => !node.done && node.plannedFinish !== null && node.plannedFinish < today,
        )
        expect(lit.reasons.map((reason) => reason.nodeKey).sort()).toEqual(late.map((node) => node.nodeKey).sort())
        const [gate] = gateStatuses({ playbook: defined, item, nodes: plan.nodes, facts: [] })
        const need = defined.gates[0]!.needs[0]!
        expect(gate!.allowed).toBe(need.kind === 'field' && need.field === 'name')
      }),
      runs,
    )
  })
})

describe('a definition with one thing wrong', () => {
  const spoilt = (spoil: (playbook: Playbook) => readonly [Playbook, readonly string[]] | null) =>
    fc.assert(
      fc.property(soundPlaybooks, (playbook) => {
        const outcome = spoil(playbook)
        if (outcome) expect(paths(outcome[0])).toEqual(outcome[1])
      }),
      runs,
    )

  test('a group that is gone is missed by every field', () => {
    spoilt((playbook) => [
      { ...playbook, groups: {} },
      Object.keys(playbook.fields).map((key) => `fields/${key}/group`),
    ])
  })

  test('a field that is gone is missed by gate and column', () => {
    spoilt((playbook) => {
      const [need] = playbook.gates[0]!.needs
      if (need?.kind !== 'field' || need.field === 'name') return null
      const { [need.field]: _, ...fields } = playbook.fields
      const column = playbook.columns.indexOf(need.field)
      return [{ ...playbook, fields }, [`columns/${column}`, 'gates/0/needs/0/field']]
    })
  })

  test('a node that is gone is missed by its links', () => {
    spoilt((playbook) => {
      const [gone, ...nodes] = playbook.nodes
      const missed = playbook.links.flatMap((link, index) => [
        ...(link.from === gone!.key ? [`links/${index}/from`] : []),
        ...(link.to === gone!.key ? [`links/${index}/to`] : []),
      ])
      return [{ ...playbook, nodes }, missed]
    })
  })

  test('a threshold that is gone is missed by rule and figures', () => {
    spoilt((playbook) => [
      { ...playbook, lamps: { ...playbook.lamps, thresholds: {} } },
      ['lamps/rules/0/levels/red', 'lamps/rules/0/figures/1'],
    ])
  })

  test('a move that is gone leaves its stages stranded', () => {
    spoilt((playbook) => {
      const moves = playbook.moves.slice(0, -1)
      const last = playbook.stages.length - 1
      return [{ ...playbook, moves }, [`stages/${last - 1}`, `stages/${last}`]]
    })
  })

  test('a link back from the last node to the first closes a cycle wherever they are joined', () => {
    fc.assert(
      fc.property(soundPlaybooks, (playbook) => {
        const joined = playbook.links[0]
        if (!joined) return
        const back = { ...joined, from: joined.to, to: joined.from }
        const found = checkPlaybook({ ...playbook, links: [...playbook.links, back] })
        expect(found.some((mistake) => mistake.path === 'links' && mistake.message.startsWith('cycle '))).toBe(true)
      }),
      runs,
    )
  })

  test('a word said twice is told at the second place', () => {
    spoilt((playbook) => {
      const keys = Object.keys(playbook.fields)
      const last = keys.at(-1)!
      if (keys.length < 2) return null
      const fields = { ...playbook.fields, [last]: { ...playbook.fields[last]!, words: ['别名0'] } }
      return [{ ...playbook, fields }, [`fields/${last}/words/0`]]
    })
  })

  test('a title without English is told where it stands', () => {
    spoilt((playbook) => {
      const nodes = playbook.nodes.map((node, index) =>
        index === 0 ? { ...node, title: { ...node.title, en: '' } } : node,
      )
      return [{ ...playbook, nodes }, ['nodes/0/title/en']]
    })
  })
})

describe('any document', () => {
  test('a checked document passes again and comes back the same', () => {
    fc.assert(
      fc.property(
        soundPlaybooks,
        fc.dictionary(fc.constantFrom('name', 'f1', 'f2', 'f3'), fc.anything()),
        (playbook, drawn) => {
          const outcome = checkFields(playbook, drawn)
          if (outcome.kind === 'done') expect(checkFields(playbook, outcome.value)).toEqual(outcome)
          else for (const refusal of outcome.refusals) expect(Object.keys(drawn)).toContain(refusal.path)
        },
      ),
      runs,
    )
  })

  test('every refused field is told, and none that was good', () => {
    fc.assert(
      fc.property(soundPlaybooks, (playbook) => {
        const keys = Object.keys(playbook.fields)
        const wrong = Object.fromEntries(keys.map((key) => [key, Symbol.for('nothing')]))
        const outcome = checkFields(playbook, wrong)
        expect(outcome.kind === 'refused' && outcome.refusals.map((refusal) => refusal.path)).toEqual(keys)
      }),
      runs,
    )
  })
})
