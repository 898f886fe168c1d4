import { playbooks } from '@guatu/playbooks'
import { describe, expect, test } from 'vitest'
import { looseMatters, matters } from './matters.ts'
import { ways } from './ways.ts'

const list = playbooks.find(({ capabilities }) => capabilities.includes('problemBoard'))!
const projects = playbooks.find(({ capabilities }) => capabilities.includes('schedule'))!
const endOf = (way: (typeof ways)[number]) => way.steps.at(-1)?.to ?? list.stages[0]!.key

describe('invented ways', () => {
  test('end in every stage of the list', () => {
    expect(new Set(ways.map(endOf))).toEqual(new Set(list.stages.map(({ key }) => key)))
  })

  test('go forward in time', () => {
    for (const { raisedBack, steps } of ways) {
      const times = [raisedBack * 1440, ...steps.map(({ back, minute }) => back * 1440 - minute + 500)]
      expect(times.toSorted((a, b) => b - a)).toEqual(times)
    }
  })
})

describe('invented matters', () => {
  test('hold nodes that projects have and are of types that the list knows', () => {
    const nodes = new Set(projects.nodes.map(({ key }) => key))
    const type = list.fields[list.roles.matterType!]
    const types = type?.kind === 'choice' ? Object.keys(type.choices) : []
    for (const matter of [...matters, ...looseMatters]) {
      expect(types).toContain(matter.type)
      for (const node of matter.nodes) expect(nodes).toContain(node)
    }
  })
})
