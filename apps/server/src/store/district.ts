import { standardRules } from '@guatu/access'
import { searchText } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { sql } from 'kysely'
import { append } from './append.ts'
import { type ChainAlgorithm, firstHash } from './digest.ts'
import type { OrgRow } from './schema.ts'
import { asOwner, type Store, type Tx } from './store.ts'
import { uuidv7 } from './uuid.ts'

export interface NewOrg {
  readonly orgId?: string
  readonly kind: string
  readonly name: string
  readonly shortName: string | null
  readonly areaCode: string | null
  readonly assessed: boolean
  readonly parentId?: string | null
  readonly demonstration?: boolean
}

export function orgRow(districtId: string, org: NewOrg, position: number): OrgRow {
  return {
    districtId,
    orgId: org.orgId ?? uuidv7(),
    parentId: org.parentId ?? null,
    kind: org.kind,
    name: org.name,
    shortName: org.shortName,
    areaCode: org.areaCode,
    assessed: org.assessed,
    position,
    searchText: searchText([org.name, org.shortName].filter(Boolean).join('，')).slice(0, 600),
    demonstration: org.demonstration ?? false,
    formerNames: [],
    openedOn: null,
    closedOn: null,
    revision: 1,
  }
}

export interface DistrictStart {
  readonly name: string
  readonly shortName: string
  readonly today: string
  readonly now: string
  readonly playbooks: readonly Playbook[]
  /** Units that stand for the district's areas, so that an empty district can be worked with. */
  readonly orgs: readonly NewOrg[]
  /** What the chain of a district that is opened here is made with; absent: SHA-256. */
  readonly chain?: ChainAlgorithm
}

async function pinDefinitions(tx: Tx, playbooks: readonly Playbook[]): Promise<void> {
  for (const playbook of playbooks) {
    await tx.db
      .insertInto('playbookVersion')
      .values({
        districtId: tx.districtId,
        playbookKey: playbook.key,
        version: playbook.version,
        definition: sql`${JSON.stringify(playbook)}::jsonb`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** A district without any rule of access, new or older than these, starts with the standard ones. */
async function seedRules(tx: Tx): Promise<void> {
  const known = tx.db.selectFrom('accessRule').select('role').where('districtId', '=', tx.districtId).limit(1)
  if (await known.executeTakeFirst()) return
  const rows = standardRules.map((rule) => ({ districtId: tx.districtId, ...rule, phases: [...rule.phases] }))
  await tx.db.insertInto('accessRule').values(rows).execute()
}

/** Only its opening stands in the chain. */
async function isUntouched(tx: Tx): Promise<boolean> {
  const head = tx.db.selectFrom('chainHead').select('seq').where('districtId', '=', tx.districtId)
  return (await head.executeTakeFirstOrThrow()).seq <= 1
}

/** Makes sure that the district exists and that every version of its lists is kept. Answers whether nothing has happened in it yet. */
export async function ensureDistrict(store: Store, start: DistrictStart): Promise<boolean> {
  return await store.write(async (tx) => {
    const { districtId } = tx
    const { name, shortName, today: day, now: at } = start
    const row = { districtId, name, shortName, demonstration: false, day, areaMap: null, createdAt: at }
    const made = await tx.db
      .insertInto('district')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    await pinDefinitions(tx, start.playbooks)
    await seedRules(tx)
    if (!made.numInsertedOrUpdatedRows) return await isUntouched(tx)
    await tx.db.insertInto('chainHead').values({ districtId, seq: 0, hash: firstHash, algorithm: start.chain ?? 'sha256' }).execute()
    const orgs = start.orgs.map((org, position) => orgRow(districtId, org, position))
    const event = { verb: 'district.opened', itemId: null, data: { name, orgs: orgs.length } }
    await append(tx, { at, events: [event], orgs })
    return true
  })
}

/** Takes back what only the tables' owner may delete; the caller tells of it by an event. */
export async function deleteItems(tx: Tx, itemIds: readonly string[]): Promise<void> {
  await asOwner(tx, async () => {
    const values = [tx.districtId, itemIds]
    await tx.client.query(
      `delete from fact_verification v using fact f where v.district_id = $1 and f.district_id = $1
         and f.fact_id = v.fact_id and f.item_id = any($2::uuid[])`,
      values,
    )
    for (const table of ['report_state', 'report', 'lamp_month', 'exemption', 'sign_contest', 'item_party', 'item_secret', 'fact_current', 'fact', 'node_past', 'item_past', 'node', 'item']) {
      await tx.client.query(`delete from ${table} where district_id = $1 and item_id = any($2::uuid[])`, values)
    }
  })
}
