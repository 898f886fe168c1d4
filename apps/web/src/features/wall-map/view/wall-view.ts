import { isIsoDate } from '@guatu/schedule'
import { type Fold, type FoldMode, foldModes } from '../rows/fold.ts'
import type { NodeFilter } from '../rows/row-model.ts'
import { clampDayWidth, dayWidths } from '../scale/zoom.ts'

/** Everything that a link to the wall map carries besides the selection itself (`q`, `filter`, `sort`). */
export interface WallView {
  readonly only: NodeFilter
  readonly fold: Fold
  readonly dayWidth: number
  /** Day at the left edge; null until somebody scrolls: the map then opens at today. */
  readonly at: string | null
  /** Key of the topmost row. */
  readonly top: string | null
  readonly selected: string | null
  /** The detail panel stands open. */
  readonly panel: boolean
  readonly tableWidth: number
}

export const TABLE_WIDTH = { normal: 530, least: 180, most: 900 } as const
const normalMode: FoldMode = 'focus'

export const clampTableWidth = (width: number): number =>
  Math.round(Math.min(TABLE_WIDTH.most, Math.max(TABLE_WIDTH.least, width)))

type Params = Readonly<Record<string, string | undefined>>

const numberOr = (text: string | undefined, otherwise: number): number => {
  const value = Number(text)
  return text && Number.isFinite(value) ? value : otherwise
}

/** Reads an address; what cannot be read falls back to what the map opens with. */
export function readView(params: Params): WallView {
  const only = (params.only ?? '').split(',')
  const flipped = (params.flip ?? '').split('.').filter((id) => /^[0-9a-f]{1,8}$/.test(id))
  return {
    only: { critical: only.includes('critical'), late: only.includes('late') },
    fold: { mode: foldModes.find((mode) => mode === params.nodes) ?? normalMode, flipped: new Set(flipped) },
    dayWidth: clampDayWidth(numberOr(params.zoom, dayWidths.quarter)),
    at: isIsoDate(params.at) ? params.at : null,
    top: params.top || null,
    selected: params.sel || null,
    panel: params.panel === '1',
    tableWidth: clampTableWidth(numberOr(params.table, TABLE_WIDTH.normal)),
  }
}

const unless = <T>(value: T, normal: T, text: string): string | undefined => (value === normal ? undefined : text)

/** The part of an address that says a view; what is as usual is left out, so that links stay short. */
export function writeView(view: Partial<WallView>): Record<string, string | undefined> {
  const params: Record<string, string | undefined> = {}
  if (view.only) {
    const { critical, late } = view.only
    params.only = [critical && 'critical', late && 'late'].filter(Boolean).join(',') || undefined
  }
  if (view.fold) {
    params.nodes = unless(view.fold.mode, normalMode, view.fold.mode)
    params.flip = [...view.fold.flipped].sort().join('.') || undefined
  }
  if (view.dayWidth !== undefined) params.zoom = unless(view.dayWidth, dayWidths.quarter, String(view.dayWidth))
  if (view.at !== undefined) params.at = view.at ?? undefined
  if (view.top !== undefined) params.top = view.top ?? undefined
  if (view.selected !== undefined) params.sel = view.selected ?? undefined
  if (view.panel !== undefined) params.panel = unless(view.panel, false, '1')
  if (view.tableWidth !== undefined) {
    params.table = unless(view.tableWidth, TABLE_WIDTH.normal, String(view.tableWidth))
  }
  return params
}
