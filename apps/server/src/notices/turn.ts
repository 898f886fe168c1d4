import type { Deps } from '../http/deps.ts'
import type { Tx } from '../store/store.ts'
import { noticesOf, Teller } from './gather.ts'
import { directoryVerbs, peopleWhen } from './known-directory.ts'
import { tellingVerbs } from './rules.ts'
import { noticeSettingsOf } from './settings.ts'
import type { Telling, ToldEvent } from './telling.ts'
import { directoryOf, itemsAfter } from './world.ts'
import { type Announce, writeAct } from './write.ts'

const readAtOnce = 1_000
/** After so many events the position moves, so that a long way back is not gone twice. */
const mostEvents = 5_000

export interface Turned {
  /** Up to which event. */
  readonly seq: number
  readonly notices: number
  /** More has come meanwhile. */
  readonly more: boolean
}

/** The position, locked: of two that turn at once the second finds nothing left. */
async function position({ client, districtId }: Tx): Promise<number> {
  await client.query('insert into notice_position values ($1, 0) on conflict do nothing', [districtId])
  const { rows } = await client.query<{ seq: number }>(
    'select seq from notice_position where district_id = $1 for update',
    [districtId],
  )
  return rows[0]!.seq
}

async function headOf({ client, districtId }: Tx): Promise<number> {
  const { rows } = await client.query<{ seq: number }>('select seq from chain_head where district_id = $1', [
    districtId,
  ])
  return rows[0]?.seq ?? 0
}

/** Events that may tell somebody something; a new item's document is left where it is. */
async function eventsBetween({ client, districtId }: Tx, after: number, upTo: number): Promise<ToldEvent[]> {
  const { rows } = await client.query<ToldEvent>(
    `select seq, at, actor, actor_id as "actorId", verb, item_id as "itemId", data - 'fields' as data, reason
     from event where district_id = $1 and seq > $2 and seq <= $3 and verb = any($4) order by seq limit $5`,
    [districtId, after, upTo, tellingVerbs, readAtOnce],
  )
  return rows
}

/** What has been done to posts and charges since, so that an event is judged by those of its own moment. */
async function directoryEvents({ client, districtId }: Tx, after: number): Promise<ToldEvent[]> {
  const { rows } = await client.query<ToldEvent>(
    'select seq, verb, data from event where district_id = $1 and seq > $2 and verb = any($3) order by seq',
    [districtId, after, directoryVerbs],
  )
  return rows
}

/** Collects the tellings of one act after the other and writes each once it is whole. */
class Acts {
  readonly #write: (act: readonly Telling[]) => Promise<number>
  #act: Telling[] = []
  notices = 0

  constructor(write: (act: readonly Telling[]) => Promise<number>) {
    this.#write = write
  }

  async take(tellings: readonly Telling[]): Promise<void> {
    for (const telling of tellings) {
      if (this.#act[0] && this.#act[0].at !== telling.at) await this.flush()
      this.#act.push(telling)
    }
  }

  async flush(): Promise<void> {
    const act = this.#act
    this.#act = []
    if (act.length > 0) this.notices += await this.#write(act)
  }
}

async function turnIn(tx: Tx, deps: Deps, announce: Announce): Promise<Turned> {
  const [start, head] = [await position(tx), await headOf(tx)]
  if (start >= head) return { seq: start, notices: 0, more: false }
  const later = await directoryEvents(tx, start)
  const teller = new Teller(peopleWhen(await directoryOf(tx), later))
  const settings = noticeSettingsOf(deps.store)
  const acts = new Acts((act) => writeAct(tx, { act, drafts: noticesOf(act), now: deps.now(), settings, announce }))
  let [seq, taken] = [start, 0]
  for (;;) {
    const events = await eventsBetween(tx, seq, head)
    const itemAfter = await itemsAfter(tx, events, deps.shelf.playbooks)
    for (const event of events) {
      await acts.take(teller.take(event, itemAfter(event)))
      seq = event.seq
    }
    taken += events.length
    if (events.length < readAtOnce) {
      seq = head
      break
    }
    // An import is told as a whole, however long.
    if (taken >= mostEvents && !teller.withinImport) break
  }
  await acts.take(teller.end())
  await acts.flush()
  await tx.client.query('update notice_position set seq = $2 where district_id = $1', [tx.districtId, seq])
  return { seq, notices: acts.notices, more: seq < head }
}

/**
 * Turns events into notices and what is to go out, and moves the position, in one transaction: whoever is killed in the
 * middle has told nobody anything, and nobody is told twice.
 */
export async function turnEvents(deps: Deps, announce: Announce = async () => undefined): Promise<Turned> {
  for (let notices = 0; ; ) {
    const turned = await deps.store.write((tx) => turnIn(tx, deps, announce))
    notices += turned.notices
    if (!turned.more) return { ...turned, notices }
  }
}
