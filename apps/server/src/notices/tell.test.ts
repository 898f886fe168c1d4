import { type Role, type Standing, standardRules, type Tie } from '@guatu/access'
import { type Phase, phases } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { worksList } from '../store/testing/works-list.ts'
import { noticesOf, Teller } from './gather.ts'
import { peopleWhen } from './known-directory.ts'
import { type Directory, peopleOn } from './people.ts'
import { checkTold } from './replay.ts'
import { tellingsOf } from './tell.ts'
import type { ItemView, ToldEvent } from './telling.ts'

const [root, town, bureau, village] = ['root', 'town', 'bureau', 'village'] as const
const post = (personId: string, orgId: string, role: Role, more: Partial<Directory['posts'][number]> = {}) => ({
  ...{ postId: `${personId}@${orgId}`, personId, orgId, role, fromDay: '2026-01-01', toDay: null, deputyForId: null },
  ...more,
})
const directory: Directory = {
  units: [
    { orgId: root, parentId: null, areaCode: null },
    { orgId: town, parentId: root, areaCode: '330402100' },
    { orgId: bureau, parentId: root, areaCode: null },
    { orgId: village, parentId: town, areaCode: null },
  ],
  posts: [
    post('mayor', town, 'town'),
    post('deputy', town, 'town', { deputyForId: 'mayor@town' }),
    post('chief', bureau, 'department'),
    post('office', root, 'districtOffice'),
    post('leader', root, 'leader'),
    post('admin', town, 'systemAdmin'),
    post('firm', 'firmOrg', 'firm'),
  ],
  charges: [
    { chargeId: 'c', personId: 'leader', kind: 'area', target: '330402100', fromDay: '2026-01-01', toDay: null },
  ],
  rules: standardRules,
}
const people = peopleOn(directory, '2026-06-15')

/** A closed loop: raised, with the lead, answered, closed or opened again. */
const loopList: Playbook = {
  ...worksList,
  stages: [
    { key: 'raised', title: { zh: '已提出', en: 'Raised' }, words: [], phase: 'problem' },
    { key: 'lead', title: { zh: '办理中', en: 'In hand' }, words: [], phase: 'problem' },
    { key: 'answered', title: { zh: '已答复', en: 'Answered' }, words: [], phase: 'problem' },
    { key: 'closed', title: { zh: '已解决', en: 'Solved' }, words: [], phase: 'problem', final: true },
  ],
  moves: [
    { from: 'raised', to: 'lead', by: ['all', 'supervising'] },
    { from: 'raised', to: 'closed', by: ['raiser', 'all'] },
    { from: 'lead', to: 'answered', by: ['lead'] },
    { from: 'lead', to: 'lead', by: ['lead', 'all'], counts: 'handOver', asks: ['unit'] },
    { from: 'answered', to: 'closed', by: ['raiser', 'all'] },
    { from: 'answered', to: 'lead', by: ['raiser'], counts: 'reopening', back: true },
  ],
  ladder: [
    {
      level: 'leader',
      title: { zh: '包联区领导', en: 'The leader in charge' },
      after: { clock: 'answer', overdueWorkdays: 5 },
    },
  ],
}

const tie = (relation: Tie['relation'], id: string): Tie => ({ relation, id })
const view = (stage: string, ties: readonly Tie[], phase: Phase = 'problem', playbook = loopList): ItemView => ({
  ...{ itemId: 'i', playbook, title: '用地卡点', stage },
  standing: { itemId: 'i', phase, ties } satisfies Standing,
})
const event = (verb: string, data: Record<string, unknown> = {}, more: Partial<ToldEvent> = {}): ToldEvent => ({
  ...{ seq: 1, at: '2026-06-15T02:00:00.000Z', actor: '某人', actorId: null, verb, itemId: 'i', data, reason: null },
  ...more,
})
const told = (one: ToldEvent, item: ItemView | null) =>
  tellingsOf(one, item, people)
    .map(({ personId, kind }) => `${personId} ${kind}`)
    .sort()
const move = (from: string, to: string, more: Record<string, unknown> = {}) =>
  event('item.advanced', { from, to, back: false, ...more })
