import { advanceItem, type ItemReply, pauseClock, resumeClock } from '@guatu/contract'
import { type Clock, type Move, moveKey, movesFrom, type Playbook } from '@guatu/playbook'
import { lookAtChange } from './changes.ts'
import type { District, KnownItem } from './district.ts'
import { valuesFor } from './fill.ts'
import { look, seenOf } from './look.ts'
import { partiesTo } from './parties.ts'
import type { Person } from './world.ts'

const isAside = ({ stages }: Playbook, to: string) => stages.some(({ key, aside }) => key === to && aside)

const wayOf = ({ playbook }: KnownItem, move: Move): string => `${playbook.key}: ${move.from} → ${moveKey(move)}`

/** On with it, mostly; else where the district has gone least, so that every way of a list is gone before long. */
function wishedMove({ random, ways, seen }: District, item: KnownItem): Move | undefined {
  const { playbook, itemId } = item
  const stage = seen.get(itemId)?.stage ?? ''
  const moves = movesFrom(playbook, stage)
  const onward = moves.filter(
    ({ back, counts, to }) => !back && (!counts || counts === 'handOver') && !isAside(playbook, to),
  )
  const gone = (move: Move) => ways.get(wayOf(item, move)) ?? 0
  const [least] = random.shuffled(moves).sort((a, b) => gone(a) - gone(b))
  const isRare = least && gone(least) * 6 <= moves.reduce((sum, move) => sum + gone(move), 0)
  return onward.length > 0 && (!isRare || random.chance(0.6)) ? random.pick(onward) : least
}

/** One of those whose move it is. */
function moverOf(district: District, item: KnownItem, { by = ['lead', 'all'] }: Move): Person | undefined {
  const { random } = district
  for (const relation of random.shuffled([...by])) {
    const people = partiesTo(district, item, relation)
    if (people.length > 0) return random.pick(people)
  }
  return undefined
}

type MoveReply = ItemReply['moves'][number]

/** The move that he came for, or what else he finds that he can do. */
function foundMove(
  { random }: District,
  { playbook }: KnownItem,
  { moves }: ItemReply,
  wished: Move,
): MoveReply | undefined {
  const came = moves.find(({ key }) => key === moveKey(wished))
  // What still stands in its way may be met by what the move asks for, and is not always read before it is tried.
  const isWorthTrying = came && came.asks.length > 0 && !came.missing.some(({ path }) => path in playbook.fields)
  if (came && (came.missing.length === 0 || random.chance(isWorthTrying ? 0.5 : 0.05))) return came
  const ready = moves.filter(({ missing, back, to }) => missing.length === 0 && !back && !isAside(playbook, to))
  return ready.length > 0 ? random.pick(ready) : undefined
}

/** Whose turn it is looks at the item and does what is his to do. */
export async function goOn(district: District, item: KnownItem): Promise<void> {
  const { client, random, seen } = district
  const wished = wishedMove(district, item)
  const person = wished && moverOf(district, item, wished)
  if (!wished || !person) return
  if (wished.effect === 'approveChange') await lookAtChange(district, person, item)
  const page = await look(district, person, item)
  if (!page) return
  const move = foundMove(district, item, page, wished)
  if (!move) return
  const { item: row } = page
  const asked = move.asks.filter(({ missing }) => missing || random.chance(0.6)).map(({ field }) => field)
  const fields = valuesFor(item.playbook, asked, row.fields, district.filling())
  const reason = move.reason || random.chance(0.2) ? { reason: '按现场情况处理' } : {}
  const body = { revision: row.revision, to: move.to, move: move.key, fields, ...reason }
  const done = await client.ask(person, advanceItem, { params: { itemId: item.itemId }, body })
  if (done.kind !== 'done') return
  const openNodes = seen.get(item.itemId)?.openNodes ?? []
  seen.set(item.itemId, { ...seenOf(done.value.item), openNodes })
  const gone = movesFrom(item.playbook, row.stage).find((made) => moveKey(made) === move.key)
  if (gone) district.go(item.playbook, gone, wayOf(item, gone))
}

const pausable = ({ pauses }: Clock) => Object.keys(pauses).length > 0

/** The office stops a clock that runs, for a ground that the list knows. */
export async function stopClock(district: District): Promise<void> {
  const { client, random, world, items, seen, paused } = district
  const running = items.flatMap((item) => {
    const stage = seen.get(item.itemId)?.stage ?? ''
    const clock = item.playbook.clocks?.find((one) => pausable(one) && one.runsIn.includes(stage))
    return clock && !paused.has(item.itemId) ? [{ item, clock }] : []
  })
  if (running.length === 0) return
  const { item, clock } = random.pick(running)
  const params = { itemId: item.itemId, clock: clock.key }
  const body = { ground: random.pick(Object.keys(clock.pauses)), text: '专家评审期间' }
  const done = await client.ask(random.pick(world.of('districtOffice')), pauseClock, { params, body })
  if (done.kind !== 'done') return
  paused.set(item.itemId, clock.key)
  district.tally('clock paused')
}

/** What was waited for has come: a clock that still stands runs on. */
export async function startClock(district: District): Promise<void> {
  const { client, random, world, items, seen, paused } = district
  const standing = items.filter(({ itemId, playbook }) => {
    const clock = playbook.clocks?.find(({ key }) => key === paused.get(itemId))
    return clock?.runsIn.includes(seen.get(itemId)?.stage ?? '')
  })
  if (standing.length === 0) return
  const { itemId } = random.pick(standing)
  const params = { itemId, clock: paused.get(itemId)! }
  const done = await client.ask(random.pick(world.of('districtOffice')), resumeClock, {
    params,
    body: { text: '已具备条件' },
  })
  paused.delete(itemId)
  if (done.kind === 'done') district.tally('clock resumed')
}
