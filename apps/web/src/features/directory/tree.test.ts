import type { Unit } from '@guatu/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEntries, pathTo, treeRows } from './tree.ts'

const unit = (orgId: string, parentId: string | null, kind = 'department', more: Partial<Unit> = {}): Unit => ({
  orgId,
  parentId,
  kind,
  name: orgId,
  shortName: null,
  areaCode: null,
  assessed: false,
  position: 0,
  formerNames: [],
  openedOn: null,
  closedOn: null,
  revision: 1,
  ...more,
})

const none: ReadonlySet<string> = new Set()

describe('the tree of units', () => {
  it('puts every unit below its superior, in the order of kinds', () => {
    const rows = treeRows(
      [unit('镇', '区', 'town'), unit('局', '区'), unit('区', null, 'district'), unit('村', '镇', 'village')],
      none,
    )
    expect(rows.map(({ key, level }) => `${level}${key}`)).toEqual(['1区', '2局', '2镇', '3村'])
  })

  it('heads many units by their kind, and folds by kind and by unit', () => {
    const bureaus = Array.from({ length: 9 }, (_, at) => unit(`局${at}`, '区', 'department', { position: at }))
    const units = [unit('区', null, 'district'), ...bureaus, unit('镇', '区', 'town')]
    const open = treeRows(units, none)
    expect(open.filter(({ type }) => type === 'kind').map((row) => row.type === 'kind' && row.count)).toEqual([9, 1])
    expect(treeRows(units, new Set(['区/department'])).map(({ key }) => key)).toEqual([
      '区',
      '区/department',
      '区/town',
      '镇',
    ])
    expect(treeRows(units, new Set(['区'])).map(({ key }) => key)).toEqual(['区'])
  })

  it('puts closed units last among their like', () => {
    const units = [
      unit('旧局', null, 'department', { closedOn: '2025-01-01' }),
      unit('局', null, 'department', { position: 5 }),
    ]
    expect(treeRows(units, none).map(({ key }) => key)).toEqual(['局', '旧局'])
  })

  it('shows every unit once, whatever superiors they name', () => {
    const list = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1 }).map((ids) =>
      // A superior comes before its units, so that there is no ring.
      ids.map((id, at) => unit(`u${id}`, at === 0 ? null : `u${ids[id % at]}`)),
    )
    fc.assert(
      fc.property(list, (units) => {
        const shown = treeRows(units, none).flatMap((row) => (row.type === 'unit' ? [row.key] : []))
        expect(shown.sort()).toEqual(units.map(({ orgId }) => orgId).sort())
      }),
    )
  })

  it('tells the way to a unit', () => {
    const units = [unit('区', null), unit('镇', '区'), unit('村', '镇')]
    expect(pathTo(units, '村').map(({ orgId }) => orgId)).toEqual(['区', '镇'])
    expect(pathTo(units, '区')).toEqual([])
  })
})

describe('finding', () => {
  const units = [
    unit('1', null, 'department', { name: '区发展和改革局', shortName: '区发改局' }),
    unit('2', null, 'department', {
      name: '区数据局',
      formerNames: [{ name: '区大数据中心', shortName: null, until: '2025-01-01' }],
    }),
  ]
  const persons = [{ personId: 'p', orgId: '1', name: '张伟', post: null, revision: 1 }]
  it.each([
    ['发改', ['1'], 0],
    ['qfgj', ['1'], 0],
    ['大数据中心', ['2'], 0],
    ['zhangwei', [], 1],
    ['zw', [], 1],
    ['不存在', [], 0],
  ])('%s', (typed, orgIds, people) => {
    const found = findEntries(units, persons, typed)
    expect(found.units.map(({ orgId }) => orgId)).toEqual(orgIds)
    expect(found.persons).toHaveLength(people)
  })
})
