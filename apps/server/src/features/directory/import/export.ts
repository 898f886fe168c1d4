import type { Readable } from 'node:stream'
import { roles } from '@guatu/access'
import { exportDirectory, getDirectoryTemplate, unitKinds } from '@guatu/contract'
import type { CellValue } from '@guatu/derive'
import { done } from '@guatu/kernel'
import type { DirectoryColumn } from '@guatu/ledger'
import type { Deps } from '../../../http/deps.ts'
import { feature } from '../../../http/feature.ts'
import type { PostRow } from '../../../store/access-rows.ts'
import type { OrgRow, PersonRow } from '../../../store/schema.ts'
import { tellSensitiveRead } from '../../../store/sensitive-read.ts'
import { sheetStream } from '../../../workbook/write-sheet.ts'
import { isInForce } from '../periods.ts'
import { directoryLayout, layoutKeys } from './layout.ts'
import { type StoredDirectory, storedDirectory } from './stored.ts'

type Line = Partial<Record<DirectoryColumn, CellValue>>

const day = (date: string | null): CellValue => (date === null ? null : { date })

const kindTitle = (kind: string): string | null => (unitKinds as Record<string, { zh: string }>)[kind]?.zh ?? null

/** Lines of the sheet: units with their posts in force, and units that nobody holds a post in by themselves. */
function* exportLines(stored: StoredDirectory, today: string): Generator<Line> {
  const units = new Map(stored.units.map((unit) => [unit.orgId, unit]))
  const persons = new Map(stored.persons.map((person) => [person.personId, person]))
  // Who stands in for somebody is no holder of the post: the period passes by itself.
  const inForce = stored.posts.filter(
    (post) => post.deputyForId === null && isInForce({ from: post.fromDay, to: post.toDay }, today),
  )
  for (const unit of stored.units.filter(({ closedOn }) => closedOn === null || closedOn >= today)) {
    const line = unitLine(unit, units.get(unit.parentId ?? ''))
    const posts = inForce.filter(({ orgId }) => orgId === unit.orgId)
    if (posts.length === 0) yield line
    for (const post of posts) yield { ...line, ...postLine(post, persons.get(post.personId), stored) }
  }
}

const unitLine = (unit: OrgRow, parent: OrgRow | undefined): Line => ({
  unit: unit.name,
  parent: parent?.name ?? null,
  kind: kindTitle(unit.kind),
  shortName: unit.shortName,
})

function postLine(post: PostRow, person: PersonRow | undefined, { contacts }: StoredDirectory): Line {
  const contact = contacts.get(post.personId)
  return {
    person: person?.name ?? null,
    title: post.title,
    role: roles[post.role].zh,
    phone: contact?.phone ?? null,
    email: contact?.email ?? null,
    from: day(post.fromDay),
    to: day(post.toDay),
  }
}

async function* rowsOf(lines: Iterable<Line>): AsyncGenerator<readonly CellValue[]> {
  for (const line of lines) yield layoutKeys.map((key) => line[key] ?? null)
}

/** The directory in force as a workbook. Telephones are in it only for whoever may see them, and that is recorded. */
async function directoryWorkbook(deps: Pick<Deps, 'store' | 'today' | 'now' | 'actor'>): Promise<Readable> {
  const stored = await deps.store.read(storedDirectory)
  if (deps.actor.personId !== null && stored.rights.directory && stored.contacts.size > 0)
    await tellSensitiveRead(deps, { via: 'exportDirectory', items: [], about: { contacts: stored.contacts.size } })
  return sheetStream(directoryLayout, rowsOf(exportLines(stored, deps.today())))
}

export const exportDirectoryFeature = feature(exportDirectory, async (deps) => {
  return done({ fileName: `单位和人员-${deps.today()}.xlsx`, content: await directoryWorkbook(deps) })
})

export const getDirectoryTemplateFeature = feature(getDirectoryTemplate, async () => {
  return done({ fileName: '单位和人员-导入模板.xlsx', content: sheetStream(directoryLayout, rowsOf([])) })
})
