import { advanceItem, type BodyOf } from '@guatu/contract'
import { done, type Outcome, type PlanNode, type Refusal, refused } from '@guatu/kernel'
import { type Advance, checkFields, decideAdvance, type ItemRelation } from '@guatu/playbook'
import { effectOf } from '../../effects/index.ts'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { playbookOf } from '../../http/shelf.ts'
import { accessOf } from '../../store/access/access-of.ts'
import { partyRefusal } from '../../store/access/party.ts'
import { holdFor, standingsOf } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { staleRefusal } from '../../store/events/stale.ts'
import { advancedEvent, fieldChanges } from '../../store/item-events.ts'
import { changeItem, clearedFigures, type HeldItem, planAfterFields, replanItem } from '../../store/items/change.ts'
import { numberedOn } from '../../store/items/document-number.ts'
import { gateEvidence } from '../../store/items/gate-evidence.ts'
import { gateLinks } from '../../store/items/gate-links.ts'
import { missingReferences } from '../../store/items/references.ts'
import { itemReply } from '../../store/items/row-reply.ts'
import { hiddenWrites, readableClasses, tellingSecrets, withoutMasks } from '../../store/items/secrets.ts'
import type { Tx } from '../../store/store.ts'

type Body = BodyOf<typeof advanceItem>
type Fields = Readonly<Record<string, unknown>>

/** Nodes left behind are done by the stage; going back reopens what only the stage had made done. */
function nodesAfter({ context, state }: HeldItem, advance: Advance): readonly PlanNode[] {
  const place = (stage: string) => context.template.stages.indexOf(stage)
  const passed = new Set(advance.passedNodes)
  return state.nodes.map((node): PlanNode => {
    if (passed.has(node.nodeKey)) return { ...node, done: true, doneBasis: 'stage' }
    const reopened = advance.back && node.doneBasis === 'stage' && place(node.stage) >= place(advance.to)
    return reopened ? { ...node, done: false, doneBasis: null } : node
  })
}

/** The plan after the move: floats and what is missing follow from the nodes that are still open. */
function planAfter(held: HeldItem, advance: Advance) {
  const nodes = nodesAfter(held, advance)
  const laid = replanItem({ ...held, state: { ...held.state, nodes } }, [])
  return laid.kind === 'done'
    ? laid.value
    : { nodes, feasible: held.row.feasible, shortfallWorkdays: held.row.shortfallWorkdays }
}

/** What is wrong with the values that come with the move, or the values as they are kept. */
async function checkedFields(deps: Deps, tx: Tx, held: HeldItem, sent: Fields): Promise<Outcome<Fields>> {
  const { playbook } = held.context
  const { dictionaries } = deps.shelf
  const checked = checkFields(playbook, sent, { dictionaries, stored: held.state.fields })
  const isSecret = Object.keys(sent).some((key) => playbook.fields[key]?.secret)
  const classes = isSecret ? (await readableClasses(tx, [held.row.itemId])).get(held.row.itemId) : undefined
  const refusals = [
    ...(checked.kind === 'refused' ? checked.refusals : clearedFigures(playbook, held.state.fields, checked.value)),
    ...hiddenWrites(playbook, sent, classes),
    ...(await missingReferences(tx, playbook, sent)),
  ]
  return checked.kind === 'refused' || refusals.length > 0 ? refused(...refusals) : checked
}

/** The move that the actor may make, or everything that stands in its way at once. */
async function decided(tx: Tx, held: HeldItem, body: Body, fields: Outcome<Fields>): Promise<Outcome<Advance>> {
  const { row, state, context } = held
  const { playbook } = context
  const [access, standing] = [await accessOf(tx), (await standingsOf(tx, [row.itemId])).get(row.itemId)]
  const what = playbook.stages.find(({ key }) => key === body.to)?.title ?? playbook.itemTitle
  const party = (by: readonly ItemRelation[]) => (standing ? partyRefusal(access, standing, by, what) : null)
  const facts = state.figures.map(({ metric, verifiedValue }) => {
    return { metric, state: verifiedValue === null ? ('reported' as const) : ('verified' as const) }
  })
  const outcome = decideAdvance({
    playbook,
    item: { ...row, fields: state.fields },
    nodes: state.nodes,
    facts,
    evidence: await gateEvidence(tx, row.itemId),
    links: await gateLinks(tx, playbook, row.itemId),
    to: body.to,
    move: body.move,
    // What is wrong with a value is told by itself: the gates take it as given.
    fields: fields.kind === 'done' ? fields.value : withoutMasks(playbook, body.fields ?? {}),
    reason: body.reason ?? null,
    party,
  })
  const refusals: Refusal[] = [fields, outcome].flatMap((part) => (part.kind === 'refused' ? part.refusals : []))
  return refusals.length > 0 ? refused(...refusals) : outcome
}

/** The document after the move. */
function documentAfter({ state }: HeldItem, values: Fields): Fields {
  const merged = { ...state.fields, ...values }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null && value !== undefined))
}

function moved(held: HeldItem, advance: Advance, values: Fields) {
  const { row } = held
  const stage = advance.to
  if (Object.keys(values).length === 0) {
    const write = changeItem(held, { stage, moved: true, plan: planAfter(held, advance) })
    return done({ write, event: advancedEvent(row.itemId, write.after.revision, advance) })
  }
  const fields = documentAfter(held, values)
  const laid = planAfterFields(held, fields)
  if (laid.kind === 'refused') return laid
  const nodes = laid.value?.nodes ?? held.state.nodes
  const plan = planAfter({ ...held, state: { ...held.state, fields, nodes } }, advance)
  const write = changeItem(held, { stage, moved: true, fields, plan })
  const changes = fieldChanges(row.fields, write.after.fields)
  const event = advancedEvent(row.itemId, write.after.revision, { ...advance, changes })
  return done({ write, event: tellingSecrets(event, write.secrets) })
}

export const advanceItemFeature = feature(advanceItem, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const wanted = await holdFor(tx, params.itemId, ['item.advance'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    const held = wanted.value
    const { playbook, today } = held.context
    const texts = { playbook, dictionaries: deps.shelf.dictionaries, today }
    const stale = await staleRefusal(tx, held.row, body.revision, texts)
    if (stale) return refused(stale)
    const fields = await checkedFields(deps, tx, held, withoutMasks(playbook, body.fields ?? {}))
    const advance = await decided(tx, held, body, fields)
    if (advance.kind === 'refused' || fields.kind === 'refused') return advance.kind === 'refused' ? advance : refused()
    const effect = await effectOf({ deps, tx, clock, held, advance: advance.value })
    if (effect.kind === 'refused') return effect
    const values = { ...fields.value, ...effect.value.fields }
    const move = { from: held.row.stage, to: body.to, fields: documentAfter(held, values) }
    const numbered = await numberedOn(tx, playbook, move, today)
    const made = moved(held, advance.value, { ...values, ...numbered })
    if (made.kind === 'refused') return made
    const { write, event } = made.value
    const told = { ...event, reason: body.reason ?? null }
    const { events, items, write: writeBeside } = effect.value
    await append(tx, { at: clock.now, events: [told, ...events], items: [write, ...items] })
    await writeBeside?.(tx)
    return done({ item: itemReply(write.after) })
  })
})
