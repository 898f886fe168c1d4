import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FieldContext } from '../../../forms/context.ts'
import { frozenThatFit, placeColumns, widthsThatFill } from '../columns/layout.ts'
import type { LedgerColumn } from '../columns/ledger-columns.ts'
import type { LedgerView, LedgerViewActions } from '../view/use-ledger-view.ts'
import { type GridShape, GUTTER_PX } from './grid-row.tsx'
import { type Widths, withWidths } from './header-row.tsx'

/** The address follows the scroll once it rests, so that coming back shows the same rows. */
const REST_MS = 140

interface ScrollInput {
  readonly count: number
  readonly rowPx: number
  readonly headPx: number
  readonly view: LedgerView
  readonly actions: LedgerViewActions
  /** Narrower than this the boxes around the list are part of the page's own scroll. */
  readonly overscan?: number
}

interface ListScroll {
  readonly box: RefObject<HTMLDivElement | null>
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>
  readonly firstRow: number
}

const rowInLink = (text: string | undefined): number => Math.max(0, (Number.parseInt(text ?? '', 10) || 1) - 1)

/** A long list that opens at the row of its link and keeps the link at the row that is seen. */
export function useListScroll({ count, rowPx, headPx, view, actions, overscan = 10 }: ScrollInput): ListScroll {
  const box = useRef<HTMLDivElement>(null)
  const [firstRow] = useState(() => rowInLink(view.state.row))
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan,
    scrollPaddingStart: headPx,
    scrollMargin: 0,
    initialOffset: firstRow * rowPx,
  })
  const { setState } = actions
  const keep = useCallback(
    (top: number) => {
      const row = Math.round(top / rowPx)
      void setState({ row: row === 0 ? undefined : String(row + 1) }, { replace: true })
    },
    [setState, rowPx],
  )
  useEffect(() => {
    const element = box.current
    if (!element) return
    let timer = 0
    const onScroll = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => keep(element.scrollTop), REST_MS)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('scroll', onScroll)
    }
  }, [keep])
  // Another selection of rows begins at its top; the first render keeps the row of the link.
  const shown = useRef(view.query)
  useEffect(() => {
    if (shown.current === view.query) return
    shown.current = view.query
    box.current?.scrollTo({ top: 0 })
  }, [view.query])
  return { box, virtualizer, firstRow }
}

interface GridColumns {
  readonly shape: GridShape
  /** Of the sticky box, and of the row that it stands in. */
  readonly frozenTemplate: string
  readonly template: string
  readonly widthPx: number
  readonly dragWidth: (key: string, px: number | null) => void
}

function templateOf({ columns, placed, frozen }: GridShape) {
  const px = (widths: readonly number[]) => widths.map((width) => `${width}px`).join(' ')
  const widths = columns.map(({ widthPx }) => widthPx)
  const last = placed[frozen - 1]
  const frozenPx = GUTTER_PX + (last ? last.leftPx + last.widthPx : 0)
  return {
    frozenTemplate: px([GUTTER_PX, ...widths.slice(0, frozen)]),
    template: px([frozenPx, ...widths.slice(frozen)]),
  }
}

/** Names and long texts take what room there is until somebody has given them a width of their own. */
const growsIn = ({ all, playbook }: LedgerView, { key, format, widthPx }: LedgerColumn): boolean =>
  (format === 'longText' || key === playbook.roles.title) && all.find((own) => own.key === key)?.widthPx === widthPx

/** The columns as they stand, with the width of one that is being dragged. */
export function useGridColumns(view: LedgerView, context: FieldContext, viewPx: number): GridColumns {
  const [widths, setWidths] = useState<Widths>(new Map())
  const shape = useMemo(() => {
    const chosen = withWidths(view.columns, widths)
    const roomPx = viewPx - GUTTER_PX
    const filled = widthsThatFill(
      chosen.map((column) => ({ widthPx: column.widthPx, grows: growsIn(view, column) })),
      roomPx,
    )
    const columns = chosen.map((column, at) => ({ ...column, widthPx: filled[at]! }))
    const placed = placeColumns(filled)
    const frozen = frozenThatFit(placed, view.frozen, roomPx)
    return { columns, placed, frozen, playbook: view.playbook, context }
  }, [view, widths, context, viewPx])
  const dragWidth = useCallback(
    (key: string, px: number | null) => setWidths(px === null ? new Map() : new Map([[key, px]])),
    [],
  )
  const last = shape.placed.at(-1)
  const template = templateOf(shape)
  return { shape, ...template, widthPx: GUTTER_PX + (last ? last.leftPx + last.widthPx : 0), dragWidth }
}

/** Width of an element as the window and the layout change it. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
  const [px, setPx] = useState(1200)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setPx(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return px
}
