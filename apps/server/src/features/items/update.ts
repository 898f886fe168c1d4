import { updateItem, updateItems } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { refuseRenumbering } from '@guatu/playbook'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { itemRefusals } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { heldBackByFields } from '../../store/changes/held-back.ts'
import { staleRefusal } from '../../store/events/stale.ts'
import type { HeldItem } from '../../store/items/change.ts'
import { type EditedItem, editItem } from '../../store/items/edit.ts'
import { holdItems } from '../../store/items/hold.ts'
import { isReason, unexplainedFigures } from '../../store/items/reasons.ts'
import { missingReferences } from '../../store/items/references.ts'
import { itemReply } from '../../store/items/row-reply.ts'
import { hiddenWrites, readableClasses, withoutMasks } from '../../store/items/secrets.ts'
import type { Tx } from '../../store/store.ts'
import { foreignFields } from './foreign-fields.ts'

interface Wanted {
  readonly itemId: string
  readonly revision: number
  readonly fields: Readonly<Record<string, unknown>>
  readonly reason?: string | undefined
}

async function problemsOf(deps: Deps, tx: Tx, held: HeldItem, wanted: Wanted): Promise<Refusal[]> {
  const { playbook } = held.context
  const texts = { playbook, dictionaries: deps.shelf.dictionaries, today: held.context.today }
  const stale = await staleRefusal(tx, held.row, wanted.revision, texts)
  return [
    ...(stale ? [stale] : []),
    ...(await missingReferences(tx, playbook, wanted.fields)),
    ...(await foreignFields(tx, held, wanted.fields)),
    ...refuseRenumbering(playbook, held.state.fields, wanted.fields),
  ]
}

/** Items of which a secret field is to be written. */
const touchingSecrets = (held: ReadonlyMap<string, HeldItem>, changes: readonly Wanted[]): string[] =>
  changes.flatMap(({ itemId, fields }) => {
    const playbook = held.get(itemId)?.context.playbook
    return playbook && Object.keys(fields).some((key) => playbook.fields[key]?.secret) ? [itemId] : []
  })

/** A field that shows a figure is written by reporting it, which is a right of its own. */
async function reportRefusals(tx: Tx, edits: readonly EditedItem[]): Promise<Refusal[]> {
  const itemIds = edits.flatMap(({ facts, write }) => (facts.length > 0 ? [write.after.itemId] : []))
  if (itemIds.length === 0) return []
  const barred = await itemRefusals(tx, itemIds, ['fact.report'])
  return [...barred].flatMap(([path, refusals]) => refusals.map((one) => ({ ...one, path })))
}

/** All of them or none: every refusal of every item is told, at `<itemId>/<field>` where there are several. */
async function editAll(deps: Deps, tx: Tx, changes: readonly Wanted[]) {
  const clock = { today: deps.today(), now: deps.now() }
  const itemIds = changes.map((change) => change.itemId)
  const barred = await itemRefusals(tx, itemIds, ['item.edit'])
  const held = await holdItems(tx, itemIds, (key) => playbookOf(deps, key), clock)
  const classes = await readableClasses(tx, touchingSecrets(held, changes))
  const refusals: Refusal[] = []
  const edits: EditedItem[] = []
  for (const sent of changes) {
    const wanted = { ...sent, fields: withoutMasks(held.get(sent.itemId)?.context.playbook, sent.fields) }
    const item = held.get(wanted.itemId)
    const forbidden = barred.get(wanted.itemId)
    if (!item || forbidden) {
      const why = forbidden ?? [refusal('NOT_FOUND')]
      refusals.push(...why.map((one) => ({ ...one, path: wanted.itemId })))
      continue
    }
    const edit = editItem(
      item,
      { ...wanted, actor: deps.actor.name, reason: wanted.reason ?? null },
      deps.shelf.dictionaries,
    )
    const hidden = hiddenWrites(item.context.playbook, wanted.fields, classes.get(wanted.itemId))
    const problems = [
      ...hidden,
      ...(await problemsOf(deps, tx, item, wanted)),
      ...(edit.kind === 'refused' ? edit.refusals : []),
    ]
    refusals.push(...problems.map((problem) => located(problem, wanted.itemId, changes.length > 1)))
    if (edit.kind !== 'done' || !edit.value) continue
    const unexplained = isReason(wanted.reason) ? [] : unexplainedFigures(item, edit.value.facts)
    const promised = await heldBackByFields(tx, item, edit.value.write, wanted.reason)
    refusals.push(...[...unexplained, ...promised].map((one) => located(one, wanted.itemId, changes.length > 1)))
    edits.push(edit.value)
  }
  refusals.push(...(await reportRefusals(tx, edits)))
  if (refusals.length > 0) return refused(...refusals)
  if (edits.length > 0) {
    await append(tx, {
      at: clock.now,
      events: edits.map((edit) => edit.event),
      items: edits.map((edit) => edit.write),
      facts: edits.flatMap((edit) => edit.facts),
    })
  }
  const after = new Map(edits.map(({ write }) => [write.after.itemId, write.after]))
  return done(changes.map(({ itemId }) => itemReply(after.get(itemId) ?? held.get(itemId)!.row)))
}

function located(problem: Refusal, itemId: string, several: boolean): Refusal {
  if (!several || problem.path === itemId) return problem
  return { ...problem, path: `${itemId}/${problem.path ?? ''}` }
}

export const updateItemFeature = feature(updateItem, async (deps, { params, body }) => {
  const rows = await deps.store.write((tx) => editAll(deps, tx, [{ itemId: params.itemId, ...body }]))
  return rows.kind === 'refused' ? rows : done({ item: rows.value[0]! })
})

const twice: Refusal = {
  code: 'INPUT_INVALID',
  path: 'changes',
  message: { zh: '同一条记录出现了两次', en: 'One record is named twice' },
}

export const updateItemsFeature = feature(updateItems, async (deps, { body }) => {
  const ids = new Set(body.changes.map((change) => change.itemId))
  if (ids.size < body.changes.length) return refused(twice)
  const changes = body.changes.map((change) => ({ ...change, reason: body.reason }))
  const rows = await deps.store.write((tx) => editAll(deps, tx, changes))
  return rows.kind === 'refused' ? rows : done({ rows: rows.value })
})
