import { type Playbook, phaseOf, tiesOf } from '@guatu/playbook'
import { Teller } from './gather.ts'
import { peopleWhen } from './known-directory.ts'
import type { Directory } from './people.ts'
import type { ItemView, Telling, ToldEvent } from './telling.ts'

/** An item as events alone tell of it. */
interface Replayed {
  readonly playbook: Playbook
  readonly stage: string
  readonly opened: boolean
  readonly fields: Readonly<Record<string, unknown>>
}

type Changes = Readonly<Record<string, { readonly to: unknown }>>

const text = (value: unknown) => (typeof value === 'string' ? value : '')

function changedFields(fields: Replayed['fields'], changes: Changes | undefined): Replayed['fields'] {
  if (!changes) return fields
  const after = { ...fields }
  for (const [key, { to }] of Object.entries(changes)) {
    if (to === null || to === undefined) delete after[key]
    else after[key] = to
  }
  return after
}

function after(before: Replayed | undefined, event: ToldEvent, playbooks: readonly Playbook[]): Replayed | undefined {
  const { verb, data } = event
  if (verb === 'item.created') {
    const playbook = playbooks.find(({ key }) => key === data.playbook)
    const fields = (data.fields ?? {}) as Replayed['fields']
    return playbook && { playbook, stage: text(data.stage), opened: false, fields }
  }
  if (!before || verb === 'item.removed') return undefined
  const fields = changedFields(before.fields, data.changes as Changes | undefined)
  if (verb === 'item.advanced') return { ...before, fields, stage: text(data.to) }
  if (verb === 'item.opened') return { ...before, opened: data.opened === true }
  return verb === 'item.updated' ? { ...before, fields } : before
}

function viewOf(itemId: string, { playbook, stage, opened, fields }: Replayed): ItemView {
  const ties = tiesOf({ fields, opened }, [], playbook)
  const titleKey = playbook.roles.title
  const title = titleKey === undefined ? '' : text(fields[titleKey])
  return { itemId, playbook, title, stage, standing: { itemId, phase: phaseOf(playbook, stage), ties } }
}

/**
 * Who must have been told what, from the record alone: items are followed event by event, the directory gives the posts
 * of every day. The same rules as those that wrote the notices, and nothing of what they wrote.
 */
export function replayTellings(
  events: readonly ToldEvent[],
  directory: Directory,
  playbooks: readonly Playbook[],
): Telling[] {
  const items = new Map<string, Replayed>()
  const teller = new Teller(peopleWhen(directory, events))
  const told = events.flatMap((event) => {
    const { itemId } = event
    if (itemId === null) return teller.take(event, null)
    const replayed = after(items.get(itemId), event, playbooks)
    if (replayed) items.set(itemId, replayed)
    else items.delete(itemId)
    return teller.take(event, replayed ? viewOf(itemId, replayed) : null)
  })
  return [...told, ...teller.end()]
}

/** A stored notice as far as it has to be held against what must have been told. */
export interface StoredTelling {
  readonly personId: string
  readonly itemId: string | null
  readonly kind: string
  readonly eventSeq: number
  readonly firstSeq: number
  readonly lastSeq: number
}

export interface ToldCheck {
  /** Tellings that no notice stands for. */
  readonly missing: readonly Telling[]
  /** Tellings that several notices stand for. */
  readonly doubled: readonly Telling[]
  /** Notices that stand for nothing that had to be told. */
  readonly unfounded: readonly StoredTelling[]
}

const standsFor = ({ itemId, kind, firstSeq, lastSeq }: StoredTelling, telling: Telling) =>
  firstSeq <= telling.seq && telling.seq <= lastSeq && (kind === 'many' || itemId === telling.itemId)

/** Whether everybody was told of everything exactly once; several tellings may share a notice, never the other way. */
export function checkTold(tellings: readonly Telling[], notices: readonly StoredTelling[]): ToldCheck {
  const byPerson = new Map<string, StoredTelling[]>()
  for (const notice of notices) byPerson.set(notice.personId, [...(byPerson.get(notice.personId) ?? []), notice])
  const founded = new Set<StoredTelling>()
  const counted = tellings.map((telling) => {
    const standing = (byPerson.get(telling.personId) ?? []).filter((notice) => standsFor(notice, telling))
    for (const notice of standing) founded.add(notice)
    return { telling, count: standing.length }
  })
  return {
    missing: counted.filter(({ count }) => count === 0).map(({ telling }) => telling),
    doubled: counted.filter(({ count }) => count > 1).map(({ telling }) => telling),
    unfounded: notices.filter((notice) => !founded.has(notice)),
  }
}
