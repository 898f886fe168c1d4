import type { ItemReply, MoveReply } from '@guatu/contract'
import { type GateInput, missingForMove, moveKey, movesFrom, needsReason } from '@guatu/playbook'
import { accessOf, allowedFor } from '../../store/access/access-of.ts'
import { partyRefusal } from '../../store/access/party.ts'
import { standingsOf } from '../../store/access/permit.ts'
import type { Tx } from '../../store/store.ts'

type Judged = Omit<GateInput, 'to'>

function moveReply(input: Judged, move: ReturnType<typeof movesFrom>[number]): MoveReply {
  const { asks = [], to, back = false, counts = null } = move
  const stage = input.playbook.stages.find(({ key }) => key === to)?.title ?? { zh: to, en: to }
  const missing = missingForMove(input, move).flatMap(({ path, message }) =>
    path === undefined ? [] : [{ path, text: message }],
  )
  const isStep = move.from === to
  return {
    ...{ key: moveKey(move), to, back, counts },
    title: move.title ?? stage,
    reason: needsReason(move),
    asks: asks.map((field) => ({ field, missing: !isStep && missing.some(({ path }) => path === field) })),
    missing: missing.filter(({ path }) => !asks.includes(path)),
  }
}

/**
 * What the reader may do to an item, and the moves that he may make, as a party where the list asks for one. What somebody
 * may do, he does now: a past moment is only read.
 */
export async function permitted(tx: Tx, itemId: string, input: Judged): Promise<Pick<ItemReply, 'allowed' | 'moves'>> {
  if (tx.asOf) return { allowed: [], moves: [] }
  const standing = (await standingsOf(tx, [itemId])).get(itemId)
  if (!standing) return { allowed: [], moves: [] }
  const access = await accessOf(tx)
  const allowed = allowedFor(access, standing)
  const { playbook, item } = input
  const isParty = ({ by, title = playbook.itemTitle }: ReturnType<typeof movesFrom>[number]) =>
    by === undefined || partyRefusal(access, standing, by, title) === null
  const moves = allowed.includes('item.advance') ? movesFrom(playbook, item.stage).filter(isParty) : []
  return { allowed, moves: moves.map((move) => moveReply(input, move)) }
}
