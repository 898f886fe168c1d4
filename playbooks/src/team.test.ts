import { decideAdvance } from '@guatu/playbook'
import { expect, test } from 'vitest'
import { consequence } from './consequence.ts'
import { team } from './team.ts'

const missingFor = (playbook: typeof team, stage: string, to: string, fields: Readonly<Record<string, unknown>>) => {
  const decided = decideAdvance({ playbook, item: { stage, fields }, nodes: [], facts: [], to, reason: null })
  return decided.kind === 'done' ? [] : decided.refusals.map(({ path }) => path)
}

test('a team goes to the front line with a captain and a task, and comes home with its record', () => {
  expect(missingFor(team, 'planned', 'deployed', {})).toEqual(['captain', 'task'])
  expect(missingFor(team, 'planned', 'deployed', { captain: 'p1', task: '一季度供地' })).toEqual([])
  const back = team.moves.find(({ from, to }) => from === 'deployed' && to === 'disbanded')
  expect(back?.needs).toEqual(['record'])
})

test('nobody is judged unheard: no way leads to a decision but through the hearing', () => {
  const waysTo = consequence.moves.filter(({ to }) => to === 'decided').map(({ from }) => from)
  expect(waysTo).toEqual(['heard'])
  expect(consequence.moves.find(({ key }) => key === 'state')?.by).toEqual(['owner', 'lead'])
})

test('a decision names its clause, its document and its day, and whoever makes it is the issuer', () => {
  expect(missingFor(consequence, 'heard', 'decided', {})).toEqual(['clause', 'documentNumber', 'decidedOn'])
  const moves = consequence.moves.filter(({ key }) => key !== 'state')
  expect(moves.every(({ by }) => by?.includes('issuer'))).toBe(true)
})