const parties = [tie('lead', bureau), tie('raiser', town), tie('area', '330402100')]

test('what is raised waits for the office; what is assigned for the lead; what is answered for the raiser', () => {
  expect(told(event('item.created'), view('raised', [tie('raiser', town)]))).toEqual(['office toAct'])
  expect(told(move('raised', 'lead'), view('lead', parties))).toEqual(['chief toAct'])
  // A draft names its lead already, who hears of it when it comes to him.
  expect(told(event('item.created'), view('raised', parties))).toEqual(['office toAct'])
  const changes = { unit: { from: null, to: bureau } }
  expect(told(event('item.updated', { changes }), view('raised', parties))).toEqual([])
  // The office could close it too, and is not asked as long as somebody else is to act.
  expect(told(move('lead', 'answered'), view('answered', parties))).toEqual(['deputy toAct', 'mayor toAct'])
})

test('opening again, solving and climbing the ladder are told to those whom they concern', () => {
  const again = move('answered', 'lead', { counts: 'reopening', back: true })
  expect(told(again, view('lead', parties))).toContain('chief reopened')
  expect(told(move('answered', 'closed'), view('closed', parties))).toEqual([
    'chief closed',
    'deputy closed',
    'mayor closed',
  ])
  const climbed = event('item.escalated', { from: null, to: 'leader' }, { actor: 'system' })
  expect(told(climbed, view('lead', parties))).toEqual(['chief escalated', 'leader escalated'])
  const [telling] = tellingsOf(climbed, view('lead', parties), people)
  expect(telling).toMatchObject({ text: { zh: '超期未办结，升级到：包联区领导' }, actor: null })
})

test('lamps are told to more people the graver they are; blue means soon', () => {
  const lit = (to: string) => event('item.lit', { from: 'green', to, rules: ['late'] }, { actor: 'system' })
  const item = view(
    'build',
    [tie('lead', town), tie('owner', 'chief'), tie('area', '330402100')],
    'delivery',
    worksList,
  )
  expect(told(lit('blue'), item)).toEqual(['chief dueSoon', 'deputy dueSoon', 'mayor dueSoon'])
  expect(told(lit('red'), item)).toEqual(['chief lampRed', 'deputy lampRed', 'leader lampRed', 'mayor lampRed'])
  expect(told(lit('green'), item)).toEqual([])
})

test('nobody hears of what he may not read, nor of what he did himself, nor an administrator of anything', () => {
  const talks = view('prepare', [tie('lead', town), tie('cooperating', bureau)], 'negotiation', worksList)
  const mine = event('item.created', {}, { actorId: 'mayor' })
  expect(told(mine, talks)).toEqual(['deputy assigned'])
  const firm = view('prepare', [tie('lead', 'firmOrg')], 'delivery', worksList)
  expect(told(event('item.created'), firm)).toEqual([])
})

test('a node given to a person is told to him alone, with its name', () => {
  const nodes = [{ nodeKey: 'a', title: '施工许可', changes: { ownerId: { from: null, to: 'chief' } } }]
  const [telling, ...more] = tellingsOf(
    event('plan.saved', { nodes }),
    view('build', [], 'delivery', worksList),
    people,
  )
  expect(more).toEqual([])
  expect(telling).toMatchObject({ personId: 'chief', kind: 'nodeAssigned', text: { zh: '节点交由我方：施工许可' } })
})

test('a unit without anybody of its own is told by the one above', () => {
  const item = view('build', [tie('lead', village)], 'delivery', worksList)
  expect(told(event('item.created'), item)).toEqual(['deputy assigned', 'mayor assigned'])
})

