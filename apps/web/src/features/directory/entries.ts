import type { DirectoryCharge, DirectoryPerson, DirectoryReply, Post, Unit } from '@guatu/contract'

interface Period {
  readonly from: string
  readonly to: string | null
}

export const isNow = ({ from, to }: Period, today: string): boolean => from <= today && (to === null || today <= to)

/** What is in force or still to come, the longest first; and what is over, the latest first. */
export function nowAndBefore<P extends Period>(list: readonly P[], today: string): { now: P[]; before: P[] } {
  const isOver = ({ to }: Period) => to !== null && to < today
  return {
    now: list.filter((entry) => !isOver(entry)).sort((a, b) => (a.from < b.from ? -1 : 1)),
    before: list.filter(isOver).sort((a, b) => ((a.to ?? '') > (b.to ?? '') ? -1 : 1)),
  }
}

/** The directory by id, with what belongs to a unit and to a person. */
export interface Entries {
  readonly units: ReadonlyMap<string, Unit>
  readonly persons: ReadonlyMap<string, DirectoryPerson>
  readonly posts: ReadonlyMap<string, Post>
  readonly postsOfUnit: (orgId: string) => readonly Post[]
  readonly postsOfPerson: (personId: string) => readonly Post[]
  readonly chargesOf: (personId: string) => readonly DirectoryCharge[]
  /** Over a unit itself, or over the area that it stands for. */
  readonly chargesOver: (unit: Unit) => readonly DirectoryCharge[]
  /** Who is deputised for in a post; undefined: nobody. */
  readonly deputisedIn: (post: Post) => DirectoryPerson | undefined
  /** Whom a post was taken over from. */
  readonly predecessorIn: (post: Post) => DirectoryPerson | undefined
}

export function entriesOf({ units, persons, posts, charges }: DirectoryReply): Entries {
  const personOf = new Map(persons.map((person) => [person.personId, person]))
  const postOf = new Map(posts.map((post) => [post.postId, post]))
  const holder = (postId: string | null) => personOf.get(postOf.get(postId ?? '')?.personId ?? '')
  return {
    units: new Map(units.map((unit) => [unit.orgId, unit])),
    persons: personOf,
    posts: postOf,
    postsOfUnit: (orgId) => posts.filter((post) => post.orgId === orgId),
    postsOfPerson: (personId) => posts.filter((post) => post.personId === personId),
    chargesOf: (personId) => charges.filter((charge) => charge.personId === personId),
    chargesOver: (unit) =>
      charges.filter(({ kind, target }) =>
        kind === 'org' ? target === unit.orgId : kind === 'area' && unit.areaCode !== null && target === unit.areaCode,
      ),
    deputisedIn: (post) => holder(post.deputyForId),
    predecessorIn: (post) => holder(post.takenOverFromId),
  }
}
