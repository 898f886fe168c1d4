import { at } from './event-data.ts'
import { type Directory, type People, peopleOn } from './people.ts'
import { shanghaiDay } from './quiet.ts'
import type { ToldEvent } from './telling.ts'

/** Verbs by which posts and charges come and end; an act may name an earlier day than the one that it is done on. */
export const directoryVerbs: readonly string[] = [
  'post.assigned',
  'post.deputised',
  'post.handedOver',
  'post.ended',
  'charge.assigned',
  'charge.ended',
]

type DirectoryEvent = Pick<ToldEvent, 'seq' | 'verb' | 'data'>

interface Known {
  /** Unknown to events before this one. */
  readonly begun: ReadonlyMap<string, number>
  /** The last day as it stood before this event. */
  readonly ended: ReadonlyMap<string, { readonly seq: number; readonly before: string | null }>
  /** Places in the record at which the directory changes, in order. */
  readonly changes: readonly number[]
}

const idPaths = ['post.postId', 'after.post.postId', 'charge.chargeId']

function knownBy(events: readonly DirectoryEvent[]): Known {
  const begun = new Map<string, number>()
  const ended = new Map<string, { seq: number; before: string | null }>()
  for (const { seq, verb, data } of events) {
    const id = idPaths.map((path) => at(data, path)).find((found) => typeof found === 'string') as string | undefined
    const former = at(data, 'before.post.postId')
    const before = at(data, 'before.to')
    const isEnd = verb.endsWith('.ended')
    if (id !== undefined && !isEnd) begun.set(id, seq)
    const over = isEnd ? id : typeof former === 'string' ? former : undefined
    if (over !== undefined) ended.set(over, { seq, before: typeof before === 'string' ? before : null })
  }
  return { begun, ended, changes: events.map(({ seq }) => seq) }
}

type Period = { readonly toDay: string | null }

/** The directory as it was known right after an event. */
function directoryAt(directory: Directory, { begun, ended }: Known, seq: number): Directory {
  const known = (id: string) => (begun.get(id) ?? 0) <= seq
  const asThen = <T extends Period>(row: T, id: string): T => {
    const end = ended.get(id)
    return end && end.seq > seq ? { ...row, toDay: end.before } : row
  }
  return {
    ...directory,
    posts: directory.posts.filter(({ postId }) => known(postId)).map((post) => asThen(post, post.postId)),
    charges: directory.charges.filter(({ chargeId }) => known(chargeId)).map((one) => asThen(one, one.chargeId)),
  }
}

/**
 * Who held what when an event happened: the stored directory with what later events did to it taken back. Rules of access
 * and the tree of units are those that are stored.
 */
export function peopleWhen(
  directory: Directory,
  later: readonly DirectoryEvent[],
): (event: Pick<ToldEvent, 'seq' | 'at'>) => People {
  const known = knownBy(later.filter(({ verb }) => directoryVerbs.includes(verb)))
  const indexed = new Map<string, People>()
  return ({ seq, at: instant }) => {
    const passed = known.changes.filter((change) => change <= seq).length
    const day = shanghaiDay(instant)
    const key = `${passed} ${day}`
    const people = indexed.get(key) ?? peopleOn(directoryAt(directory, known, seq), day)
    indexed.set(key, people)
    return people
  }
}
