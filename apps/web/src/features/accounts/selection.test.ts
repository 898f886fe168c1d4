import type { AccountEntry } from '@guatu/contract'
import { describe, expect, it } from 'vitest'
import { actsOf, selected, states, tally } from './selection.ts'

const account = (change: Partial<AccountEntry>): AccountEntry => ({
  personId: '00000000-0000-7000-8000-000000000001',
  name: '沈知行',
  org: '余新镇',
  post: '项目专员',
  userName: null,
  state: 'none',
  lockedUntil: null,
  invitedUntil: null,
  secondFactor: false,
  sessions: 0,
  lastSignInAt: null,
  ...change,
})

const both = { manages: true, unlocks: true }

describe('finding accounts', () => {
  const all = [account({}), account({ name: '陆明', org: '区发改局', userName: 'luming', state: 'open' })]

  it('takes Chinese, pinyin, initials and user names', () => {
    for (const typed of ['余新', 'szx', 'shenzhixing', 'yuxinzhen'])
      expect(selected(all, null, typed)).toEqual([all[0]])
    expect(selected(all, null, 'LuMing')).toEqual([all[1]])
    expect(selected(all, null, ' ')).toEqual(all)
  })

  it('narrows by state', () => {
    expect(selected(all, 'open', '')).toEqual([all[1]])
    expect(selected(all, 'open', '沈')).toEqual([])
    expect(tally(all)).toEqual({ none: 1, invited: 0, open: 1, locked: 0, closed: 0 })
  })
})

describe('acts', () => {
  it('follow the state of the account', () => {
    expect(actsOf(account({ state: 'none' }), both)).toEqual(['invite'])
    expect(actsOf(account({ state: 'invited' }), both)).toEqual(['invite'])
    expect(actsOf(account({ state: 'open', sessions: 2 }), both)).toEqual(['reset', 'endSessions', 'close'])
    expect(actsOf(account({ state: 'locked' }), both)).toEqual(['unlock', 'reset', 'close'])
    expect(actsOf(account({ state: 'closed' }), both)).toEqual(['reopen'])
  })

  it('are separated: neither administrator does the other’s', () => {
    for (const state of states) {
      const entry = account({ state, sessions: 1 })
      const managing = actsOf(entry, { manages: true, unlocks: false })
      const unlocking = actsOf(entry, { manages: false, unlocks: true })
      expect(managing.filter((act) => unlocking.includes(act))).toEqual([])
      expect([...unlocking, ...managing]).toEqual(actsOf(entry, both))
      expect(actsOf(entry, { manages: false, unlocks: false })).toEqual([])
    }
  })
})
