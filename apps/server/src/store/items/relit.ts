import { isDeepStrictEqual } from 'node:util'
import type { ClockState } from '@guatu/playbook'
import { type LoopState, loopWrite, newLoop } from '../loop/state.ts'
import type { ItemWrite } from '../write.ts'
import type { HeldItem } from './change.ts'
import { judge } from './judge.ts'
import { nodeRow } from './node-rows.ts'

export interface RelitItem extends ItemWrite {
  readonly clocks: readonly ClockState[]
}

/** One item as the instant shows it: same revision; lamps, points and figures of the day, clocks. */
export const relit = (held: HeldItem): RelitItem => relitAlong(held, held.state.loop ?? newLoop)

/** The same where an act changes the item's way alone, as stopping a clock does. */
export function relitAlong({ context, row, state }: HeldItem, loop: LoopState): RelitItem {
  const before = state.loop ?? newLoop
  const { columns, nodes, clocks } = judge(context, { ...state, loop }, row)
  const changed = nodes.flatMap((node, position) =>
    node.lamp === state.nodes[position]?.lamp ? [] : [nodeRow(context, row, node, position)],
  )
  return {
    before: row,
    after: { ...row, ...columns },
    nodes: changed,
    loop: loopWrite(context, row, { before, after: loop }, state.fields, clocks),
    clocks,
  }
}

/** Whether anything about the lamps of an item is other than before; of clocks, when they are looked at next. */
export function isMoved({ before, after, nodes = [], loop }: ItemWrite): boolean {
  if (loop && loop.clocks.length > 0) return true
  const lamps = (row: ItemWrite['after']) => [row.lamp, row.rules, row.lampReasons]
  return nodes.length > 0 || !before || !isDeepStrictEqual(lamps(before), lamps(after))
}
