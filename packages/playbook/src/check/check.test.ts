import { describe, expect, test } from 'vitest'
import { mutated } from '../../test/mutate.ts'
import { checkPlaybook } from '../define.ts'

type Row = readonly [what: string, path: string, value: unknown, mistakes: readonly (readonly [string, RegExp])[]]

/** Each row changes one place of the sound sample and names every mistake that follows, and no other. */
function tellsExactly(rows: readonly Row[]) {
  test.each(rows)('%s', (_, path, value, expected) => {
    const found = checkPlaybook(mutated([path, value]))
    expect(found.map((mistake) => mistake.path)).toEqual(expected.map(([at]) => at))
    for (const [index, [, message]] of expected.entries()) expect(found[index]!.message).toMatch(message)
  })
}

const words = (zh: string, en: string) => ({ zh, en })

describe('shape', () => {
  tellsExactly([
    ['a key with capitals', 'key', 'Sample', [['key', /lower-case/]]],
    ['a key with spaces', 'key', 'sample list', [['key', /lower-case/]]],
    ['a key with two hyphens', 'key', 'sample--list', [['key', /lower-case/]]],
    ['a version of zero', 'version', 0, [['version', /whole number from 1/]]],
    ['half a version', 'version', 1.5, [['version', /whole number from 1/]]],
    ['no English title', 'title', { zh: '样例' }, [['title/en', /no words/]]],
    ['an empty Chinese title', 'itemTitle/zh', ' ', [['itemTitle/zh', /no words/]]],
    ['a title that is no text', 'groups/basic/en', 5, [['groups/basic/en', /no words/]]],
    ['a closure', 'fields/name/hint', () => 'x', [['fields/name/hint', /function is no plain data/]]],
    ['no number', 'lamps/thresholds/behind', Number.NaN, [['lamps/thresholds/behind', /no number/]]],
    ['an endless number', 'lamps/thresholds/behind', Infinity, [['lamps/thresholds/behind', /no number/]]],
    ['a big integer', 'lamps/thresholds/behind', 5n, [['lamps/thresholds/behind', /bigint is no plain data/]]],
    [
      'a field name with a hyphen',
      'fields/first-name',
      { kind: 'text', title: words('首名', 'First'), group: 'basic' },
      [['fields/first-name', /camelCase/]],
    ],
  ])
})

describe('fields', () => {
  tellsExactly([
    ['an unknown group', 'fields/note/group', 'none', [['fields/note/group', /no group 'none'; known: basic, time/]]],
    [
      'an unknown metric',
      'fields/plan/metric',
      'none',
      [['fields/plan/metric', /no metric 'none'; known: plan, done/]],
    ],
    [
      'a metric of the wrong kind',
      'fields/site/metric',
      'plan',
      [['fields/site/metric', /CNY needs a field of kind money/]],
    ],
    ['a text that takes nothing', 'fields/name/maxLength', 0, [['fields/name/maxLength', /no text at all/]]],
    ['a broken pattern', 'fields/serial/pattern', '(', [['fields/serial/pattern', /no regular expression/]]],
    ['min above max', 'fields/staff/min', 501, [['fields/staff/min', /501 is above max 500/]]],
    ['inference from nowhere', 'fields/area/inferFrom/0', 'x', [['fields/area/inferFrom/0', /no field 'x'/]]],
    ['a short form with a field of nobody', 'raiseForm', ['name', 'x'], [['raiseForm/1', /no field 'x'/]]],
    ['a short form with a field twice', 'raiseForm', ['name', 'name'], [['raiseForm/1', /already/]]],
    ['a short form without what is required', 'raiseForm', ['note'], [['raiseForm', /lacks 'name'/]]],
    ['an unknown column', 'columns/1', 'x', [['columns/1', /no field or column 'x'/]]],
    ['a column twice', 'columns/1', 'lamp', [['columns/1', /'lamp' is already used at columns\/0/]]],
    ['no title', 'roles/title', undefined, [['roles/title', /every item needs a title/]]],
    ['a role without its field', 'roles/owner', 'x', [['roles/owner', /no field 'x'/]]],
    [
      'a role of the wrong kind',
      'roles/amount',
      'site',
      [['roles/amount', /'site' is of kind number; the role needs money/]],
    ],
    ['a start that is text', 'roles/start', 'name', [['roles/start', /kind text; the role needs date/]]],
    ['a role that nobody knows', 'roles/colour', 'name', [['roles/colour', /no such role/]]],
  ])

  test('a choice without choices says so, and its titles are missed where they are used', () => {
    const found = checkPlaybook(mutated(['fields/manner/choices', {}]))
    expect(found).toEqual([{ path: 'fields/manner/choices', message: 'nothing to choose' }])
  })
})

