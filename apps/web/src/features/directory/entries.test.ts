import type { Post, Unit } from '@guatu/contract'
import { describe, expect, it } from 'vitest'
import { entriesOf, isNow, nowAndBefore } from './entries.ts'

const post = (postId: string, personId: string, more: Partial<Post> = {}): Post => ({
  postId,
  personId,
  orgId: 'o',
  role: 'town',
  title: '镇长',
  from: '2025-01-01',
  to: null,
  deputyForId: null,
  takenOverFromId: null,
  revision: 1,
  ...more,
})
const person = (personId: string, name: string) => ({ personId, orgId: 'o', name, post: null, revision: 1 })

describe('periods', () => {
  it.each([
    ['2026-06-15', null, true],
    ['2026-06-16', null, false],
    ['2026-01-01', '2026-06-15', true],
    ['2026-01-01', '2026-06-14', false],
  ])('%s to %s is now: %s', (from, to, now) => expect(isNow({ from, to }, '2026-06-15')).toBe(now))

  it('parts what is over from what is in force or to come', () => {
    const list = [
      post('old', 'p', { to: '2025-12-31' }),
      post('older', 'p', { from: '2020-01-01', to: '2024-12-31' }),
      post('next', 'p', { from: '2027-01-01' }),
      post('now', 'p'),
    ]
    const { now, before } = nowAndBefore(list, '2026-06-15')
    expect(now.map(({ postId }) => postId)).toEqual(['now', 'next'])
    expect(before.map(({ postId }) => postId)).toEqual(['old', 'older'])
  })
})

it('a deputy and a successor tell whose post it is', () => {
  const posts = [post('a', 'p1'), post('b', 'p2', { deputyForId: 'a' }), post('c', 'p3', { takenOverFromId: 'a' })]
  const persons = [person('p1', '甲'), person('p2', '乙'), person('p3', '丙')]
  const area = { areaCode: '330402100', orgId: 'o' } as Unit
  const charge = (kind: 'area' | 'org' | 'item', target: string) => ({
    chargeId: target,
    personId: 'p1',
    kind,
    target,
    targetName: null,
    from: '2026-01-01',
    to: null,
    revision: 1,
  })
  const charges = [charge('area', '330402100'), charge('org', 'o'), charge('item', 'o'), charge('area', 'x')]
  const entries = entriesOf({ units: [area], persons, posts, charges })
  expect(entries.deputisedIn(posts[1]!)?.name).toBe('甲')
  expect(entries.predecessorIn(posts[2]!)?.name).toBe('甲')
  expect(entries.deputisedIn(posts[0]!)).toBeUndefined()
  expect(entries.chargesOver(area).map(({ kind }) => kind)).toEqual(['area', 'org'])
  expect(entries.postsOfPerson('p2').map(({ postId }) => postId)).toEqual(['b'])
})
