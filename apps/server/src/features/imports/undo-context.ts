import type { Deps } from '../../http/deps.ts'
import type { ImportRecordRow } from '../../store/schema.ts'

/** What the parts of one undo share. */
export interface UndoContext {
  readonly record: ImportRecordRow
  readonly deps: Deps
  readonly now: string
  /** Why the items change, for their history. */
  readonly reason: string
}
