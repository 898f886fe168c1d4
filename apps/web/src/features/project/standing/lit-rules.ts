import type { ItemReply } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'

/** Something that lights an item and that an exemption can be asked from. */
export interface LitRule {
  readonly key: string
  readonly rule: string
  readonly nodeKey?: string
  readonly title: Title
}

/** The rules that light the item, each node of theirs apart; what is exempted is not asked for again. */
export function litRules({ lamps }: Playbook, { item }: Pick<ItemReply, 'item'>): readonly LitRule[] {
  return item.lampReasons.flatMap(({ rule, nodeKey, text, exempted, level }) => {
    if (exempted || level === 'blue' || !lamps.rules.some(({ key }) => key === rule)) return []
    return { key: `${rule}/${nodeKey ?? ''}`, rule, title: text, ...(nodeKey === undefined ? {} : { nodeKey }) }
  })
}
