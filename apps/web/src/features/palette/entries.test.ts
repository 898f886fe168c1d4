import { describe, expect, it } from 'vitest'
import type { Command } from '../../app/commands.ts'
import { entriesOf, type Hit, matchingCommands, movedIndex } from './entries.ts'

const command = (key: string, zh: string, en: string, words: string[] = []): Command => ({
  key,
  title: { zh, en },
  words,
  run: () => undefined,
})
const commands = [command('wall', '作战图', 'Wall map', ['甘特图']), command('ink', '换墨色', 'Ink')]
const keysOf = (typed: string) => matchingCommands(commands, typed).map(({ key }) => key)

describe('what the palette finds', () => {
  it('offers every command while nothing is typed', () => {
    expect(keysOf(' ')).toEqual(['wall', 'ink'])
  })

  it('finds by Chinese, pinyin, initials, English and further words', () => {
    for (const typed of ['作战', 'zuozhan', 'zzt', 'WALL', '甘特', 'gtt']) expect(keysOf(typed)).toEqual(['wall'])
  })

  it('finds nothing for what nothing is called', () => {
    expect(keysOf('xyzzy')).toEqual([])
  })

  it('puts what is stored before what can be done', () => {
    const hit: Hit = { kind: 'item', id: '1', title: 'A', note: '', lamp: null, playbook: null }
    expect(entriesOf(commands, [hit]).map(({ kind }) => kind)).toEqual(['hit', 'command', 'command'])
  })
})

describe('moving through the list', () => {
  it('goes round at both ends', () => {
    expect(movedIndex(2, 'ArrowDown', 3)).toBe(0)
    expect(movedIndex(0, 'ArrowUp', 3)).toBe(2)
    expect(movedIndex(1, 'Home', 3)).toBe(0)
    expect(movedIndex(1, 'End', 3)).toBe(2)
  })

  it('stays within a list that has become shorter', () => {
    expect(movedIndex(9, 'a', 3)).toBe(2)
    expect(movedIndex(9, 'ArrowDown', 0)).toBe(0)
  })
})