describe('words', () => {
  tellsExactly([
    [
      'a header of two fields',
      'fields/note/words',
      ['项目'],
      [['fields/note/words/0', /'项目' is already used at fields\/name/]],
    ],
    ['a header that is a title', 'fields/note/words', ['编号'], [['fields/serial/title/zh', /'编号'/]]],
    ['a header of the stage', 'fields/note/words', ['状态'], [['fields/note/words/0', /stageColumn/]]],
    ['the same header twice', 'fields/note/words', ['备注', '备 注'], [['fields/note/words/1', /'备注'/]]],
    [
      'the same header, full width',
      'fields/note/words',
      ['备注(一)', '备注（一）'],
      [['fields/note/words/1', /already/]],
    ],
    ['a word of two stages', 'stages/1/words', ['在建'], [['stages/2/words/0', /stage word '在建'/]]],
    ['two stages of one title', 'stages/1/title/zh', '设想', [['stages/1/title/zh', /stage word '设想'/]]],
    [
      'a word of two choices',
      'fields/sort/choices/small/words',
      ['大型'],
      [['fields/sort/choices/small/words/0', /'大型'/]],
    ],
    [
      'a word that is another title',
      'fields/sort/choices/small/words',
      ['大'],
      [['fields/sort/choices/small/words/0', /'大'/]],
    ],
  ])

  test('a title may be named among its own words', () => {
    expect(checkPlaybook(mutated(['fields/note/words', ['说明', '备注']]))).toEqual([])
  })

  test('two choices of different fields may share a word', () => {
    expect(checkPlaybook(mutated(['fields/manner/choices/fast/words', ['大型']]))).toEqual([])
  })
})

describe('stages', () => {
  tellsExactly([
    ['a move from nowhere', 'moves/4/from', 'x', [['moves/4/from', /no stage 'x'/]]],
    ['a move to itself', 'moves/1/to', 'idea', [['moves/1', /goes nowhere/]]],
    ['a move twice', 'moves/1/to', 'prepare', [['moves/1', /already used at moves\/0/]]],
    ['back that goes on', 'moves/1/back', true, [['moves/1/back', /goes on/]]],
    ['on that goes back', 'moves/4/back', undefined, [['moves/4', /without saying back/]]],
    ['a final stage with a way on', 'stages/2/final', true, [['stages/2/final', /'build' is final and has a move on/]]],
    ['a last stage that is not final', 'stages/3/final', undefined, [['stages/3', /no move on and is not final/]]],
    ['two starts', 'stages/1/reaches', 'start', [['stages/2/reaches', /milestone 'start'/]]],
  ])

  test('a stage that no move leads to is an error', () => {
    const found = checkPlaybook(
      mutated(['moves/3', { from: 'end', to: 'build', back: true }], ['stages/2/final', true]),
    )
    expect(found.map((mistake) => mistake.path)).toContain('stages/3')
    expect(found.find((mistake) => mistake.path === 'stages/3')!.message).toMatch(/no move leads .* 'end'/)
  })

  test('being reached only by going back is not being reached', () => {
    const found = checkPlaybook(
      mutated(['moves/0', { from: 'build', to: 'prepare', back: true }], ['moves/5/to', 'idea']),
    )
    expect(found.map((mistake) => mistake.path)).toContain('stages/1')
  })

  test('a stage twice is told', () => {
    const found = checkPlaybook(mutated(['stages/1/key', 'idea']))
    expect(found[0]).toMatchObject({ path: 'stages/1/key' })
  })

  test('a finish before the start is told', () => {
    const found = checkPlaybook(mutated(['stages/1/reaches', 'finish'], ['stages/3/reaches', undefined]))
    expect(found).toEqual([{ path: 'stages/1/reaches', message: 'finishes before it starts' }])
  })

  test('a list without stages says only that, of its stages', () => {
    const found = checkPlaybook(mutated(['stages', []], ['moves', []], ['gates', []], ['nodes', []], ['links', []]))
    expect(found).toEqual([{ path: 'stages', message: 'no stages' }])
  })
})

describe('gates', () => {
  tellsExactly([
    ['a gate to nowhere', 'gates/0/to', 'x', [['gates/0/to', /no stage 'x'/]]],
    ['a gate that nobody passes', 'gates/0/to', 'idea', [['gates/0/to', /no move goes on to 'idea'/]]],
    ['two gates to one stage', 'gates/0/to', 'build', [['gates/1/to', /already used at gates\/0\/to/]]],
    ['a gate that needs nothing', 'gates/0/needs', [], [['gates/0/needs', /needs nothing/]]],
    ['an unknown field', 'gates/0/needs/0/field', 'x', [['gates/0/needs/0/field', /no field 'x'/]]],
    ['an unknown node', 'gates/1/needs/1/node', 'x', [['gates/1/needs/1/node', /no node 'x'/]]],
    [
      'a node behind the gate',
      'gates/1/needs/1/node',
      'works',
      [['gates/1/needs/1/node', /stage 'build', which is not before 'build'/]],
    ],
    ['an unknown metric', 'gates/1/needs/2/metric', 'x', [['gates/1/needs/2/metric', /no metric 'x'/]]],
    [
      'evidence of an unknown node',
      'gates/1/needs/2',
      { kind: 'evidence', node: 'x' },
      [['gates/1/needs/2/node', /no node 'x'/]],
    ],
    [
      'evidence of a node behind the gate',
      'gates/1/needs/2',
      { kind: 'evidence', node: 'works' },
      [['gates/1/needs/2/node', /not before 'build'/]],
    ],
    [
      'evidence of an unknown metric',
      'gates/1/needs/2',
      { kind: 'evidence', metric: 'x' },
      [['gates/1/needs/2/metric', /no metric 'x'/]],
    ],
  ])
})

