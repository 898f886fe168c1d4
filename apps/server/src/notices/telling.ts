import type { Standing } from '@guatu/access'
import type { NoticeKind } from '@guatu/contract'
import type { Phase, Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import type { EventRow } from '../store/schema.ts'

/** What the rules of telling look at in an event. */
export type ToldEvent = Pick<EventRow, 'seq' | 'at' | 'actor' | 'actorId' | 'verb' | 'itemId' | 'data' | 'reason'>

/** An item as it stands once an event has happened. */
export interface ItemView {
  readonly itemId: string
  readonly playbook: Playbook
  readonly title: string
  readonly stage: string
  readonly standing: Standing
}

/** One person to be told of one event. */
export interface Telling {
  readonly personId: string
  readonly seq: number
  readonly at: string
  readonly kind: NoticeKind
  readonly itemId: string | null
  readonly itemTitle: string | null
  /** The item's phase: what is said in talks goes into no group chat. */
  readonly phase: Phase | null
  readonly text: Title
  readonly actor: string | null
  readonly reason: string | null
}
