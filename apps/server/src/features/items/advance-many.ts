import { advanceItems } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { advanceItemFeature } from './advance.ts'

/** Each item moves by an act of its own: one that may not move holds up none of the others. */
export const advanceItemsFeature = feature(advanceItems, async (deps, { body, visit }) => {
  const { to, move, reason } = body
  const asked = { to, ...(move === undefined ? {} : { move }), ...(reason === undefined ? {} : { reason }) }
  const moved: string[] = []
  const barred: { itemId: string; reasons: { zh: string; en: string }[] }[] = []
  for (const { itemId, revision } of body.items) {
    const input = { params: { itemId }, query: {}, body: { revision, ...asked }, upload: undefined, visit }
    const outcome = await advanceItemFeature.handle(deps, input as never)
    if (outcome.kind === 'done') moved.push(itemId)
    else barred.push({ itemId, reasons: outcome.refusals.map(({ message }) => ({ ...message })) })
  }
  return done({ moved, refused: barred })
})
