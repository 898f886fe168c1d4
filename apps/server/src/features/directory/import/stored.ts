import type { PersonContactRow } from '../../../store/schema.ts'
import type { Tx } from '../../../store/store.ts'
import { type DirectoryRows, directoryRows } from '../directory-rows.ts'

/** What the importer may write: units and persons, posts, or both. */
export interface ImportRights {
  readonly directory: boolean
  readonly posts: boolean
}

/** The directory as it stands, with how to reach the persons as far as the importer may see it. */
export interface StoredDirectory extends DirectoryRows {
  readonly contacts: ReadonlyMap<string, PersonContactRow>
  readonly rights: ImportRights
}

/** The operator of the machine is bound by no rule. */
async function rightsOf(tx: Tx): Promise<ImportRights> {
  if (tx.actor.personId === null) return { directory: true, posts: true }
  const text = `select guatu_may('directory.manage') as directory, guatu_may('post.manage') as posts`
  const { rows } = await tx.client.query<ImportRights>(text)
  return rows[0]!
}

export async function storedDirectory(tx: Tx): Promise<StoredDirectory> {
  const contacts = await tx.db.selectFrom('personContact').selectAll().where('districtId', '=', tx.districtId).execute()
  return {
    ...(await directoryRows(tx)),
    contacts: new Map(contacts.map((contact) => [contact.personId, contact])),
    rights: await rightsOf(tx),
  }
}