test('an import is one telling to whoever brought it and one to each unit’s people', () => {
  const teller = new Teller(() => people)
  const rows = Array.from({ length: 500 }, (_, index) =>
    event('item.created', { importId: 'x' }, { seq: index + 2, itemId: `i${index}` }),
  )
  const file = { importId: 'x', fileName: '台账.xlsx', rows: 500 }
  const start = event('import.committed', file, { itemId: null, actorId: 'office' })
  const item = view('build', [tie('lead', town)], 'delivery', worksList)
  const all = [...teller.take(start, null), ...rows.flatMap((row) => teller.take(row, item)), ...teller.end()]
  expect(all.map(({ personId, kind, text }) => `${personId} ${kind} ${text.zh}`).sort()).toEqual([
    'deputy imported 导入《台账.xlsx》：500 项',
    'mayor imported 导入《台账.xlsx》：500 项',
    'office imported 导入《台账.xlsx》：500 项',
  ])
})

test('a post that is given or ended later is not held, or still held, at the time of an earlier event', () => {
  const later = [
    { seq: 5, verb: 'post.assigned', data: { post: { postId: 'chief@bureau' } } },
    {
      seq: 8,
      verb: 'post.ended',
      data: { post: { postId: 'mayor@town' }, before: { to: null }, after: { to: '2026-05-01' } },
    },
  ]
  const ended = directory.posts.map((one) => (one.postId === 'mayor@town' ? { ...one, toDay: '2026-05-01' } : one))
  const when = peopleWhen({ ...directory, posts: ended }, later)
  const holds = (seq: number) =>
    ['chief', 'mayor', 'deputy'].filter((id) => when({ seq, at: '2026-06-15T02:00:00.000Z' }).holder(id))
  expect([holds(4), holds(5), holds(8)]).toEqual([['mayor', 'deputy'], ['chief', 'mayor', 'deputy'], ['chief']])
})

const anyTie = fc.oneof(
  fc.record({
    relation: fc.constantFrom('lead', 'cooperating', 'supervising', 'raiser'),
    id: fc.constantFrom(town, bureau),
  }),
  fc.record({ relation: fc.constantFrom('owner', 'leader'), id: fc.constantFrom('chief', 'mayor', 'leader', 'firm') }),
) as fc.Arbitrary<Tie>
const anyEvent = fc.oneof(
  fc.constantFrom('item.created', 'item.escalated').map((verb) => event(verb, { to: 'leader' })),
  fc.constantFrom('red', 'yellow', 'blue').map((to) => event('item.lit', { to, rules: [] })),
  fc.tuple(fc.constantFrom('raised', 'lead', 'answered'), fc.boolean()).map(([to, back]) => move('lead', to, { back })),
)
const anyAct = fc.array(
  fc.record({
    one: anyEvent,
    ties: fc.array(anyTie, { maxLength: 3 }),
    phase: fc.constantFrom(...phases),
    item: fc.nat(9),
    actor: fc.constantFrom('mayor', 'chief', 'office', null),
  }),
  { maxLength: 25 },
)

test('whatever happens: every telling has exactly one notice, readers only, never the actor, at most one for an item', () => {
  fc.assert(
    fc.property(anyAct, (act) => {
      const tellings = act.flatMap(({ one, ties, phase, item, actor }, index) => {
        const itemId = `item${item}`
        const shown = { ...view('lead', ties, phase), itemId }
        const happened = { ...one, seq: index + 1, itemId, actorId: actor }
        const found = tellingsOf(happened, { ...shown, standing: { ...shown.standing, itemId } }, people)
        for (const { personId } of found) {
          expect(personId).not.toBe(actor)
          expect(people.may(people.holder(personId)!, 'item.read', { ...shown.standing, itemId })).toBe(true)
        }
        return found
      })
      const notices = noticesOf(tellings).map((notice) => ({ ...notice, eventSeq: notice.seq }))
      expect(checkTold(tellings, notices)).toEqual({ missing: [], doubled: [], unfounded: [] })
      const keys = notices.map(({ personId, itemId }) => `${personId} ${itemId}`)
      expect(new Set(keys).size).toBe(keys.length)
      // What is left out, or stands for nothing, is seen.
      if (notices.length > 0) {
        expect(checkTold(tellings, notices.slice(1)).missing.length).toBeGreaterThan(0)
        expect(checkTold([], notices).unfounded).toHaveLength(notices.length)
        expect(checkTold(tellings, [...notices, ...notices]).doubled).toHaveLength(tellings.length)
      }
    }),
  )
})
