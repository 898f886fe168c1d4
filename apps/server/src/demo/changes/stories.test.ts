import { checkFields, movesFrom } from '@guatu/playbook'
import { dictionaries, playbooks } from '@guatu/playbooks'
import { expect, test } from 'vitest'
import { stories } from './stories.ts'

const list = playbooks.find(({ capabilities }) => capabilities.includes('changes'))!

test('there is an application in every state, and each went a legal way to it', () => {
  expect(new Set(stories.map(({ stage }) => stage))).toEqual(new Set(list.stages.map(({ key }) => key)))
  for (const { stage, steps } of stories) {
    let at = list.stages[0]!.key
    for (const { from, to } of steps) {
      expect(from).toBe(at)
      expect(movesFrom(list, from).map((move) => move.to)).toContain(to)
      at = to
    }
    expect(at).toBe(stage)
  }
})

test('each says what its list asks, with a reason where a move asks for one, one day after the other', () => {
  for (const { fields, steps } of stories) {
    expect(checkFields(list, fields, { dictionaries }).kind).toBe('done')
    expect(steps.map(({ daysAgo }) => daysAgo)).toEqual(steps.map(({ daysAgo }) => daysAgo).toSorted((a, b) => b - a))
    for (const { from, to, reason } of steps) {
      const move = movesFrom(list, from).find((one) => one.to === to)!
      if (move.reason) expect(reason).toBeTruthy()
    }
  }
})
