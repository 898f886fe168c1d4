import { freezeBaselines, maxFrozenItems } from '@guatu/contract'
import { done, type Outcome, type Refusal, refused, type Title } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { findPlaybook, playbookOf } from '../../http/shelf.ts'
import { itemRefusals } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { type FreezeAct, freezeItem, insertBaselines, latestNumbers } from '../../store/changes/freeze.ts'
import type { HeldItem } from '../../store/items/change.ts'
import { holdItems } from '../../store/items/hold.ts'
import { isReason } from '../../store/items/reasons.ts'
import { parseSelection, type Selection } from '../../store/selection/parse.ts'
import { selectPage } from '../../store/selection/select.ts'
import type { Tx } from '../../store/store.ts'
import { uuidv7 } from '../../store/uuid.ts'

const leftTexts = {
  forbidden: { zh: '不由您调整计划', en: 'not yours to plan' },
  frozen: { zh: '已有基线，再次冻结须经批准的变更', en: 'have a baseline already' },
  undated: { zh: '还没有计划日期', en: 'have no planned dates yet' },
} as const satisfies Record<string, Title>

type Why = keyof typeof leftTexts

const isDated = ({ state }: HeldItem) => state.nodes.some(({ plannedFinish }) => plannedFinish !== null)

const frozenRefusal: Refusal = refusal('BASELINE_FROZEN', {
  zh: '已有基线：再次冻结须随批准的变更，或由有权审批变更的人冻结',
  en: 'There is a baseline already: a further one comes with an approved change, or by whoever approves changes',
})
const undatedRefusal: Refusal = refusal('PLAN_INVALID', {
  zh: '还没有计划日期，不能冻结',
  en: 'There are no planned dates to freeze yet',
})
const reasonRefusal: Refusal = {
  code: 'REASON_REQUIRED',
  path: 'reason',
  message: { zh: '再次冻结基线须写明理由', en: 'A further baseline needs a reason' },
}

interface Candidate {
  readonly held: HeldItem
  readonly number: number
}

interface Sorted {
  readonly candidates: readonly Candidate[]
  readonly left: ReadonlyMap<string, { readonly why: Why; readonly refusals: readonly Refusal[] }>
}

/** Which of the items the actor may freeze now, and why not the others. */
async function sorted(deps: Deps, tx: Tx, itemIds: readonly string[]): Promise<Sorted> {
  const clock = { today: deps.today(), now: deps.now() }
  const barred = await itemRefusals(tx, itemIds, ['item.plan'])
  const mine = itemIds.filter((itemId) => !barred.has(itemId))
  const held = await holdItems(tx, mine, (key) => playbookOf(deps, key), clock)
  const numbers = await latestNumbers(tx, mine)
  const approves = await itemRefusals(tx, [...numbers.keys()], ['change.approve'])
  const left = new Map<string, { why: Why; refusals: readonly Refusal[] }>()
  for (const [itemId, refusals] of barred) left.set(itemId, { why: 'forbidden', refusals })
  const candidates: Candidate[] = []
  for (const [itemId, item] of held) {
    const number = (numbers.get(itemId) ?? 0) + 1
    if (number > 1 && approves.has(itemId)) left.set(itemId, { why: 'frozen', refusals: [frozenRefusal] })
    else if (!isDated(item)) left.set(itemId, { why: 'undated', refusals: [undatedRefusal] })
    else candidates.push({ held: item, number })
  }
  return { candidates, left }
}

function leftOut({ left }: Sorted) {
  const counts = new Map<Why, number>()
  for (const { why } of left.values()) counts.set(why, (counts.get(why) ?? 0) + 1)
  return [...counts].map(([why, items]) => ({ items, text: leftTexts[why] }))
}

/** Freezes what may be frozen; of items that were named, all or none. */
async function freezeAll(
  deps: Deps,
  tx: Tx,
  itemIds: readonly string[],
  { name, reason, whole }: { readonly name: string; readonly reason: string | null; readonly whole: boolean },
): Promise<Outcome<{ baselineId: string | null; frozen: number; left: ReturnType<typeof leftOut> }>> {
  const found = await sorted(deps, tx, itemIds)
  const { candidates, left } = found
  const problems = [...left].flatMap(([itemId, { refusals }]) => refusals.map((one) => ({ ...one, path: itemId })))
  const again = candidates.some(({ number }) => number > 1) && !isReason(reason)
  const refusals = [...(whole ? problems : []), ...(again ? [reasonRefusal] : [])]
  if (refusals.length > 0) return refused(...refusals)
  if (candidates.length === 0) return done({ baselineId: null, frozen: 0, left: leftOut(found) })
  const baselineId = uuidv7()
  const act: FreezeAct = { baselineId, name, reason, at: deps.now(), by: deps.actor }
  const frozen = candidates.map(({ held, number }) => freezeItem(held, act, number))
  await append(tx, {
    at: act.at,
    events: frozen.map(({ event }) => event),
    items: frozen.map(({ write }) => write),
  })
  await insertBaselines(tx, frozen)
  return done({ baselineId, frozen: frozen.length, left: leftOut(found) })
}

const tooMany: Refusal = {
  code: 'INPUT_INVALID',
  path: 'filter',
  message: {
    zh: `一次最多冻结 ${maxFrozenItems} 个项目，请用条件缩小范围`,
    en: `At most ${maxFrozenItems} items at a time: narrow the selection`,
  },
}

async function selectedIds(tx: Tx, selection: Selection): Promise<Outcome<string[]>> {
  const rows = await selectPage(tx, selection, { offset: 0, limit: maxFrozenItems + 1 })
  return rows.length > maxFrozenItems ? refused(tooMany) : done(rows.map(({ itemId }) => itemId))
}

export const freezeBaselinesFeature = feature(freezeBaselines, async (deps, { body }) => {
  const playbook = findPlaybook(deps, body.playbook)
  if (playbook.kind === 'refused') return playbook
  const selection = parseSelection(playbook.value, body)
  if (selection.kind === 'refused') return selection
  const { itemIds } = body
  return await deps.store.write(async (tx) => {
    const wanted = itemIds ? done([...new Set(itemIds)]) : await selectedIds(tx, selection.value)
    if (wanted.kind === 'refused') return wanted
    const act = { name: body.name.trim(), reason: body.reason?.trim() || null, whole: itemIds !== undefined }
    return await freezeAll(deps, tx, wanted.value, act)
  })
})
