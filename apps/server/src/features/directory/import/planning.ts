import type { DirectoryDifference } from '@guatu/contract'
import type { CellRemark, DirectoryEntry } from '@guatu/ledger'
import type { PostRow } from '../../../store/access-rows.ts'
import type { OrgRow, PersonContactRow, PersonRow } from '../../../store/schema.ts'
import type { StoredDirectory } from './stored.ts'

export type Change = DirectoryDifference['changes'][number]

/** A row of a table that exists already, as it was and as it shall be. */
export interface Replaced<R> {
  readonly before: R
  readonly after: R
}

/** Everything that a file would write, with what has to be mended or left to somebody else. */
export interface DirectoryPlan {
  readonly units: readonly OrgRow[]
  readonly changedUnits: readonly Replaced<OrgRow>[]
  readonly persons: readonly PersonRow[]
  readonly contacts: readonly PersonContactRow[]
  readonly posts: readonly PostRow[]
  readonly changedPosts: readonly Replaced<PostRow>[]
  readonly changes: readonly Change[]
  readonly unchanged: number
  readonly leftOut: DirectoryDifference['leftOut']
  readonly errors: readonly CellRemark[]
  readonly warnings: readonly CellRemark[]
}

/** What the parts of a plan are made from, and where they put down what they find. */
export interface Planning {
  readonly stored: StoredDirectory
  readonly entries: readonly DirectoryEntry[]
  readonly districtId: string
  readonly today: string
  readonly errors: CellRemark[]
  readonly warnings: CellRemark[]
  readonly changes: Change[]
  readonly columnOf: (field: keyof DirectoryEntry) => string | null
}
