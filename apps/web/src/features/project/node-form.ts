import type { NodeChange, NodeReply } from '@guatu/contract'
import type { Field } from '@guatu/playbook'
import type { FieldContext } from '../../forms/context.ts'
import { type Entry, entryOf, typedOf } from '../../forms/entry.ts'
import { texts } from './texts.ts'

/** The editable properties of a node, as the kinds of field that the product's inputs know. */
export const nodeFields = {
  ownerId: { kind: 'person', title: texts.nodeFields.owner, group: 'node' },
  leadOrgId: { kind: 'org', title: texts.nodeFields.leadOrg, group: 'node' },
  leaderId: { kind: 'person', title: texts.nodeFields.leader, group: 'node' },
  standard: { kind: 'longText', title: texts.nodeFields.standard, group: 'node', maxLength: 2000 },
  durationWorkdays: {
    kind: 'integer',
    title: texts.nodeFields.durationWorkdays,
    group: 'node',
    unit: 'unit',
    min: 0,
    max: 5000,
  },
  notBefore: { kind: 'date', title: texts.nodeFields.notBefore, group: 'node', end: 'start' },
  actualStart: { kind: 'date', title: texts.nodeFields.actualStart, group: 'node', end: 'start' },
  actualFinish: { kind: 'date', title: texts.nodeFields.actualFinish, group: 'node', end: 'finish' },
} as const satisfies Record<string, Field>

export type NodeFieldKey = keyof typeof nodeFields

export type NodeEntries = Readonly<Record<NodeFieldKey, Entry>>

export const nodeFieldKeys = Object.keys(nodeFields) as readonly NodeFieldKey[]

const isDay = (key: NodeFieldKey): boolean => nodeFields[key].kind === 'date'

const fieldValue = (node: NodeReply, key: NodeFieldKey): unknown => {
  const value = node[key]
  return isDay(key) && typeof value === 'string' ? { date: value, precision: 'day' } : value
}

export function entriesOfNode(node: NodeReply, context: FieldContext): NodeEntries {
  return Object.fromEntries(
    nodeFieldKeys.map((key) => [key, entryOf(nodeFields[key], fieldValue(node, key), context)]),
  ) as NodeEntries
}

/** Keys whose words cannot be read: nothing is sent while there is one. */
export const faultyKeys = (entries: NodeEntries, context: FieldContext): readonly NodeFieldKey[] =>
  nodeFieldKeys.filter((key) => typedOf(nodeFields[key], entries[key], context).kind === 'fault')

/** What differs from the node as it was read; null when nothing does. An emptied input takes the value away. */
export function changeOf(node: NodeReply, entries: NodeEntries, context: FieldContext): NodeChange | null {
  const change: Record<string, unknown> = {}
  for (const key of nodeFieldKeys) {
    const typed = typedOf(nodeFields[key], entries[key], context)
    if (typed.kind === 'fault' || (typed.kind === 'empty' && key === 'durationWorkdays')) continue
    const value = plainValue(key, typed.kind === 'value' ? typed.value : null)
    if (value !== node[key]) change[key] = value
  }
  return Object.keys(change).length > 0 ? ({ nodeKey: node.nodeKey, ...change } as NodeChange) : null
}

/** A node's dates are days, its standard is never null, its duration is never empty. */
function plainValue(key: NodeFieldKey, value: unknown): unknown {
  if (value === null) return key === 'standard' ? '' : value
  return isDay(key) ? (value as { readonly date: string }).date : value
}
