import type { ItemReply } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import { describe, expect, it } from 'vitest'
import { nextGate, stagePath } from './stage-path.ts'

const playbook = playbooks[0]!
const keys = playbook.stages.map(({ key }) => key)
const gate = (to: string, back = false): ItemReply['gates'][number] => ({ to, back, allowed: false, missing: [] })

describe('the path of stages', () => {
  it('tells what is passed, where the item stands and what is ahead', () => {
    const states = stagePath(playbook, keys[2]!, []).map(({ state }) => state)
    expect(states.slice(0, 4)).toEqual(['passed', 'passed', 'current', 'ahead'])
    expect(states).toHaveLength(keys.length)
  })

  it('offers the nearest move onward, never the one back', () => {
    const path = stagePath(playbook, keys[2]!, [gate(keys[1]!, true), gate(keys[4]!), gate(keys[3]!)])
    expect(nextGate(path)?.to).toBe(keys[3])
  })

  it('offers nothing at the end', () => {
    expect(nextGate(stagePath(playbook, keys.at(-1)!, [gate(keys[0]!, true)]))).toBeNull()
  })
})
