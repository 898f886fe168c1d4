import { getItem } from '@guatu/contract'
import { done, refused, type Title } from '@guatu/kernel'
import { gateStatuses } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { factReplies, factsOfItem } from '../../store/items/fact-reply.ts'
import { gateEvidence } from '../../store/items/gate-evidence.ts'
import { gateLinks } from '../../store/items/gate-links.ts'
import { editionOf, workTimeOf } from '../../store/items/list-context.ts'
import { linksOf } from '../../store/items/node-rows.ts'
import { findItem, nodesByItem, planNodes } from '../../store/items/read.ts'
import { itemReply, planReply } from '../../store/items/row-reply.ts'
import { heldSecrets } from '../../store/items/secrets.ts'
import { linksOfItem } from '../../store/loop/links.ts'
import { wayOf, wayReply } from '../../store/loop/reply.ts'
import { asLit } from '../../store/past/as-lit.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { permitted } from './moves.ts'

const notYet: Title = { zh: '那一时刻清单上没有这条记录', en: 'This record was not on the list at that moment' }

export const getItemFeature = feature(getItem, async (deps, { params, query }) => {
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const found = await findItem(tx, params.itemId)
    if (!found) return refused(refusal('NOT_FOUND', said.asOf ? notYet : undefined))
    const playbook = playbookOf(deps, found.playbookKey)
    const row = (await asLit(tx, playbook, [found]))[0] ?? found
    const edition = await editionOf(tx, playbook, row.playbookVersion, row.planRevision)
    const nodes = planNodes(edition, (await nodesByItem(tx, [row.itemId])).get(row.itemId) ?? [])
    const facts = factReplies(await factsOfItem(tx, row.itemId))
    const evidence = await gateEvidence(tx, row.itemId)
    const links = await gateLinks(tx, edition.playbook, row.itemId)
    // Gates look at the whole document: what is missing is told, what is there is not.
    const secrets = (await heldSecrets(tx, Object.keys(row.masks).length > 0 ? [row.itemId] : [])).get(row.itemId)
    const whole = { ...row, fields: { ...row.fields, ...secrets } }
    const judged = { playbook: edition.playbook, item: whole, nodes, facts, evidence, links }
    const gates = gateStatuses(judged)
    const shown = { playbook: edition.playbook, fields: row.fields, time: await workTimeOf(tx) }
    const at = tx.asOf?.at ?? deps.now()
    return done({
      ...said,
      item: itemReply(row),
      ...(await permitted(tx, row.itemId, judged)),
      source: row.source,
      createdAt: row.createdAt,
      plan: planReply(nodes, linksOf(edition, row), row),
      facts,
      gates: gates.map(({ to, back, allowed, missing }) => ({
        to,
        back,
        allowed,
        missing: missing.map(({ path, text }) => ({ path, text })),
      })),
      ...wayReply(await wayOf(tx, row.itemId), { ...shown, at }),
      escalatedTo: row.escalatedTo,
      links: await linksOfItem(tx, row, (key) => playbookOf(deps, key)),
    })
  })
})
