import { type NoticeKind, noticeKindKeys, noticeKinds } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { People } from './people.ts'
import { tellingsOf } from './tell.ts'
import type { ItemView, Telling, ToldEvent } from './telling.ts'

/** From so many items on, what one act brings to one person is a single notice. */
const mostItems = 5

/** A notice before it is stored: it stands for all that one act told its person of one item, or of many. */
export interface NoticeDraft extends Telling {
  readonly firstSeq: number
  readonly lastSeq: number
  /** How many items it stands for. */
  readonly items: number
}

const gravity = new Map(noticeKindKeys.map((kind, index) => [kind, index]))
const graver = (a: Telling, b: Telling) => gravity.get(a.kind)! - gravity.get(b.kind)! || a.seq - b.seq

/** Several tellings as one: the gravest speaks. */
function oneOf(tellings: readonly Telling[]): NoticeDraft {
  const best = tellings.reduce((found, telling) => (graver(telling, found) < 0 ? telling : found))
  const seqs = tellings.map(({ seq }) => seq)
  return { ...best, firstSeq: Math.min(...seqs), lastSeq: Math.max(...seqs), items: best.itemId === null ? 0 : 1 }
}

/** `3 项亮红灯、2 项轮到办理` */
export function countedWords(kinds: readonly NoticeKind[]): Title {
  const counts = new Map<NoticeKind, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const listed = [...counts].sort(([a], [b]) => gravity.get(a)! - gravity.get(b)!)
  return {
    zh: listed.map(([kind, count]) => `${count} 项${noticeKinds[kind].zh}`).join('、'),
    en: listed.map(([kind, count]) => `${count} × ${noticeKinds[kind].en.toLowerCase()}`).join(', '),
  }
}

function manyOf(perItem: readonly NoticeDraft[]): NoticeDraft {
  const first = perItem[0]!
  const ofAll = <T>(values: readonly T[]): T | null => (new Set(values).size === 1 ? values[0]! : null)
  return {
    ...first,
    kind: 'many',
    itemId: null,
    itemTitle: null,
    phase: null,
    actor: ofAll(perItem.map(({ actor }) => actor)),
    reason: ofAll(perItem.map(({ reason }) => reason)),
    text: countedWords(perItem.map(({ kind }) => kind)),
    firstSeq: Math.min(...perItem.map(({ firstSeq }) => firstSeq)),
    lastSeq: Math.max(...perItem.map(({ lastSeq }) => lastSeq)),
    items: perItem.length,
  }
}

function groupBy<T>(list: readonly T[], keyOf: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const value of list) {
    const key = keyOf(value)
    groups.set(key, [...(groups.get(key) ?? []), value])
  }
  return [...groups.values()]
}

/** The tellings of one act, as notices: one for each person and item, or one for a person with many items. */
export function noticesOf(act: readonly Telling[]): NoticeDraft[] {
  return groupBy(act, ({ personId }) => personId).flatMap((own) => {
    const perItem = groupBy(own, ({ itemId, seq, kind }) => itemId ?? `${seq} ${kind}`).map(oneOf)
    return perItem.length > mostItems ? [manyOf(perItem)] : perItem
  })
}

interface RunningImport {
  readonly event: ToldEvent
  readonly perUnit: Map<string, number>
}

/** Words of a file that has come in, to whoever brought it and to the units that it concerns. */
function importedText({ data }: ToldEvent, items: number): Title {
  const file = typeof data.fileName === 'string' ? data.fileName : ''
  return { zh: `导入《${file}》：${items} 项`, en: `${file} imported: ${items} items` }
}

/** Events in their order turned into tellings; the rows of an import into one telling for each of those concerned. */
export class Teller {
  readonly #people: (event: ToldEvent) => People
  #import: RunningImport | null = null

  /** `people`: who held what when an event happened. */
  constructor(people: (event: ToldEvent) => People) {
    this.#people = people
  }

  /** True within an import, which is told as a whole. */
  get withinImport(): boolean {
    return this.#import !== null
  }

  take(event: ToldEvent, item: ItemView | null): Telling[] {
    const running = this.#import
    if (running && event.itemId !== null && event.data.importId === running.event.data.importId) {
      for (const { relation, id } of item?.standing.ties ?? []) {
        const counts = relation === 'lead' && event.verb === 'item.created'
        if (counts) running.perUnit.set(id, (running.perUnit.get(id) ?? 0) + 1)
      }
      return []
    }
    const ended = this.end()
    if (event.verb === 'import.committed') {
      this.#import = { event, perUnit: new Map() }
      return ended
    }
    return [...ended, ...tellingsOf(event, item, this.#people(event))]
  }

  /** Tells of an import whose rows are all taken. */
  end(): Telling[] {
    const running = this.#import
    this.#import = null
    if (!running) return []
    const { event, perUnit } = running
    const people = this.#people(event)
    const telling = (personId: string, items: number): Telling => ({
      ...{ personId, seq: event.seq, at: event.at, kind: 'imported', itemId: null, itemTitle: null, phase: null },
      text: importedText(event, items),
      actor: event.actor,
      reason: event.reason,
    })
    const told = new Map<string, Telling>()
    const rows = typeof event.data.rows === 'number' ? event.data.rows : 0
    if (event.actorId !== null) told.set(event.actorId, telling(event.actorId, rows))
    for (const [orgId, items] of perUnit) {
      for (const { personId } of people.ofUnit(orgId)) {
        if (!told.has(personId)) told.set(personId, telling(personId, items))
      }
    }
    return [...told.values()]
  }
}
