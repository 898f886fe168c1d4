import { checkFields, missingForMove, movesFrom, plainWord } from '@guatu/playbook'
import { describe, expect, test } from 'vitest'
import { dictionaries } from './index.ts'
import { problem } from './problem.ts'

const fieldOfHeader = (header: string): string | undefined => {
  const word = plainWord(header)
  const { stageColumn, fields } = problem
  if ([stageColumn.title.zh, ...stageColumn.words].some((known) => plainWord(known) === word)) return 'stage'
  return Object.keys(fields).find((key) =>
    [fields[key]!.title.zh, ...(fields[key]!.words ?? [])].some((known) => plainWord(known) === word),
  )
}

const stageOfWord = (word: string): string | undefined =>
  problem.stages.find((stage) => [stage.title.zh, ...stage.words].includes(word))?.key

describe('fields', () => {
  test.each([
    ['问题', 'title'],
    ['难题名称', 'title'],
    ['问题描述', 'description'],
    ['存在问题', 'description'],
    ['诉求', 'asked'],
    ['需要协调解决的问题', 'asked'],
    ['问题类型', 'problemType'],
    ['紧急程度', 'urgency'],
    ['项目名称', 'project'],
    ['所属镇街', 'area'],
    ['提出时间', 'raisedOn'],
    ['上报单位', 'raiserOrg'],
    ['责任单位', 'leadOrg'],
    ['配合部门', 'cooperatingOrgs'],
    ['责任人', 'owner'],
    ['包联领导', 'leader'],
    ['解决措施', 'measure'],
    ['完成时限', 'promisedOn'],
    ['办理情况', 'result'],
    ['解决时间', 'solvedOn'],
    ['满意度', 'raiserRating'],
    ['状态', 'stage'],
    ['是否解决', 'stage'],
  ])('a ledger’s %s is %s', (header, key) => {
    expect(fieldOfHeader(header)).toBe(key)
  })

  test('a row of a town’s problem table passes', () => {
    const fields = {
      title: '10 千伏线路迁改影响桩基施工',
      asked: '请供电公司月底前停电迁改',
      problemType: 'utilities',
      urgency: 'urgent',
      project: '智能装备产业园',
      area: '330402105',
      raisedOn: { date: '2026-11-02', precision: 'day', raw: '11月2日' },
      promisedOn: { date: '2026-11-30', precision: 'day' },
      cooperatingOrgs: ['018f0000-0000-7000-8000-000000000001'],
    }
    expect(checkFields(problem, fields, { dictionaries, whole: true })).toEqual({ kind: 'done', value: fields })
  })

  test('what is asked must be said, whom to call is personal', () => {
    expect(checkFields(problem, { title: '停电' }, { dictionaries, whole: true }).kind).toBe('refused')
    const personal = Object.keys(problem.fields).filter((key) => problem.fields[key]!.secret === 'personal')
    expect(personal).toEqual(['contact', 'phone'])
  })

  test('whoever raised it, handles it, helps and watches is tied to it', () => {
    const relations = Object.fromEntries(
      Object.entries(problem.fields).flatMap(([key, { relation }]) => (relation ? [[key, relation]] : [])),
    )
    expect(relations).toEqual({
      raiserOrg: 'raiser',
      raiser: 'raiser',
      firm: 'firm',
      cooperatingOrgs: 'cooperating',
      supervisingOrg: 'supervising',
    })
    expect(problem.roles).toMatchObject({ leadOrg: 'leadOrg', owner: 'owner', leader: 'leader', finish: 'promisedOn' })
  })

  test('each side rates the other, and only that side', () => {
    const writers = Object.fromEntries(
      Object.entries(problem.fields).flatMap(([key, { writtenBy }]) => (writtenBy ? [[key, writtenBy]] : [])),
    )
    expect(writers).toEqual({
      raiserRating: ['raiser'],
      raiserComment: ['raiser'],
      leadRating: ['lead', 'owner'],
      leadComment: ['lead', 'owner'],
    })
  })
})

describe('stages', () => {
  test('run from raised to solved, with those beside the way', () => {
    expect(problem.stages.filter(({ aside }) => !aside).map(({ key }) => key)).toEqual([
      ...['raised', 'assigned', 'accepted', 'handling', 'confirming', 'solved'],
    ])
    expect(problem.stages.filter(({ aside }) => aside).map(({ key }) => key)).toEqual([
      ...['declined', 'appealed', 'closed'],
    ])
    expect(problem.stages.every(({ phase }) => phase === 'problem')).toBe(true)
  })

  test.each([
    ['已交办', 'assigned'],
    ['退回', 'declined'],
    ['已受理', 'accepted'],
    ['正在办理', 'handling'],
    ['推进中', 'handling'],
    ['已办结', 'confirming'],
    ['已销号', 'solved'],
    ['已解决', 'solved'],
    ['撤回', 'closed'],
  ])('a ledger’s %s is %s', (word, stage) => {
    expect(stageOfWord(word)).toBe(stage)
  })
})

