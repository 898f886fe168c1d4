import { append } from '../../../store/append.ts'
import type { EventDraft } from '../../../store/chain.ts'
import type { OrgRow } from '../../../store/schema.ts'
import type { Tx } from '../../../store/store.ts'
import { changeOf } from '../changes.ts'
import { writeContact } from '../contact.ts'
import { followMainPost } from '../main-post.ts'
import { told } from '../replies.ts'
import { addPosts, replacePost } from '../write-post.ts'
import { replaceUnit } from '../write-unit.ts'
import type { DirectoryPlan } from './planning.ts'

const unitKeys = ['orgId', 'parentId', 'kind', 'name', 'shortName'] as const

/** One event for each row that is written, in the order of their tables, and one for the file. */
function eventsOf(plan: DirectoryPlan, fileName: string): EventDraft[] {
  const reason = `导入 ${fileName}`
  const draft = (verb: string, data: Readonly<Record<string, unknown>>): EventDraft => ({
    verb,
    itemId: null,
    data,
    reason,
  })
  const unitFields = ({ parentId, kind, shortName }: OrgRow) => ({ parentId, kind, shortName })
  return [
    ...plan.units.map((unit) => draft('unit.created', { unit: told(unit, unitKeys) })),
    ...plan.changedUnits.map(({ before, after }) =>
      draft('unit.updated', { orgId: after.orgId, name: after.name, ...changeOf(before, unitFields(after)) }),
    ),
    ...plan.persons.map(({ personId, name, orgId }) => draft('person.created', { person: { personId, name, orgId } })),
    ...plan.posts.map((post) =>
      draft('post.assigned', {
        post: told(post, ['postId', 'personId', 'orgId', 'role', 'title', 'fromDay', 'toDay']),
      }),
    ),
    ...plan.changedPosts.map(({ before, after }) =>
      draft('post.corrected', {
        postId: after.postId,
        ...changeOf(before, { fromDay: after.fromDay, toDay: after.toDay }),
      }),
    ),
    draft('directory.imported', { fileName, changes: plan.changes.length, contacts: plan.contacts.length }),
  ]
}

/** Writes a plan within the caller's transaction; nothing at all where it changes nothing. */
export async function writePlan(tx: Tx, plan: DirectoryPlan, fileName: string, at: string): Promise<void> {
  if (plan.changes.length === 0 && plan.contacts.length === 0) return
  await append(tx, { at, events: eventsOf(plan, fileName), orgs: plan.units, persons: plan.persons })
  for (const { after } of plan.changedUnits) await replaceUnit(tx, after)
  for (const { personId, phone, email } of plan.contacts) await writeContact(tx, personId, { phone, email })
  await addPosts(tx, plan.posts)
  for (const { after } of plan.changedPosts) await replacePost(tx, after)
  const holders = [...plan.posts, ...plan.changedPosts.map(({ after }) => after)].map(({ personId }) => personId)
  await followMainPost(tx, [...new Set(holders)])
}
