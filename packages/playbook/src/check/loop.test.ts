import { expect, test } from 'vitest'
import { matter } from '../../test/matter.ts'
import { changed } from '../../test/mutate.ts'
import { checkPlaybook } from '../define.ts'

type Row = readonly [what: string, path: string, value: unknown, mistakes: readonly (readonly [string, RegExp])[]]

test('the list of the tests is sound', () => {
  expect(checkPlaybook(matter)).toEqual([])
})

const rows: readonly Row[] = [
  ['a party that nobody is', 'moves/0/by/0', 'x', [['moves/0/by/0', /no relation 'x'/]]],
  ['a party twice', 'moves/1/by/1', 'lead', [['moves/1/by/1', /already used/]]],
  ['no party at all', 'moves/0/by', [], [['moves/0/by', /nobody makes it/]]],
  ['a question after an unknown field', 'moves/3/asks/0', 'x', [['moves/3/asks/0', /no field 'x'/]]],
  [
    'a need that is not asked for',
    'moves/0/needs/0',
    'name',
    [['moves/0/needs/0', /no field that it asks for 'name'/]],
  ],
  ['an unknown count', 'moves/1/counts', 'x', [['moves/1/counts', /no count 'x'/]]],
  ['a step that asks for nothing', 'moves/2/asks', undefined, [['moves/2', /goes nowhere/]]],
  ['one move twice', 'moves/2/key', 'handOver', [['moves/2', /already used at moves\/1/]]],
  ['a clock twice', 'clocks/3/key', 'accept', [['clocks/3/key', /already used at clocks\/0\/key/]]],
  ['an unknown stage', 'clocks/3/runsIn/0', 'x', [['clocks/3/runsIn/0', /no stage 'x'/]]],
  ['a clock that never runs', 'clocks/3/runsIn', [], [['clocks/3/runsIn', /never runs/]]],
  ['a clock at the end', 'clocks/3/runsIn/0', 'done', [['clocks/3/runsIn', /'done' is final/]]],
  ['an unknown unit', 'clocks/3/limit/0/unit', 'weeks', [['clocks/3/limit/0/unit', /no unit 'weeks'/]]],
  ['half a day', 'clocks/3/limit/0/amount', 0.5, [['clocks/3/limit/0/amount', /not above zero and whole/]]],
  ['no time at all', 'clocks/0/limit/0/amount', 0, [['clocks/0/limit/0/amount', /not above zero/]]],
  [
    'a limit by no test',
    'clocks/0/limit/0/when',
    'fields.urgent + 1',
    [['clocks/0/limit/0/when', /in 'fields.urgent/]],
  ],
  ['a limit by a secret', 'clocks/0/limit/0/when', "fields.call == ''", [['clocks/0/limit/0/when', /call/]]],
  ['a limit behind one that always holds', 'clocks/0/limit/0/when', undefined, [['clocks/0/limit/0', /never do/]]],
  ['a date that is none', 'clocks/2/limit/field', 'name', [['clocks/2/limit/field', /of kind text, not date/]]],
  ['an unknown date', 'clocks/2/limit/field', 'x', [['clocks/2/limit/field', /no field 'x'/]]],
  ['time of an unknown party', 'clocks/0/chargedTo', 'firm', [['clocks/0/chargedTo', /no relation 'firm'/]]],
  [
    'time of a party that no field names',
    'clocks/0/chargedTo',
    'issuer',
    [['clocks/0/chargedTo', /no field names anybody/]],
  ],
  ['a warning from the start', 'clocks/0/warnPercent', 100, [['clocks/0/warnPercent', /not between 0 and 100/]]],
  ['a rung by no clock', 'ladder/0/after/clock', 'x', [['ladder/0/after/clock', /no clock 'x'/]]],
  [
    'an unknown rung',
    'ladder/1/level',
    'province',
    [
      ['ladder/1/level', /no level 'province'/],
      ['ladder/1/level', /lower/],
    ],
  ],
  ['a ladder that leads down', 'ladder/0/level', 'joint', [['ladder/1/level', /lower than the rung before it/]]],
  [
    'part of a day overdue',
    'ladder/0/after/overdueWorkdays',
    0.5,
    [['ladder/0/after/overdueWorkdays', /not a whole number/]],
  ],
  ['a link to lists of no kind', 'linkKinds/about/to', 'x', [['linkKinds/about/to', /no capability 'x'/]]],
  ['a raiser of no relation', 'raisedBy/0', 'x', [['raisedBy/0', /no relation 'x'/]]],
  ['a rule about an unknown clock', 'lamps/rules/1/clocks/0', 'x', [['lamps/rules/1/clocks/0', /no clock 'x'/]]],
  [
    'a rule about the item that names clocks',
    'lamps/rules/1/subject',
    'item',
    [
      ['lamps/rules/1/when', /clock/],
      ['lamps/rules/1/levels/blue', /clock/],
      ['lamps/rules/1/figures/0', /no numeric figure/],
      ['lamps/rules/1/clocks', /a rule about item names clocks/],
    ],
  ],
  [
    'no clocks for rules about them',
    'clocks',
    undefined,
    [
      ['ladder/0/after/clock', /no clock 'settle'/],
      ['ladder/1/after/clock', /no clock 'settle'/],
      ['lamps/rules/0/subject', /no clock runs here/],
      ['lamps/rules/1/subject', /no clock runs here/],
    ],
  ],
]

test.each(rows)('%s', (_, path, value, expected) => {
  const found = checkPlaybook(changed(matter, [path, value]))
  expect(found.map((mistake) => mistake.path)).toEqual(expected.map(([at]) => at))
  for (const [index, [, message]] of expected.entries()) expect(found[index]!.message).toMatch(message)
})