describe('nodes and links', () => {
  tellsExactly([
    ['a node of no stage', 'nodes/6/stage', 'x', [['nodes/6/stage', /no stage 'x'/]]],
    ['half a day', 'nodes/0/durationWorkdays', 2.5, [['nodes/0/durationWorkdays', /whole number from 0/]]],
    ['a negative duration', 'nodes/6/durationWorkdays', -1, [['nodes/6/durationWorkdays', /whole number from 0/]]],
    ['shortest above normal', 'nodes/0/shortestWorkdays', 6, [['nodes/0/shortestWorkdays', /within 0-5/]]],
    ['two finishes', 'nodes/6/anchor', 'finish', [['nodes/6/anchor', /anchor 'finish'/]]],
    ['a link from nowhere', 'links/0/from', 'x', [['links/0/from', /no node 'x'/]]],
    ['a link to nowhere', 'links/6/to', 'x', [['links/6/to', /no node 'x'/]]],
    [
      'a link twice',
      'links/3',
      { from: 'begin', to: 'works', type: 'FS', lagWorkdays: 1, soft: true },
      [['links/3', /already/]],
    ],
    ['half a lag', 'links/0/lagWorkdays', 0.5, [['links/0/lagWorkdays', /not whole/]]],
  ])

  test('a node twice is told', () => {
    const found = checkPlaybook(mutated(['nodes/1/key', 'file']))
    expect(found).toContainEqual({ path: 'nodes/1/key', message: "node 'file' is already used at nodes/0/key" })
  })

  test('a cycle is told with its way', () => {
    const back = { from: 'accept', to: 'begin', type: 'FS', lagWorkdays: 0, soft: true }
    const found = checkPlaybook(mutated(['links/7', back]))
    expect(found).toContainEqual({ path: 'links', message: 'cycle begin -> works -> accept -> begin' })
  })

  test('a node that waits for itself is a cycle', () => {
    const found = checkPlaybook(mutated(['links/0/to', 'file']))
    expect(found).toContainEqual({ path: 'links', message: 'cycle file -> file' })
  })

  test('a hard link against the order of the stages is told, a soft one may be', () => {
    const link = { from: 'archive', to: 'file', type: 'SS', lagWorkdays: 0, soft: false }
    const without = (soft: boolean) =>
      checkPlaybook(mutated(['links', [{ ...link, soft }]])).map((mistake) => mistake.path)
    expect(without(false)).toEqual(['links/0'])
    expect(without(true)).toEqual([])
  })
})

describe('expressions and texts', () => {
  tellsExactly([
    ['a gate that asks for no field', 'gates/0/needs/1/when', "fields.x == 'a'", [['gates/0/needs/1/when', /x/]]],
    [
      'a gate that compares text with a number',
      'gates/0/needs/1/when',
      'fields.sort > 5',
      [['gates/0/needs/1/when', /overload/]],
    ],
    [
      'a gate that gives no bool',
      'gates/1/needs/3/test',
      'fields.site',
      [['gates/1/needs/3/test', /double, not bool/]],
    ],
    ['a rule of no figure', 'lamps/rules/0/when', 'node.lateWeeks > 1', [['lamps/rules/0/when', /lateWeeks/]]],
    ['a rule of the other subject', 'lamps/rules/0/when', 'item.behindPoints > 1', [['lamps/rules/0/when', /item/]]],
    ['a level of no threshold', 'lamps/rules/0/levels/red', 'node.lateDays > t.x', [['lamps/rules/0/levels/red', /x/]]],
    ['a rule that lights nothing', 'lamps/rules/1/levels', {}, [['lamps/rules/1/levels', /lights nothing/]]],
    ['a rule twice', 'lamps/rules/1/key', 'late', [['lamps/rules/1/key', /already/]]],
    [
      'a figure of nobody',
      'lamps/rules/1/figures',
      ['dueInDays', 'x'],
      [['lamps/rules/1/figures/1', /no numeric figure 'x'/]],
    ],
    [
      'a figure that is a flag',
      'lamps/rules/1/figures',
      ['dueInDays', 'dated'],
      [['lamps/rules/1/figures/1', /'dated'/]],
    ],
    ['a quote of no figure', 'lamps/rules/1/text/en', 'due in {days}', [['lamps/rules/1/text/en', /quotes \{days\}/]]],
    [
      'a quote that figures does not name',
      'lamps/rules/2/text',
      words('落后 {overdueDays}', '{behindPoints} behind'),
      [['lamps/rules/2/text/zh', /\{overdueDays\}/]],
    ],
  ])

  test('a threshold that is taken away is missed everywhere it is used', () => {
    const found = checkPlaybook(mutated(['lamps/thresholds/lateDaysRed', undefined])).map((mistake) => mistake.path)
    expect(found).toEqual(['lamps/rules/0/levels/red', 'lamps/rules/0/figures/1'])
  })
})
