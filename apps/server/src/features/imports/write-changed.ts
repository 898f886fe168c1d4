import type { ItemAction, Standing } from '@guatu/access'
import type { Refusal } from '@guatu/kernel'
import type { LedgerItem } from '@guatu/ledger'
import type { SecretClass } from '@guatu/playbook'
import { refusal } from '../../http/refuse.ts'
import { accessOf, refusalsFor } from '../../store/access/access-of.ts'
import { itemRefusals, standingsOf } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import type { EventDraft } from '../../store/chain.ts'
import { latestNumbers } from '../../store/changes/freeze.ts'
import { heldBackByFields } from '../../store/changes/held-back.ts'
import { advancedEvent, fieldChanges, reportedEvent, updatedEvent } from '../../store/item-events.ts'
import { type ChangedItem, changeItem, type HeldItem } from '../../store/items/change.ts'
import { type FactDraft, factsOfFields, firstPlan } from '../../store/items/compose.ts'
import { holdItems } from '../../store/items/hold.ts'
import type { ItemState } from '../../store/items/judge.ts'
import type { ListContext } from '../../store/items/list-context.ts'
import { replacedFigure } from '../../store/items/reasons.ts'
import { tellingSecrets } from '../../store/items/secrets.ts'
import type { FactRow, ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { type CellChange, differences, knownTo, secretRights } from './compare.ts'
import { documentOf } from './document.ts'
import { portions } from './in-turn.ts'
import { placeOf, standingFacts } from './standing-facts.ts'
import { planBefore, type Trace, traced } from './trace.ts'
import { type CommitContext, CommitRefused } from './write-created.ts'

/** A row of the file with the stored item that it is, as it was when the differences were shown. */
export interface MatchedItem {
  readonly item: LedgerItem
  readonly itemId: string
  readonly revision: number
}

export interface ChangeChoice {
  /** Whether a cell of the file may replace the stored one. */
  readonly takes: (itemId: string, field: string) => boolean
}

interface Written {
  readonly write: ChangedItem
  readonly facts: readonly FactRow[]
  readonly events: readonly EventDraft[]
}

/** Writes the chosen cells into stored items; figures become facts of the ledger's period. Gives how many changed. */
export async function writeChanged(
  tx: Tx,
  matched: readonly MatchedItem[],
  choice: ChangeChoice,
  commit: CommitContext,
  onWritten: (items: number) => void,
): Promise<number> {
  let changed = 0
  for (const part of portions(matched)) {
    const itemIds = part.map(({ itemId }) => itemId)
    const rights = await rightsTo(tx, part)
    const held = await holdItems(tx, itemIds, () => commit.list.playbook, commit.list)
    const stood = await standingFacts(tx, itemIds)
    const rows = part.map(({ item }) => item)
    const readable = await secretRights(tx, commit.list.playbook, rows, itemIds)
    const frozen = await latestNumbers(tx, itemIds)
    const written = part.flatMap((one) => {
      const item = held.get(one.itemId)
      if (item?.row.revision !== one.revision)
        throw new CommitRefused({ ...refusal('IMPORT_CHANGED'), path: String(one.item.row) })
      const known = { readable: readable.get(one.itemId), isFrozen: frozen.has(one.itemId) }
      const written = changeOf(item, one, choice, { ...commit, ...known }, stood)
      if (written) rights.refuse(one, written)
      return written ?? []
    })
    await keepPromises(tx, part, held, { written, reason: commit.reason })
    await append(tx, {
      at: commit.list.now,
      events: written.flatMap(({ events }) => events),
      items: written.map(({ write }) => write),
      facts: written.flatMap(({ facts }) => facts),
    })
    changed += written.length
    onWritten(part.length)
  }
  return changed
}

interface Promising {
  readonly written: readonly Written[]
  readonly reason: string | null
}

/** A row that puts off a frozen plan stops the commit, as the form of the item would be refused. */
async function keepPromises(
  tx: Tx,
  part: readonly MatchedItem[],
  held: ReadonlyMap<string, HeldItem>,
  { written, reason }: Promising,
): Promise<void> {
  const rowOf = new Map(part.map(({ item, itemId }) => [itemId, String(item.row)]))
  const refusals: Refusal[] = []
  for (const { write } of written) {
    const { itemId } = write.after
    const why = await heldBackByFields(tx, held.get(itemId)!, write, reason)
    refusals.push(...why.map((one) => ({ ...one, path: rowOf.get(itemId)! })))
  }
  if (refusals.length > 0) throw new CommitRefused(...refusals)
}

const rightTo: Readonly<Record<string, ItemAction>> = {
  'item.updated': 'item.edit',
  'item.advanced': 'item.advance',
  'fact.reported': 'fact.report',
}

/** Rows of items that the importer may not change stop the commit: they can be left out of it. */
async function rightsTo(tx: Tx, part: readonly MatchedItem[]) {
  const access = await accessOf(tx)
  const itemIds = part.map(({ itemId }) => itemId)
  const barred = access ? await itemRefusals(tx, itemIds, ['item.edit']) : new Map<string, readonly Refusal[]>()
  const rowOf = new Map(part.map(({ item, itemId }) => [itemId, String(item.row)]))
  const refusals = [...barred].flatMap(([itemId, why]) => why.map((one) => ({ ...one, path: rowOf.get(itemId)! })))
  if (refusals.length > 0) throw new CommitRefused(...refusals)
  const standings = access ? await standingsOf(tx, itemIds) : new Map<string, Standing>()
  return {
    refuse({ item, itemId }: MatchedItem, { events }: Written): void {
      const wanted = [...new Set(events.flatMap(({ verb }) => rightTo[verb] ?? []))]
      const why = refusalsFor(access, wanted, standings.get(itemId) ?? null)
      if (why.length > 0) throw new CommitRefused(...why.map((one) => ({ ...one, path: String(item.row) })))
    },
  }
}

function changeOf(
  held: HeldItem,
  { item, itemId }: MatchedItem,
  choice: ChangeChoice,
  commit: CommitContext & { readonly readable: ReadonlySet<SecretClass> | undefined; readonly isFrozen: boolean },
  stood: ReadonlyMap<string, string>,
): Written | null {
  const { playbook } = held.context
  const document = knownTo(documentOf(item, playbook, commit.names), playbook, commit.readable)
  const cells = differences(document, held.state).filter(({ field }) => choice.takes(itemId, field))
  const taken = Object.fromEntries(Object.entries(document.fields).filter(([field]) => choice.takes(itemId, field)))
  const drafts = newFigures(held, item.row, taken, commit)
  if (cells.length === 0 && drafts.length === 0) return null
  return composeChange(held, cells, drafts, commit, stood)
}

/** A figure is reported for its period even when it is the same as last month's; what is known already is not repeated. */
function newFigures(
  { context, state }: HeldItem,
  ledgerRow: number,
  taken: Readonly<Record<string, unknown>>,
  commit: CommitContext,
): FactDraft[] {
  const stamp = { source: commit.sourceOf(ledgerRow), reportedBy: commit.actor, reportedAt: commit.list.now }
  const drafts = factsOfFields(context.playbook, taken, commit.figuresDay, stamp)
  return drafts.filter((draft) => !state.figures.some((known) => isSameFigure(known, draft)))
}

type Figure = Pick<FactRow, 'metric' | 'period' | 'value' | 'currency'>

const isSameFigure = (a: Figure, b: Figure): boolean =>
  a.metric === b.metric &&
  a.period === b.period &&
  Number(a.value) === Number(b.value) &&
  (a.currency ?? 'CNY') === (b.currency ?? 'CNY')

function composeChange(
  held: HeldItem,
  cells: readonly CellChange[],
  drafts: readonly FactDraft[],
  { importId, reason, isFrozen }: CommitContext & { readonly isFrozen: boolean },
  stood: ReadonlyMap<string, string>,
): Written | null {
  const { context, row, state } = held
  const fields: Record<string, unknown> = { ...state.fields }
  for (const { field, after } of cells) if (field !== 'stage') fields[field] = after
  const stage = (cells.find(({ field }) => field === 'stage')?.after as string | undefined) ?? row.stage
  const plan = !isFrozen && mayLay(row, fields, stage, state, context) ? firstPlan(context, fields, stage) : null
  const write = changeItem(held, { fields, stage, drafts, ...(plan ? { plan } : {}) })
  const places = write.facts.map(placeOf)
  const before: Trace = {
    stood: Object.fromEntries(places.map((place) => [place, stood.get(`${row.itemId} ${place}`) ?? null])),
    ...(plan ? { plan: planBefore(row, state.nodes, plan.nodes) } : {}),
  }
  const reported = write.facts.map((fact) => reportedEvent(fact, write.after.revision, replacedFigure(held, fact)))
  const told = [...changeEvents(row, write), ...reported].map((event) =>
    isCorrection(event) ? { ...event, reason } : event,
  )
  const events = traced(told, importId, before)
  // A figure of an earlier period that is on record already differs from the shown one and still changes nothing.
  return events.length === 0 ? null : { write, facts: write.facts, events }
}

/** What a person is asked the reason of: another figure in the place of one that is on record, a stage moved back. */
const isCorrection = ({ data }: EventDraft): boolean => data.replaces !== undefined || data.back === true

/** What people are told of a change: its cells, and a stage as the move that it is. */
export function changeEvents(before: ItemRow, { after, secrets }: ChangedItem): EventDraft[] {
  const changes = fieldChanges(before.fields, after.fields)
  const back = after.stageIndex < before.stageIndex
  const move = { from: before.stage, to: after.stage, back, passedNodes: [] }
  return [
    ...(Object.keys(changes).length > 0 || secrets.length > 0
      ? [tellingSecrets(updatedEvent(after.itemId, after.revision, changes), secrets)]
      : []),
    ...(before.stage === after.stage ? [] : [advancedEvent(after.itemId, after.revision, move)]),
  ]
}

/** New dates or a new stage lay the plan anew, as long as nobody has reported on it. */
function mayLay(
  row: ItemRow,
  fields: Readonly<Record<string, unknown>>,
  stage: string,
  state: ItemState,
  { playbook }: ListContext,
): boolean {
  const dated = (['start', 'finish'] as const).some((role) => {
    const key = playbook.roles[role] ?? ''
    return JSON.stringify(row.fields[key]) !== JSON.stringify(fields[key])
  })
  const touched = state.nodes.some(
    (node) => node.actualStart !== null || node.doneBasis === 'reported' || node.notBefore !== null,
  )
  return (dated || stage !== row.stage) && !touched
}
