import type { ExemptionReply, ExemptionState } from '@guatu/contract'
import type { LampReason, PlanNode } from '@guatu/kernel'
import { type Exemption, isInForce, type Playbook } from '@guatu/playbook'
import type { ExemptionRow } from '../../store/sign-rows.ts'
import type { Tx } from '../../store/store.ts'

/** What was known of exemptions at the transaction's moment: what came later had not been asked, decided, ended. */
export function asKnown(rows: readonly ExemptionRow[], { asOf }: Pick<Tx, 'asOf'>): ExemptionRow[] {
  if (!asOf) return [...rows]
  const isLater = (at: string | null) => at !== null && at > asOf.at
  return rows
    .filter(({ askedAt }) => askedAt <= asOf.at)
    .map((row) => ({
      ...row,
      ...(isLater(row.decidedAt) ? undecided : {}),
      ...(isLater(row.endedAt) ? standing : {}),
    }))
}

const undecided = {
  granted: null,
  fromDay: null,
  decidedBy: null,
  decidedById: null,
  decidedAt: null,
  decidedNote: null,
}
const standing = { endedOn: null, endedBy: null, endedById: null, endedAt: null, endedReason: null }

export function exemptionQuery(tx: Tx) {
  return tx.db.selectFrom('exemption').selectAll().where('districtId', '=', tx.districtId)
}

const asGranted = (row: ExemptionRow): Exemption => ({
  ...{ exemptionId: row.exemptionId, rule: row.rule, nodeKey: row.nodeKey, ground: row.ground },
  ...{ from: row.fromDay ?? row.untilDay, until: row.untilDay, endedOn: row.endedOn, by: row.decidedBy ?? '' },
})

export function stateOf(row: ExemptionRow, today: string): ExemptionState {
  if (row.granted === null) return row.untilDay < today ? 'over' : 'asked'
  if (!row.granted) return 'refused'
  return isInForce(asGranted(row), today) ? 'inForce' : 'over'
}

interface Around {
  readonly playbook: Playbook
  readonly today: string
  readonly lampReasons: readonly LampReason[]
  readonly nodes: readonly Pick<PlanNode, 'nodeKey' | 'title'>[]
}

/** An exemption as it travels. */
export function exemptionReply(row: ExemptionRow, { playbook, today, lampReasons, nodes }: Around): ExemptionReply {
  const { exemptionId, itemId, rule, nodeKey, ground, text, evidence, askedBy, askedAt } = row
  const known = playbook.lamps.rules.find(({ key }) => key === rule)
  const reason = lampReasons.find((one) => one.rule === rule && (nodeKey === null || one.nodeKey === nodeKey))
  const deed = (by: string | null, at: string | null, said: string | null) =>
    by === null || at === null ? null : { by, at, text: said ?? '' }
  return {
    ...{ exemptionId, itemId, rule, ruleTitle: known?.title ?? { zh: rule, en: rule }, nodeKey },
    nodeTitle: nodes.find((node) => node.nodeKey === nodeKey)?.title ?? null,
    ...{ ground, text, evidence, from: row.fromDay, until: row.untilDay, state: stateOf(row, today) },
    ...{ askedBy, askedAt, decided: deed(row.decidedBy, row.decidedAt, row.decidedNote) },
    ended: deed(row.endedBy, row.endedAt, row.endedReason),
    wouldLight: reason?.level ?? null,
  }
}