describe('moves', () => {
  const moveTo = (from: string, to: string) => movesFrom(problem, from).find((move) => move.to === to)!
  const missing = (from: string, to: string, fields: Record<string, unknown> = {}) =>
    missingForMove({ playbook: problem, item: { stage: from, fields }, nodes: [], facts: [] }, moveTo(from, to)).map(
      ({ path }) => path,
    )

  test('the office assigns a problem with unit, type and urgency', () => {
    expect(missing('raised', 'assigned')).toEqual(['leadOrg', 'problemType', 'urgency'])
    expect(moveTo('raised', 'assigned').by).toContain('all')
  })

  test('a unit declines with a ground and a reason, and is asked for nothing else', () => {
    expect(missing('assigned', 'declined')).toEqual(['declineGround'])
    expect(moveTo('assigned', 'declined')).toMatchObject({ reason: true, counts: 'return', by: ['lead', 'owner'] })
  })

  test('each assignment counts as a hand-over', () => {
    const counted = problem.moves.filter(({ to }) => to === 'assigned')
    expect(counted.map(({ from }) => from)).toEqual(['raised', 'declined', 'accepted', 'handling'])
    expect(new Set(counted.map(({ counts }) => counts))).toEqual(new Set(['handOver']))
  })

  test('an answer has a measure and a date; what is solved at once needs no date', () => {
    expect(missing('accepted', 'handling')).toEqual(['measure', 'promisedOn'])
    expect(missing('accepted', 'confirming', { result: '已送电' })).toEqual(['measure'])
    expect(missing('accepted', 'confirming', {})).toContain('result')
  })

  test('only the raiser makes it solved, with a rating, or the office on an appeal', () => {
    const solving = problem.moves.filter(({ to }) => to === 'solved')
    expect(solving.map(({ from, by }) => [from, by])).toEqual([
      ['confirming', ['raiser']],
      ['appealed', ['all', 'supervising']],
    ])
    expect(missing('confirming', 'solved')).toEqual(['raiserRating'])
    expect(missing('appealed', 'solved')).toContain('appealDecision')
    expect(missing('appealed', 'solved', { appealDecision: 'solved' })).toEqual([])
  })

  test('closing without a solution needs a ground and nothing of the way that it leaves', () => {
    const closing = problem.moves.filter(({ to }) => to === 'closed')
    expect(closing.map(({ from }) => from)).toEqual(['raised', 'declined', 'handling', 'appealed'])
    for (const { from, reason } of closing) {
      expect(missing(from, 'closed')).toEqual(['closeGround'])
      expect(reason).toBe(true)
    }
  })

  test('opening again is counted and goes back into the hands of a unit or the office', () => {
    const reopening = problem.moves.filter(({ counts }) => counts === 'reopening')
    expect(reopening.map(({ from, to }) => [from, to])).toEqual([
      ['solved', 'handling'],
      ['closed', 'raised'],
    ])
    expect(missing('solved', 'handling')).toEqual(['promisedOn'])
  })

  test('every button has words, and every stage that is not final a way on', () => {
    expect(problem.moves.every(({ title }) => title?.zh)).toBe(true)
    for (const { key, final } of problem.stages) if (!final) expect(movesFrom(problem, key).length).toBeGreaterThan(0)
  })
})

describe('clocks', () => {
  test('the raiser’s own time is charged to the raiser, the rest to whoever has it in hand', () => {
    expect(Object.fromEntries(problem.clocks!.map(({ key, chargedTo }) => [key, chargedTo]))).toEqual({
      assignment: 'supervising',
      acceptance: 'lead',
      answer: 'lead',
      solving: 'lead',
      confirmation: 'raiser',
      decision: 'supervising',
    })
  })

  test('every open stage has exactly one clock, final ones none', () => {
    for (const { key, final } of problem.stages) {
      const own = problem.clocks!.filter(({ runsIn }) => runsIn.includes(key))
      expect([key, own.length]).toEqual([key, final ? 0 : 1])
    }
  })

  test('a pause needs a ground, and what the law does not count is among them', () => {
    for (const { pauses } of problem.clocks!) expect(Object.keys(pauses)).toContain('hearing')
  })

  test('the ladder climbs from the town to the joint meeting', () => {
    expect(problem.ladder!.map(({ level }) => level)).toEqual(['town', 'department', 'leader', 'joint'])
  })
})
