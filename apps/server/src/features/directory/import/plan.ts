import type { DirectoryReport } from '@guatu/ledger'
import { planPersons } from './plan-persons.ts'
import { planPosts } from './plan-posts.ts'
import { planUnits } from './plan-units.ts'
import type { DirectoryPlan, Planning } from './planning.ts'
import type { StoredDirectory } from './stored.ts'

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
