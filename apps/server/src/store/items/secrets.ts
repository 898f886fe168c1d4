import { createHash, randomBytes } from 'node:crypto'
import { itemActions } from '@guatu/access'
import { canonicalJson, type Refusal } from '@guatu/kernel'
import { isMask, maskOf, type Playbook, partFields, type SecretClass, secretClasses } from '@guatu/playbook'
import type { EventDraft } from '../chain.ts'
import { type FieldChanges, fieldChanges } from '../item-events.ts'
import { secretsKnownAt } from '../past/secrets.ts'
import { insertRows, upsertRows } from '../rows.ts'
import type { EventSecretRow, ItemSecretRow } from '../secret-rows.ts'
import { asKeeper, type Tx } from '../store.ts'

type Fields = Readonly<Record<string, unknown>>

/** What an act makes of an item's secrets of one class. */
export interface SecretWrite {
  readonly class: SecretClass
  /** The class's values as they shall be; none: they go. */
  readonly fields: Fields
  readonly changes: FieldChanges
  /** Makes the digest in the event say nothing about short values, such as telephone numbers. */
  readonly salt: string
  /** What the event tells in the values' place. */
  readonly masks: Readonly<Record<string, { readonly from: string | null; readonly to: string | null }>>
}

/** The digest that an event holds of what it changed of a class: SHA-256 of the salt and the changes in canonical JSON. */
export const secretDigest = (salt: string, changes: FieldChanges): string =>
  createHash('sha256')
    .update(`${salt}\n${canonicalJson(changes)}`)
    .digest('hex')

/** What differs between two whole documents in what is kept apart, class by class. */
export function secretWrites(playbook: Playbook, before: Fields, after: Fields): readonly SecretWrite[] {
  const [from, to] = [partFields(playbook, before).secrets, partFields(playbook, after).secrets]
  return secretClasses.flatMap((name) => {
    const changes = fieldChanges(from[name] ?? {}, to[name] ?? {})
    if (Object.keys(changes).length === 0) return []
    const mask = (key: string, value: unknown) => (value === null ? null : maskOf(playbook.fields[key]!, value))
    const masks = Object.fromEntries(
      Object.entries(changes).map(([key, change]) => [key, { from: mask(key, change.from), to: mask(key, change.to) }]),
    )
    return [{ class: name, fields: to[name] ?? {}, changes, masks, salt: randomBytes(16).toString('hex') }]
  })
}

/** An event that also tells, in masks, what was changed of secrets; as it is where nothing was. */
export function tellingSecrets(event: EventDraft, secrets: readonly SecretWrite[]): EventDraft {
  if (secrets.length === 0) return event
  const told = secrets.map(({ class: name, changes, masks, salt }) => {
    return { class: name, changes: masks, digest: secretDigest(salt, changes) }
  })
  return { ...event, data: { ...event.data, secrets: told } }
}

