import type { EventDraft } from '../../store/chain.ts'
import type { ExemptionRow } from '../../store/sign-rows.ts'

const told = ({ exemptionId, rule, nodeKey, ground, text, untilDay }: ExemptionRow) => ({
  ...{ exemptionId, rule, nodeKey, ground, text },
  until: untilDay,
})

export const askedEvent = (row: ExemptionRow): EventDraft => ({
  verb: 'exemption.asked',
  itemId: row.itemId,
  data: told(row),
})

export const decidedEvent = (row: ExemptionRow): EventDraft => ({
  verb: row.granted ? 'exemption.granted' : 'exemption.refused',
  itemId: row.itemId,
  data: told(row),
  ...(row.decidedNote && { reason: row.decidedNote }),
})

export const endedEvent = (row: ExemptionRow, reason: string): EventDraft => ({
  verb: 'exemption.ended',
  itemId: row.itemId,
  data: told(row),
  reason,
})
