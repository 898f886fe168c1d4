import { type ItemAction, standingOfKeys } from '@guatu/access'
import type { Refusal, Source } from '@guatu/kernel'
import { extraKey, type LedgerItem } from '@guatu/ledger'
import { checkFields } from '@guatu/playbook'
import { accessOf, refusalsFor } from '../../store/access/access-of.ts'
import { append } from '../../store/append.ts'
import { type ComposedItem, composeItem } from '../../store/items/compose.ts'
import type { ListContext } from '../../store/items/list-context.ts'
import { inPortions } from '../../store/portions.ts'
import type { Tx } from '../../store/store.ts'
import { documentOf, type NameResolver } from './document.ts'
import { portionItems } from './in-turn.ts'
import { traced } from './trace.ts'

/** What every row of one commit shares. */
export interface CommitContext {
  readonly importId: string
  readonly list: ListContext
  readonly actor: string
  readonly names: NameResolver
  readonly sourceOf: (row: number) => Source
  /** A day in the period that the ledger reports on. */
  readonly figuresDay: string
  /** Why figures on record are replaced and stages moved back: the file says so. */
  readonly reason: string
}

/** Stops the commit from inside its transaction; nothing of it stays. */
export class CommitRefused extends Error {
  readonly refusals: readonly Refusal[]

  constructor(...refusals: readonly Refusal[]) {
    super(refusals[0]?.message.en)
    this.refusals = refusals
  }
}

export async function writeCreated(
  tx: Tx,
  items: readonly LedgerItem[],
  commit: CommitContext,
  onWritten: (items: number) => void,
): Promise<void> {
  const make = (item: LedgerItem) => compose(item, commit)
  await inPortions(items, portionItems, make, async (composed) => {
    await refuseForbidden(tx, composed)
    await append(tx, {
      at: commit.list.now,
      events: traced(
        composed.map(({ event }) => event),
        commit.importId,
      ),
      items: composed,
      facts: composed.flatMap(({ facts }) => facts),
    })
    onWritten(composed.length)
  })
}

/** Refusals name so many rows at most. */
const namedRows = 20

/** Rows that the importer may not put on the list: those of other units, or with figures that he may not report. */
async function refuseForbidden(tx: Tx, composed: readonly ComposedItem[]): Promise<void> {
  const access = await accessOf(tx)
  const refusals = composed.flatMap(({ after, keys, facts }) => {
    const wanted: ItemAction[] = ['item.create', ...(facts.length > 0 ? ['fact.report' as const] : [])]
    const standing = standingOfKeys(after.itemId, after.phase, keys)
    const path = after.source.kind === 'ledger' ? String(after.source.row) : after.itemId
    return refusalsFor(access, wanted, standing).map((refusal) => ({ ...refusal, path }))
  })
  if (refusals.length > 0) throw new CommitRefused(...refusals.slice(0, namedRows))
}

function compose(item: LedgerItem, { list, actor, names, sourceOf, figuresDay }: CommitContext): ComposedItem {
  const { playbook } = list
  const document = documentOf(item, playbook, names)
  const { [extraKey]: extra, ...fields } = document.fields
  const checked = checkFields(playbook, fields, { whole: true })
  if (checked.kind === 'refused') {
    throw new CommitRefused(
      ...checked.refusals.map((refusal) => ({ ...refusal, path: `${item.row}/${refusal.path ?? ''}` })),
    )
  }
  return composeItem(list, {
    fields: extra === undefined ? checked.value : { ...checked.value, [extraKey]: extra },
    stage: document.stage ?? playbook.stages[0]!.key,
    source: sourceOf(item.row),
    actor,
    figuresDay,
  })
}
