import type { LedgerItem } from '@guatu/ledger'
import { refusal } from '../../http/refuse.ts'
import { append, type ItemWrite } from '../../store/append.ts'
import type { EventDraft } from '../../store/chain.ts'
import { fieldChanges, reportedEvent, updatedEvent } from '../../store/item-events.ts'
import { factRow, factsOfFields, figuresOf, firstPlan } from '../../store/items/compose.ts'
import { type ItemState, judge } from '../../store/items/judge.ts'
import { contextOf, type ListContext } from '../../store/items/list-context.ts'
import { nodeRow } from '../../store/items/node-rows.ts'
import { lockItems, statesOf } from '../../store/items/read.ts'
import type { FactRow, ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { type CellChange, differences } from './compare.ts'
import { documentOf } from './document.ts'
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
  readonly write: ItemWrite
  readonly facts: readonly FactRow[]
  readonly events: readonly EventDraft[]
}

const portion = 500

/** Writes the chosen cells into stored items; figures become facts of the ledger's period. Gives how many changed. */
export async function writeChanged(
  tx: Tx,
  matched: readonly MatchedItem[],
  choice: ChangeChoice,
  commit: CommitContext,
  onWritten: (items: number) => void,
): Promise<number> {
  let changed = 0
  for (let at = 0; at < matched.length; at += portion) {
    const part = matched.slice(at, at + portion)
    const rows = new Map(
      (
        await lockItems(
          tx,
          part.map(({ itemId }) => itemId),
        )
      ).map((row) => [row.itemId, row]),
    )
    const written: Written[] = []
    for (const one of part) {
      const row = rows.get(one.itemId)
      if (row?.revision !== one.revision)
        throw new CommitRefused({ ...refusal('IMPORT_CHANGED'), path: String(one.item.row) })
      const result = await changeOf(tx, row, one, choice, commit)
      if (result) written.push(result)
    }
    await append(tx, {
      at: commit.list.now,
      actor: commit.actor,
      events: written.flatMap(({ events }) => events),
      items: written.map(({ write }) => write),
      facts: written.flatMap(({ facts }) => facts),
    })
    changed += written.length
    onWritten(part.length)
  }
  return changed
}

async function changeOf(
  tx: Tx,
  row: ItemRow,
  { item, itemId }: MatchedItem,
  choice: ChangeChoice,
  commit: CommitContext,
): Promise<Written | null> {
  const list = await contextOf(tx, commit.list, row)
  const document = documentOf(item, list.playbook, commit.names)
  const cells = differences(document, row).filter(({ field }) => choice.takes(itemId, field))
  const state = (await statesOf(tx, list, [row])).get(itemId)!
  const facts = newFacts(item, document.fields, state, choice, itemId, list, commit)
  if (cells.length === 0 && facts.length === 0) return null
  return composeChange(row, state, cells, facts, list)
}

/** A figure is reported for its period even when it is the same as last month's; what is known already is not repeated. */
function newFacts(
  item: LedgerItem,
  fields: Readonly<Record<string, unknown>>,
  state: ItemState,
  choice: ChangeChoice,
  itemId: string,
  list: ListContext,
  commit: CommitContext,
): FactRow[] {
  const taken = Object.fromEntries(Object.entries(fields).filter(([field]) => choice.takes(itemId, field)))
  const stamp = { source: commit.sourceOf(item.row), reportedBy: commit.actor, reportedAt: commit.list.now }
  return factsOfFields(list.playbook, taken, commit.figuresDay, stamp)
    .filter(
      (draft) =>
        !state.figures.some(
          (known) =>
            known.metric === draft.metric &&
            known.period === draft.period &&
            Number(known.value) === Number(draft.value),
        ),
    )
    .map((draft) => factRow(list.districtId, itemId, draft))
}

function composeChange(
  row: ItemRow,
  state: ItemState,
  cells: readonly CellChange[],
  facts: readonly FactRow[],
  list: ListContext,
): Written {
  const fields: Record<string, unknown> = { ...row.fields }
  for (const { field, after } of cells) if (field !== 'stage') fields[field] = after
  const stage = (cells.find(({ field }) => field === 'stage')?.after as string | undefined) ?? row.stage
  const replaced = new Set(facts.map(({ metric, period }) => `${metric} ${period}`))
  const figures = [
    ...state.figures.filter(({ metric, period }) => !replaced.has(`${metric} ${period}`)),
    ...figuresOf(facts),
  ]
  const laid = mayLay(row, fields, stage, state, list) ? firstPlan(list, fields, stage) : null
  const judged = judge(list, { fields, stage, figures, nodes: laid?.nodes ?? state.nodes })
  const after: ItemRow = {
    ...row,
    ...judged.columns,
    ...(laid ? { feasible: laid.feasible, shortfallWorkdays: laid.shortfallWorkdays } : {}),
    revision: row.revision + 1,
    updatedAt: list.now,
  }
  const changes = {
    ...fieldChanges(row.fields, after.fields),
    ...(stage === row.stage ? {} : { stage: { from: row.stage, to: stage } }),
  }
  return {
    write: { before: row, after, nodes: judged.nodes.map((node, position) => nodeRow(list, after, node, position)) },
    facts,
    events: [
      updatedEvent(row.itemId, after.revision, changes),
      ...facts.map((fact) => reportedEvent(fact, after.revision)),
    ],
  }
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
