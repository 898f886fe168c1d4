import { type CellValue, type SheetColumn, type SheetContext, toCell } from '@guatu/derive'
import { extraKey } from '@guatu/ledger'
import type { Dictionaries, Playbook } from '@guatu/playbook'
import type { ItemRow } from '../../store/schema.ts'
import type { Selection } from '../../store/selection/parse.ts'
import { type Page, selectPage } from '../../store/selection/select.ts'
import type { Tx } from '../../store/store.ts'

const pageItems = 1_000

/** The directory both ways, as cells need it. */
export async function sheetContext(tx: Tx, dictionaries: Dictionaries): Promise<SheetContext> {
  const orgs = await tx.db.selectFrom('org').select(['orgId', 'name']).where('districtId', '=', tx.districtId).execute()
  const persons = await tx.db
    .selectFrom('person')
    .select(['personId', 'name'])
    .where('districtId', '=', tx.districtId)
    .execute()
  const names = new Map<string, string>()
  const ids = new Map<string, string[]>()
  const know = (kind: string, id: string, name: string): void => {
    names.set(`${kind} ${id}`, name)
    ids.set(`${kind} ${name}`, [...(ids.get(`${kind} ${name}`) ?? []), id])
  }
  for (const { orgId, name } of orgs) know('org', orgId, name)
  for (const { personId, name } of persons) know('person', personId, name)
  return {
    nameOf: (kind, id) => names.get(`${kind} ${id}`) ?? null,
    idsOf: (kind, name) => ids.get(`${kind} ${name}`) ?? [],
    dictionaries,
  }
}

/** Every item of a selection as cells, page by page on the transaction's one snapshot. */
export async function* exportRows(
  tx: Tx,
  selection: Selection,
  columns: readonly SheetColumn[],
  context: SheetContext,
): AsyncGenerator<CellValue[]> {
  for (let page: Page = { offset: 0, limit: pageItems }; ; page = { ...page, offset: page.offset + pageItems }) {
    const items = await selectPage(tx, selection, page)
    for (const item of items) yield columns.map(({ key }) => cellOf(item, key, selection.playbook, context))
    if (items.length < pageItems) return
  }
}

function cellOf(item: ItemRow, key: string, playbook: Playbook, context: SheetContext): CellValue {
  if (key === 'itemId') return item.itemId
  if (key === 'revision') return item.revision
  if (key === 'stage') return playbook.stages.find((stage) => stage.key === item.stage)?.title.zh ?? item.stage
  const mask = item.masks[key]
  if (mask !== undefined) return mask
  const value = item.fields[key]
  if (key === extraKey) return value === undefined ? null : JSON.stringify(value)
  const field = playbook.fields[key]
  return field ? toCell(field, value, context) : null
}
