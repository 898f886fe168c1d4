import { askExemption } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import type { ExemptionRow } from '../../store/sign-rows.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { askedEvent } from './events.ts'
import { askProblems } from './problems.ts'
import { exemptionQuery, exemptionReply } from './rows.ts'

const unanswered = {
  ...{ granted: null, fromDay: null, decidedBy: null, decidedById: null, decidedAt: null, decidedNote: null },
  ...{ endedOn: null, endedBy: null, endedById: null, endedAt: null, endedReason: null },
}

export const askExemptionFeature = feature(askExemption, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  const { itemId } = params
  return await deps.store.write(async (tx) => {
    const wanted = await holdFor(tx, itemId, ['item.edit'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    const { context, row: item, state } = wanted.value
    const others = await exemptionQuery(tx).where('itemId', '=', itemId).execute()
    const problems = askProblems(wanted.value, body, others)
    if (problems.length > 0) return refused(...problems)
    const row: ExemptionRow = {
      ...{ districtId: tx.districtId, exemptionId: uuidv7(), itemId },
      ...{ rule: body.rule, nodeKey: body.nodeKey ?? null, ground: body.ground, text: body.text.trim() },
      ...{ evidence: body.evidence?.trim() || null, untilDay: body.until },
      ...{ askedBy: deps.actor.name, askedById: deps.actor.personId, askedAt: clock.now },
      ...unanswered,
    }
    await append(tx, { at: clock.now, events: [askedEvent(row)] })
    await tx.db.insertInto('exemption').values(row).execute()
    const around = { playbook: context.playbook, today: clock.today, lampReasons: item.lampReasons, nodes: state.nodes }
    return done({ exemption: exemptionReply(row, around) })
  })
})
