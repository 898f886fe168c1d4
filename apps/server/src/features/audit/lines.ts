import type { EventLine, EventReply } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import type { Deps } from '../../http/deps.ts'
import { shownChanges } from '../../store/events/changes.ts'
import { directoryNames } from '../../store/events/names.ts'
import { eventText, type TextContext } from '../../store/events/text.ts'
import { verbTitles } from '../../store/events/verb-titles.ts'
import type { EventRow } from '../../store/schema.ts'
import { asKeeper, type Tx } from '../../store/store.ts'
import { plainText } from './plain-text.ts'

interface Item {
  readonly title: string
  readonly playbookKey: string
}

async function itemsOf(tx: Tx, events: readonly EventRow[]): Promise<Map<string, Item>> {
  const ids = [...new Set(events.flatMap(({ itemId }) => (itemId === null ? [] : [itemId])))]
  if (ids.length === 0) return new Map()
  const items = tx.db.selectFrom('item').select(['itemId', 'title', 'playbookKey'])
  const rows = await items.where('districtId', '=', tx.districtId).where('itemId', 'in', ids).execute()
  return new Map(rows.map((row) => [row.itemId, row]))
}

/** A secret as the record tells of its reading: which fields of how many items. */
function readText({ via, read, about }: Readonly<Record<string, unknown>>): Title {
  const groups = (read ?? []) as readonly { readonly fields: readonly string[]; readonly items: readonly string[] }[]
  const fields = [...new Set(groups.flatMap((group) => group.fields))].join('、')
  const items = new Set(groups.flatMap((group) => group.items)).size
  if (items === 0) {
    const note = about ? JSON.stringify(about) : ''
    return { zh: `查看 ${via} ${note}`.trim(), en: `Read ${via} ${note}`.trim() }
  }
  return { zh: `查看 ${items} 个项目的 ${fields}`, en: `Read ${fields} of ${items} items` }
}

interface ReadEvent {
  readonly event: EventLine
  /** Before and after, for whoever opens the event. */
  changes(): EventReply['changes']
}

/** Events in plain words, for those who read the record. What the words are looked up in is read as the program itself. */
export async function linesOf(deps: Deps, tx: Tx, events: readonly EventRow[]): Promise<ReadEvent[]> {
  const { names, items } = await asKeeper(tx, async (keeper) => ({
    names: await directoryNames(keeper),
    items: await itemsOf(keeper, events),
  }))
  const { playbooks, dictionaries } = deps.shelf
  return events.map((event) => {
    const { seq, at, actor, post, origin, verb, itemId, reason, data } = event
    const item = itemId === null ? undefined : items.get(itemId)
    const listKey = item?.playbookKey ?? data.playbook
    // What is about no item names fields of no list either: any will do.
    const playbook = (playbooks.find(({ key }) => key === listKey) ?? playbooks[0]) as Playbook
    const context: TextContext = { playbook, dictionaries, names, today: deps.today() }
    const verbTitle = verbTitles[verb] ?? { zh: verb, en: verb }
    const said = verb === 'secret.read' ? readText(data) : eventText({ verb, data }, context)
    const text = said.zh === verb ? plainText(data, names) : said
    const itemTitle = item?.title ?? (typeof data.title === 'string' ? data.title : null)
    const line = { seq, at, actor, post, origin, verb, verbTitle, itemId, itemTitle, text, reason }
    return { event: line, changes: () => shownChanges(event, context).map((change) => ({ ...change })) }
  })
}
