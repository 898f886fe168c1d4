import { type Static, Type } from 'typebox'
import { ItemQuery } from './items.ts'
import { route } from './route.ts'
import { Id, Instant, IsoDay, nullable, TitleShape } from './shapes.ts'

/** Items that one request may freeze. */
export const maxFrozenItems = 1000

export const freezeBaselines = route({
  name: 'freezeBaselines',
  needs: 'item.plan',
  method: 'POST',
  path: '/api/baselines',
  summary: 'Freeze the plan of items as their baseline: those named all or none, of a selection those that one may',
  body: Type.Object({
    playbook: Type.String(),
    /** Absent: every item of the selection. */
    itemIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: maxFrozenItems })),
    q: ItemQuery.q,
    filter: ItemQuery.filter,
    name: Type.String({ minLength: 1, maxLength: 80 }),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Type.Object({
    /** Null: nothing was frozen. */
    baselineId: nullable(Id),
    frozen: Type.Integer(),
    /** Items of a selection that were left out, by why. */
    left: Type.Array(Type.Object({ items: Type.Integer(), text: TitleShape })),
  }),
  refusals: ['PLAYBOOK_UNKNOWN', 'NOT_FOUND', 'BASELINE_FROZEN', 'PLAN_INVALID', 'REASON_REQUIRED'],
})

export const listBaselines = route({
  name: 'listBaselines',
  needs: 'item.read',
  method: 'GET',
  path: '/api/baselines',
  summary: 'Acts that froze baselines of a list, or of one item, the latest first',
  query: Type.Object({ playbook: Type.String(), item: Type.Optional(Id) }),
  reply: Type.Object({
    baselines: Type.Array(
      Type.Object({
        baselineId: Id,
        name: Type.String(),
        frozenAt: Instant,
        frozenBy: Type.String(),
        /** How many items that the reader sees. */
        items: Type.Integer(),
        /** Of one item: its number, and the deadline that it was frozen with. */
        number: nullable(Type.Integer()),
        finish: nullable(IsoDay),
      }),
    ),
    /** Items of the list, or the one, that have no baseline yet. */
    unfrozen: Type.Integer(),
  }),
  refusals: ['PLAYBOOK_UNKNOWN'],
})
export type BaselinesReply = Static<typeof listBaselines.reply>
