import type { Playbook } from '@guatu/playbook'
import type { FieldContext } from '../../../forms/context.ts'
import { type Entry, typedOf } from '../../../forms/entry.ts'
import type { PickedItem } from '../../../ui/item-picker.tsx'

/** What was typed so far; it outlives the page, and a network that goes. */
export interface RaiseDraft {
  readonly entries: Readonly<Record<string, Entry>>
  /** The item that is blocked, and the node of it; '' names none. */
  readonly item: PickedItem | null
  readonly nodeKey: string
}

export const emptyRaise: RaiseDraft = { entries: {}, item: null, nodeKey: '' }

export const draftKey = (playbook: string): string => `guatu-raise-${playbook}`

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A kept draft, without what the list does not have any more. */
export function readRaise(kept: string | null, { fields }: Pick<Playbook, 'fields'>): RaiseDraft {
  try {
    const value: unknown = JSON.parse(kept ?? 'null')
    if (!isObject(value) || !isObject(value.entries)) return emptyRaise
    const entries = Object.entries(value.entries).filter(
      (entry): entry is [string, Entry] =>
        Boolean(fields[entry[0]]) && isObject(entry[1]) && typeof entry[1].text === 'string',
    )
    const item = isObject(value.item) && typeof value.item.itemId === 'string' ? (value.item as never) : null
    return {
      entries: Object.fromEntries(entries),
      item,
      nodeKey: typeof value.nodeKey === 'string' ? value.nodeKey : '',
    }
  } catch {
    return emptyRaise
  }
}

/** The kind of link by which an item of this list holds a node of another. */
export const holdingKind = ({ linkKinds = {} }: Pick<Playbook, 'linkKinds'>): string | undefined =>
  Object.entries(linkKinds).find(([, { holds }]) => holds)?.[0]

interface Raised {
  readonly fields: Record<string, unknown>
  /** Fields of the form that are empty and must not be, or whose words mean nothing. */
  readonly wrong: readonly string[]
}

/** What the form would send: `given` are values that the person need not type, such as who he is. */
export function raisedFields(
  playbook: Pick<Playbook, 'fields' | 'raiseForm'>,
  { entries }: Pick<RaiseDraft, 'entries'>,
  given: Readonly<Record<string, unknown>>,
  context: FieldContext,
): Raised {
  const fields: Record<string, unknown> = { ...given }
  const wrong: string[] = []
  for (const key of playbook.raiseForm ?? []) {
    const field = playbook.fields[key]
    const entry = entries[key]
    if (!field || (!entry && given[key] !== undefined)) continue
    const typed = typedOf(field, entry ?? { text: '' }, context)
    if (typed.kind === 'value') fields[key] = typed.value
    else if (typed.kind === 'fault' || field.required) wrong.push(key)
    else delete fields[key]
  }
  return { fields, wrong }
}
