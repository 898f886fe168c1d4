import { keysOf } from '@guatu/access'
import { playbooks } from '@guatu/playbooks'
import { expect } from 'vitest'
import { standingOf } from '../access/standing.ts'
import { nodesByItem } from '../items/read.ts'
import { rollupDeltas } from '../rollup.ts'
import type { Tx } from '../store.ts'
import { verifyChain } from '../verify/verify-chain.ts'
import { expectLoops } from './loops.ts'

/** Lists whose items have nodes. */
const scheduled = playbooks.flatMap(({ key, nodes }) => (nodes.length > 0 ? `'${key}'` : [])).join(', ')

/** Everything that could be half written, each query answering what should not be. */
const halves: Readonly<Record<string, string>> = {
  'an item without the event of its making': `select i.item_id from item i where not exists (
     select from event e where e.item_id = i.item_id and e.verb = 'item.created')`,
  'an event without its item': `select e.item_id from event e where e.verb = 'item.created' and not exists (
     select from item i where i.item_id = e.item_id)`,
  'an item whose revision the record does not tell of': `select i.item_id from item i where i.revision <> (
     select max((e.data ->> 'revision')::int) from event e where e.item_id = i.item_id)`,
  'an item without its nodes': `select i.item_id from item i where i.playbook_key in (${scheduled}) and not exists (
     select from node n where n.item_id = i.item_id)`,
  'a node without its item': `select n.item_id from node n where not exists (
     select from item i where i.item_id = n.item_id)`,
  'a tie without its item': `select p.item_id from item_party p where not exists (
     select from item i where i.item_id = p.item_id)`,
  'a figure that is told of and not there': `select e.data ->> 'factId' from event e where e.verb = 'fact.reported'
     and not exists (select from fact f where f.fact_id::text = e.data ->> 'factId')`,
  'a figure that no event tells of': `select f.fact_id from fact f where not exists (
     select from event e where e.item_id = f.item_id and (e.data ->> 'factId' = f.fact_id::text
       or e.verb in ('item.created', 'item.updated')))`,
  'a figure that is not projected': `select f.fact_id from fact f where not exists (select from fact_current c
     where (c.item_id, c.metric, c.period) = (f.item_id, f.metric, f.period))`,
  'a projection without its figure': `select c.item_id from fact_current c where not exists (
     select from fact f where f.fact_id = c.fact_id)`,
  'a chain that has gaps': `select h.seq from chain_head h where h.seq <> (select count(*) from event) `,
}

const asLines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()

/** The roll-up is what a scan of the items adds up to; an item's keys are those that its row and nodes give. */
async function expectDerived(tx: Tx): Promise<void> {
  const { db } = tx
  const items = await db.selectFrom('item').selectAll().execute()
  const scan = rollupDeltas(items.map((after) => ({ before: null, after })))
  expect(asLines(await db.selectFrom('rollup').selectAll().execute()), 'roll-up').toEqual(asLines(scan.rollup))
  expect(asLines(await db.selectFrom('rollupRule').selectAll().execute()), 'rules').toEqual(asLines(scan.rules))
  const nodes = await nodesByItem(
    tx,
    items.map(({ itemId }) => itemId),
  )
  const wanted = items.flatMap((item) => {
    const playbook = playbooks.find(({ key }) => key === item.playbookKey)!
    const keys = keysOf(standingOf(item, nodes.get(item.itemId) ?? [], playbook))
    return keys.map((key) => `${item.itemId} ${key}`)
  })
  const parties = await db.selectFrom('itemParty').selectAll().execute()
  expect(parties.map(({ itemId, key }) => `${itemId} ${key}`).sort(), 'ties').toEqual(wanted.sort())
}

/** No act is half there and every link of the chain holds; for a database of one district. */
export async function expectWhole(tx: Tx): Promise<void> {
  for (const [what, text] of Object.entries(halves)) {
    expect((await tx.client.query(text)).rows, what).toEqual([])
  }
  await expectDerived(tx)
  await expectLoops(tx, playbooks)
  expect(await verifyChain(tx)).toMatchObject({ kind: 'whole' })
}
