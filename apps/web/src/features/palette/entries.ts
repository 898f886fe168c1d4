import type { ReplyOf, search } from '@guatu/contract'
import { searchText } from '@guatu/kernel'
import type { Command } from '../../app/commands.ts'

export type Hit = ReplyOf<typeof search>['hits'][number]

export type Entry =
  | { readonly kind: 'command'; readonly key: string; readonly command: Command }
  | { readonly kind: 'hit'; readonly key: string; readonly hit: Hit }

const haystacks = new WeakMap<Command, string>()

/** Title in both languages, further words, pinyin and initials: computed once for each command. */
function haystackOf(command: Command): string {
  const known = haystacks.get(command)
  if (known !== undefined) return known
  const words = [command.title.zh, command.title.en, ...(command.words ?? [])]
  const text = words.map(searchText).join(' ')
  haystacks.set(command, text)
  return text
}

const normalised = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** Commands that the words, the pinyin or the initials find; all of them while nothing is typed. */
export function matchingCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = normalised(typed)
  if (wanted === '') return commands
  return commands.filter((command) => haystackOf(command).includes(wanted))
}

export function entriesOf(commands: readonly Command[], hits: readonly Hit[]): readonly Entry[] {
  return [
    ...hits.map((hit): Entry => ({ kind: 'hit', key: `${hit.kind}-${hit.id}`, hit })),
    ...commands.map((command): Entry => ({ kind: 'command', key: command.key, command })),
  ]
}

/** The place of the mark after a key: it goes round at both ends. */
export function movedIndex(index: number, key: string, count: number): number {
  if (count === 0) return 0
  if (key === 'ArrowDown') return (index + 1) % count
  if (key === 'ArrowUp') return (index - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return Math.min(index, count - 1)
}
