import type { DirectoryDifference } from '@guatu/contract'
import type { CellRemark, DirectoryEntry, DirectoryReport } from '@guatu/ledger'
import type { OrgRow, PersonContactRow, PersonRow, PostRow } from '../../../store/schema.ts'
import { planPersons } from './plan-persons.ts'
import { planPosts } from './plan-posts.ts'
import { planUnits } from './plan-units.ts'
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

/** Compares a file with the directory. Pure but for the ids of what is new; repeating an import finds nothing to change. */
export function planDirectory(
  report: DirectoryReport,
  stored: StoredDirectory,
  { districtId, today }: { readonly districtId: string; readonly today: string },
): DirectoryPlan {
  const letters = new Map(report.columns.map(({ field, column }) => [field as string, column]))
  const planning: Planning = {
    stored,
    entries: report.entries,
    districtId,
    today,
    errors: [...report.errors],
    warnings: [...report.warnings],
    changes: [],
    columnOf: (field) => letters.get(field) ?? null,
  }
  const units = planUnits(planning)
  const persons = planPersons(planning, units)
  const posts = planPosts(planning, units, persons)
  const touched = new Set(planning.changes.map(({ row }) => row))
  const byRow = (a: { readonly row: number }, b: { readonly row: number }) => a.row - b.row
  return {
    units: units.created,
    changedUnits: units.changed,
    persons: persons.created,
    contacts: persons.contacts,
    posts: posts.created,
    changedPosts: posts.changed,
    changes: planning.changes.sort(byRow),
    unchanged: new Set(report.entries.map(({ row }) => row).filter((row) => !touched.has(row))).size,
    leftOut: { posts: posts.leftOut, directory: units.leftOut + persons.leftOut },
    errors: planning.errors.sort(byRow),
    warnings: planning.warnings.sort(byRow),
  }
}
