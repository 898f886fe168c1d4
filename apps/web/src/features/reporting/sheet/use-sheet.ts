import { type DueItem, readReportSheet, type SheetReply, sendReports } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { useMemo, useState } from 'react'
import { call } from '../../../api/call.ts'
import { refresh } from '../../../api/query.ts'
import { RefusedError } from '../../../api/refused.ts'
import { newId } from '../../../offline/new-id.ts'
import {
  bodyOfRow,
  isChanged,
  pastedAt,
  rowProblems,
  type SheetField,
  type SheetGround,
  type SheetRow,
  sheetFields,
  standingRow,
  withCell,
  withFileRow,
} from './rows.ts'

export interface SheetLine {
  readonly item: DueItem
  readonly row: SheetRow
  readonly isChanged: boolean
  readonly problems: readonly Refusal[]
}

type Problems = Readonly<Record<string, readonly Refusal[]>>

/** Refusals of a batch by the item of their row. */
function byItem(refusals: readonly Refusal[], items: readonly string[]): Problems {
  const problems: Record<string, Refusal[]> = {}
  for (const one of refusals) {
    const [, index = '', ...rest] = (one.path ?? '').split('/')
    const itemId = items[Number(index)] ?? ''
    problems[itemId] = [...(problems[itemId] ?? []), { ...one, path: rest.join('/') }]
  }
  return problems
}

/** All rows or none: what is wrong here is not even sent, what the server refuses comes back by row. */
async function sendRows(changed: readonly SheetLine[], ground: SheetGround): Promise<number | Problems> {
  const wrong = changed.map(({ item, row }) => [item.itemId, rowProblems(row, item, ground)] as const)
  const found = Object.fromEntries(wrong.filter(([, list]) => list.length > 0))
  if (Object.keys(found).length > 0 || changed.length === 0) return found
  const madeAt = new Date().toISOString()
  const reports = changed.map(({ item, row }) => bodyOfRow(row, item, ground, madeAt))
  try {
    const { sent } = await call(sendReports, { body: { reports } }, { once: true })
    await refresh()
    return sent
  } catch (error) {
    if (!(error instanceof RefusedError) || error.reply.refusals.length === 0) throw error
    const itemIds = reports.map(({ itemId }) => itemId)
    return byItem(error.reply.refusals as readonly Refusal[], itemIds)
  }
}

/** The sheet as it is edited: what stands, what is typed over it, and what is wrong with that. */
export function useSheet(playbook: Playbook, unit: string, { items, month, today }: SheetReply) {
  const ground: SheetGround = useMemo(() => ({ playbook, month, today }), [playbook, month, today])
  const standing = useMemo(
    () => new Map(items.map((item) => [item.itemId, standingRow(item, ground, newId(Date.now()))])),
    [items, ground],
  )
  const [typed, setTyped] = useState<Readonly<Record<string, SheetRow>>>({})
  const [problems, setProblems] = useState<Problems>({})
  const fields = sheetFields(playbook)
  const lines = items.map((item): SheetLine => {
    const row = typed[item.itemId] ?? standing.get(item.itemId)!
    const changed = isChanged(row, standing.get(item.itemId)!, playbook)
    return { item, row, isChanged: changed, problems: changed ? (problems[item.itemId] ?? []) : [] }
  })
  const rowOf = (rows: Readonly<Record<string, SheetRow>>, itemId: string) => rows[itemId] ?? standing.get(itemId)!
  const type = (item: DueItem, field: SheetField, text: string) =>
    setTyped((rows) => ({ ...rows, [item.itemId]: withCell(rowOf(rows, item.itemId), field, text, item, ground) }))
  const paste = (matrix: readonly (readonly string[])[], row: number, field: SheetField) => {
    const from = { row, field: fields.indexOf(field) }
    const cells = pastedAt(matrix, from, { rows: items.length, fields: fields.length })
    setTyped((rows) => {
      const next = { ...rows }
      for (const cell of cells) {
        const item = items[cell.row]!
        if (!item.mayReport) continue
        next[item.itemId] = withCell(rowOf(next, item.itemId), fields[cell.field]!, cell.typed, item, ground)
      }
      return next
    })
  }
  const changed = lines.filter((line) => line.isChanged)
  const reset = () => {
    setTyped({})
    setProblems({})
  }
  /** Sends all rows or none; answers how many went, null when something is wrong. */
  const save = async (): Promise<number | null> => {
    const outcome = await sendRows(changed, ground)
    if (typeof outcome !== 'number') {
      setProblems(outcome)
      return null
    }
    reset()
    return outcome
  }
  /** Lays a filled workbook over the sheet; one that has anything wrong is not taken at all. */
  const read = async (file: File) => {
    const reply = await call(readReportSheet, { query: { playbook: playbook.key, unit, month }, file })
    if (reply.problems.length === 0) {
      const rows = reply.rows.flatMap((row) => {
        const item = items.find(({ itemId }) => itemId === row.itemId)
        return item ? [[row.itemId, withFileRow(standing.get(row.itemId)!, row, item, ground)] as const] : []
      })
      setTyped((known) => ({ ...known, ...Object.fromEntries(rows) }))
    }
    return reply
  }
  return { lines, fields, changed, type, paste, save, read, reset }
}

export type Sheet = ReturnType<typeof useSheet>