/** Secrets of items whatever the actor may see: for judging and writing, never for showing. */
export async function heldSecrets(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Fields>> {
  if (itemIds.length === 0) return new Map()
  return await asKeeper(tx, (keeper) => secretsOf(keeper, itemIds))
}

/** Classes that the actor's token does not leave out; the database knows posts, not tokens. */
const classesInScope = ({ actor: { scope } }: Tx): readonly SecretClass[] =>
  secretClasses.filter((name) => scope?.includes(`secret.${name}`) ?? true)

/** Secrets of items as far as the actor may read them. */
export async function readableSecrets(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Fields>> {
  const classes = classesInScope(tx)
  return itemIds.length === 0 || classes.length === 0 ? new Map() : await secretsOf(tx, itemIds, classes)
}

async function secretsOf(
  tx: Tx,
  itemIds: readonly string[],
  classes: readonly SecretClass[] = secretClasses,
): Promise<Map<string, Fields>> {
  const rows = await tx.db
    .selectFrom('itemSecret')
    .select(['itemId', 'fields'])
    .where('districtId', '=', tx.districtId)
    .where('itemId', 'in', itemIds)
    .where('class', 'in', classes)
    .execute()
  const all = new Map<string, Fields>()
  for (const { itemId, fields } of rows) all.set(itemId, { ...all.get(itemId), ...fields })
  return tx.asOf ? await secretsKnownAt(tx, itemIds, all, tx.asOf.at) : all
}

/** Classes that the actor may read, and so overwrite, of each item; an item of which he may read none is absent. */
export async function readableClasses(
  tx: Tx,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<SecretClass>>> {
  if (tx.actor.personId === null) return new Map(itemIds.map((itemId) => [itemId, new Set(secretClasses)]))
  const { rows } = await tx.client.query<{ itemId: string; class: SecretClass }>(
    `select i.id as "itemId", c.class from unnest($1::uuid[]) as i (id), unnest($2::text[]) as c (class)
     where guatu_item_may('secret.' || c.class, i.id)`,
    [itemIds, [...classesInScope(tx)]],
  )
  const all = new Map<string, Set<SecretClass>>()
  for (const row of rows) all.set(row.itemId, (all.get(row.itemId) ?? new Set()).add(row.class))
  return all
}

/** Fields as they were sent, without masks that came back: they stand for a value that stays. */
export function withoutMasks(playbook: Playbook | undefined, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => !(playbook?.fields[key]?.secret && isMask(value))),
  )
}

/** Who may not read a value may not replace it either: one refusal for each such field. */
export function hiddenWrites(
  playbook: Playbook,
  fields: Fields,
  readable: ReadonlySet<SecretClass> = new Set(),
): readonly Refusal[] {
  return Object.keys(fields).flatMap((key) => {
    const field = playbook.fields[key]
    if (!field?.secret || readable.has(field.secret)) return []
    const needs = itemActions[`secret.${field.secret}`]
    const message = {
      zh: `${field.title.zh}：需要“${needs.zh}”的权限`,
      en: `${field.title.en}: needs the right '${needs.en}'`,
    }
    return [{ code: 'FORBIDDEN' as const, path: key, message }]
  })
}

/** What events changed of secrets, by item: for taking it back, never for showing. */
export async function secretChangesOf(tx: Tx, seqs: readonly number[]): Promise<Map<string, FieldChanges>> {
  if (seqs.length === 0) return new Map()
  const { districtId } = tx
  const rows = await asKeeper(tx, ({ db }) =>
    db
      .selectFrom('eventSecret')
      .select(['itemId', 'changes'])
      .where('districtId', '=', districtId)
      .where('seq', 'in', seqs)
      .execute(),
  )
  const all = new Map<string, FieldChanges>()
  for (const { itemId, changes } of rows) all.set(itemId, { ...all.get(itemId), ...changes })
  return all
}

interface Written {
  readonly after: { readonly itemId: string }
  readonly secrets?: readonly SecretWrite[]
}

const hasValues = ({ fields }: { readonly fields: Fields }) => Object.keys(fields).length > 0

/** Writes what items keep apart. The keeper does it: features have judged whether the actor may. */
export async function writeSecrets(tx: Tx, items: readonly Written[]): Promise<void> {
  const { districtId } = tx
  const rows = items.flatMap(({ after, secrets = [] }) =>
    secrets.map((secret): ItemSecretRow => {
      return { districtId, itemId: after.itemId, class: secret.class, fields: secret.fields }
    }),
  )
  if (rows.length === 0) return
  const gone = rows.filter((row) => !hasValues(row))
  await asKeeper(tx, async (keeper) => {
    await upsertRows(keeper, 'itemSecret', rows.filter(hasValues), { key: ['districtId', 'itemId', 'class'] })
    if (gone.length > 0) {
      const text = `delete from item_secret using unnest($2::uuid[], $3::text[]) as g (item_id, class)
        where district_id = $1 and item_secret.item_id = g.item_id and item_secret.class = g.class`
      await keeper.client.query(text, [districtId, gone.map((row) => row.itemId), gone.map((row) => row.class)])
    }
  })
}

/** Keeps what events changed of secrets, beside the events: `head` is the place of the last of them in the chain. */
export async function keepSecretChanges(
  tx: Tx,
  head: number,
  events: readonly EventDraft[],
  items: readonly Written[],
): Promise<void> {
  const secrets = new Map(items.map(({ after, secrets: writes = [] }) => [after.itemId, writes]))
  const first = head - events.length + 1
  const rows = events.flatMap(({ itemId, data }, at) => {
    if (itemId === null || data.secrets === undefined) return []
    return (secrets.get(itemId) ?? []).map(({ class: name, salt, changes }): EventSecretRow => {
      return { districtId: tx.districtId, seq: first + at, itemId, class: name, salt, changes }
    })
  })
  if (rows.length > 0) await asKeeper(tx, (keeper) => insertRows(keeper, 'eventSecret', rows))
}
