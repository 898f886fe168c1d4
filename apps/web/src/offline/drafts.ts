import { type KeptDraft, type KeptDue, offlineDatabase, type WaitingPhoto } from './database.ts'
import type { Owner } from './owner.ts'

export const draftKeyOf = (owner: Owner, itemId: string, month: string): string => `${owner}/${itemId}/${month}`

export const keptDraft = async (key: string): Promise<KeptDraft | undefined> =>
  (await offlineDatabase()).get('draft', key)

export async function keepDraft(draft: KeptDraft): Promise<void> {
  await (await offlineDatabase()).put('draft', draft)
}

/** Gives a draft up, with the photos that were taken for it. */
export async function dropDraft({ key, reportId }: Pick<KeptDraft, 'key' | 'reportId'>): Promise<void> {
  const database = await offlineDatabase()
  await database.delete('draft', key)
  for (const photo of await database.getAllKeysFromIndex('photo', 'report', reportId))
    await database.delete('photo', photo)
}

export async function draftsOf(owner: Owner): Promise<KeptDraft[]> {
  return await (await offlineDatabase()).getAllFromIndex('draft', 'owner', owner)
}

export async function photosOf(reportId: string): Promise<WaitingPhoto[]> {
  return await (await offlineDatabase()).getAllFromIndex('photo', 'report', reportId)
}

export async function keepPhoto(photo: WaitingPhoto): Promise<void> {
  await (await offlineDatabase()).put('photo', photo)
}

export async function dropPhoto(evidenceId: string): Promise<void> {
  await (await offlineDatabase()).delete('photo', evidenceId)
}

/** Only the last person's list is kept: a device that is passed on shows nobody else's. */
export async function keepDue(due: KeptDue): Promise<void> {
  const database = await offlineDatabase()
  const change = database.transaction('due', 'readwrite')
  await Promise.all([change.store.clear(), change.store.put(due), change.done])
}

export async function lastDue(owner?: Owner): Promise<KeptDue | undefined> {
  const database = await offlineDatabase()
  return owner === undefined ? (await database.getAll('due'))[0] : await database.get('due', owner)
}
