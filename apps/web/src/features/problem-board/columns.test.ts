import type { BoardStage } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import { describe, expect, it } from 'vitest'
import { cardGrid, columnsOf, isMoveKey, nextCard } from './columns.ts'

const list = playbooks.find(({ capabilities }) => capabilities.includes('problemBoard'))!
const stage = (key: string, ...cards: readonly string[]): BoardStage => ({
  stage: key,
  total: cards.length,
  overdue: 0,
  warning: 0,
  cards: cards.map((itemId) => ({ itemId }) as BoardStage['cards'][number]),
})
const stages = list.stages.map(({ key }) =>
  stage(key, ...(key === 'raised' ? ['a', 'b'] : key === 'handling' ? ['c'] : [])),
)

describe('columns', () => {
  it('put what is settled last and draw empty ones beside the way as strips', () => {
    const columns = columnsOf(list, stages)
    expect(columns.map((column) => column.stage).slice(-2)).toEqual(['solved', 'closed'])
    expect(columns.filter(({ isNarrow }) => isNarrow).map((column) => column.stage)).toEqual([
      'declined',
      'appealed',
      'solved',
      'closed',
    ])
  })
})

describe('moving by keys', () => {
  const grid = cardGrid(columnsOf(list, stages))

  it('begins at the first card', () => {
    expect(nextCard(grid, null, 'ArrowDown')).toBe('a')
    expect(nextCard(grid, 'gone', 'ArrowRight')).toBe('a')
    expect(nextCard([], null, 'ArrowDown')).toBeNull()
  })

  it('goes up and down within a column', () => {
    expect(nextCard(grid, 'a', 'ArrowDown')).toBe('b')
    expect(nextCard(grid, 'b', 'ArrowDown')).toBe('b')
    expect(nextCard(grid, 'b', 'ArrowUp')).toBe('a')
    expect(nextCard(grid, 'a', 'End')).toBe('b')
    expect(nextCard(grid, 'b', 'Home')).toBe('a')
  })

  it('goes sideways over empty columns, at most as low as they reach', () => {
    expect(nextCard(grid, 'b', 'ArrowRight')).toBe('c')
    expect(nextCard(grid, 'c', 'ArrowRight')).toBe('c')
    expect(nextCard(grid, 'c', 'ArrowLeft')).toBe('a')
  })

  it('knows its keys', () => {
    expect(isMoveKey('ArrowLeft')).toBe(true)
    expect(isMoveKey('Enter')).toBe(false)
  })
})
