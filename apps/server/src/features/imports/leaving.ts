import type { ImportSession } from './session.ts'

type Waiting = Pick<ImportSession, 'importId' | 'personId' | 'phase'>

/**
 * The imports that have to leave a desk which is too full, given from the oldest to the newest: of whoever has the most,
 * so that nobody pushes others' imports off it, and none that is just being written.
 */
export function leavingOf(sessions: readonly Waiting[], most: number): readonly string[] {
  const left = [...sessions]
  const gone: string[] = []
  while (left.length > most) {
    const held = new Map<string | null, number>()
    for (const { personId } of left) held.set(personId, (held.get(personId) ?? 0) + 1)
    const movable = left.filter(({ phase }) => phase !== 'writing')
    const mostHeld = Math.max(...movable.map(({ personId }) => held.get(personId)!))
    const next = movable.find(({ personId }) => held.get(personId) === mostHeld)
    if (!next) break
    gone.push(next.importId)
    left.splice(left.indexOf(next), 1)
  }
  return gone
}
