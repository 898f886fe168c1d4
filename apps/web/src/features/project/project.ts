import type { ItemReply } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'

/** What every part of the page is given: the item whole, and the list that it is on. */
export interface Project {
  readonly reply: ItemReply
  readonly playbook: Playbook
}
