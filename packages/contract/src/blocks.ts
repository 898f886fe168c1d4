import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { AsOf, asOfSaid, Id, IsoDay, Lamp, nullable, oneOf } from './shapes.ts'

/** One open item that holds a node of another, and what that costs the other's finish. */
const Block = Type.Object({
  linkId: Id,
  /** Key of the kind of link. */
  kind: Type.String(),
  /** What holds. */
  blocker: Type.Object({
    itemId: Id,
    playbookKey: Type.String(),
    title: Type.String(),
    stage: Type.String(),
    lamp: Lamp,
    leadOrgId: nullable(Id),
  }),
  /** What is held. */
  itemId: Id,
  playbookKey: Type.String(),
  itemTitle: Type.String(),
  nodeKey: nullable(Type.String()),
  nodeTitle: nullable(Type.String()),
  /** Why nothing is counted: the node is done, or the plan has no dates; `holds` otherwise. */
  state: oneOf(['holds', 'done', 'undated', 'noNode']),
  /** The last day that the node is held. */
  until: IsoDay,
  /** What says so: the date that was promised, the clock that runs, or nothing but that it is still open today. */
  basis: oneOf(['promised', 'clock', 'today']),
  /** Workdays that the item's finish slips by this alone. */
  finishShiftWorkdays: Type.Integer(),
})
export type Block = Static<typeof Block>

const HeldItem = Type.Object({
  itemId: Id,
  /** The plan's finish without and with all that holds it. */
  finish: nullable(IsoDay),
  heldFinish: nullable(IsoDay),
  finishShiftWorkdays: Type.Integer(),
  /** Workdays missing to the item's own finish date. */
  shortfallWorkdays: Type.Integer(),
})
export type HeldItem = Static<typeof HeldItem>

export const listBlocks = route({
  name: 'listBlocks',
  needs: 'item.read',
  method: 'GET',
  path: '/api/blocks',
  summary: 'What open items hold of the nodes of others, and what it costs them in workdays',
  query: Type.Object({
    /** Ids of up to 100 items, joined by commas: those that hold and those that are held. */
    items: Type.String({ maxLength: 3700, pattern: '^[0-9a-f-]{36}(,[0-9a-f-]{36})*$' }),
    asOf: AsOf,
  }),
  reply: Type.Object({
    ...asOfSaid,
    blocks: Type.Array(Block),
    items: Type.Array(HeldItem),
  }),
  refusals: [],
})
export type Blocks = Static<typeof listBlocks.reply>
