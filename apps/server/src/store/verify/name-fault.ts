import type { StoredEvent, Title } from '@guatu/kernel'
import { firstHash, linkHash } from '../digest.ts'
import { algorithmAt, type ChainReader, follows, type Walk } from './walk.ts'

/** What can be wrong with a link of the chain. */
export type Problem = 'altered' | 'missing' | 'inserted' | 'outOfOrder' | 'headDiffers'

export const chainProblems: Readonly<Record<Problem, Title>> = {
  missing: { zh: '缺失', en: 'missing' },
  altered: { zh: '被改动', en: 'altered' },
  inserted: { zh: '是后来插入的', en: 'inserted' },
  outOfOrder: { zh: '被调换了位置', en: 'out of order' },
  headDiffers: { zh: '链尾与最后一条不符', en: 'the head does not match the last event' },
}

export interface Fault {
  readonly seq: number
  readonly problem: Problem
}

async function eventsAround(tx: ChainReader, seq: number): Promise<Map<number, StoredEvent>> {
  const rows = await tx.db
    .selectFrom('event')
    .selectAll()
    .where('districtId', '=', tx.districtId)
    .where('seq', '>=', seq - 2)
    .where('seq', '<=', seq + 1)
    .execute()
  return new Map(rows.map(({ districtId: _, ...event }) => [event.seq, event]))
}

const pageSize = 50_000

/**
 * Whether an event that does not hold where it stands holds elsewhere: whole events that changed places bring their hash
 * along, contents that changed places meet the hash of their old place.
 */
async function belongsElsewhere(tx: ChainReader, walk: Walk, event: StoredEvent): Promise<boolean> {
  const { hash: own, ...body } = event
  let before = ''
  let last = 0
  for (;;) {
    const { rows } = await tx.client.query<{ seq: string; hash: string }>(
      'select seq, hash from event where district_id = $1 and seq > $2 order by seq limit $3',
      [tx.districtId, last, pageSize],
    )
    for (const row of rows) {
      const seq = Number(row.seq)
      const algorithm = algorithmAt(walk, seq)
      for (const previous of seq === event.seq ? [] : [before, row.hash]) {
        const hash = linkHash(algorithm, previous, walk.districtId, { ...body, seq })
        if (hash === own || hash === row.hash) return true
      }
      before = row.hash
      last = seq
    }
    if (rows.length < pageSize) return false
  }
}

/** Says what is wrong where the chain first breaks: the event of this number does not follow the one before it. */
export async function nameFault(tx: ChainReader, walk: Walk, seq: number): Promise<Fault> {
  const around = await eventsAround(tx, seq)
  const event = around.get(seq)
  if (!event) return { seq, problem: 'missing' }
  const hashAt = (place: number) => (place === 0 ? firstHash : (around.get(place)?.hash ?? ''))
  const next = around.get(seq + 1)
  const holdsAs = (candidate: StoredEvent | undefined, place: number, previous: string) =>
    candidate !== undefined && follows(walk, previous, { ...candidate, seq: place })
  // The next follows the link before, and this one follows the next: they changed places.
  const isSwapped = next && holdsAs(next, seq, hashAt(seq - 1)) && holdsAs(event, seq + 1, next.hash)
  if (isSwapped) return { seq, problem: 'outOfOrder' }
  // What comes next follows the link before: something was put between them.
  if (holdsAs(next, seq, hashAt(seq - 1))) return { seq, problem: 'inserted' }
  // This one follows the link before the last: the last was put between, with a hash that fits.
  if (seq > 1 && holdsAs(event, seq - 1, hashAt(seq - 2))) return { seq: seq - 1, problem: 'inserted' }
  // What comes next follows this one, a number higher: one is gone and the rest moved up.
  if (holdsAs(next, seq + 2, event.hash)) return { seq, problem: 'missing' }
  if (await belongsElsewhere(tx, walk, event).catch(() => false)) return { seq, problem: 'outOfOrder' }
  return { seq, problem: 'altered' }
}
