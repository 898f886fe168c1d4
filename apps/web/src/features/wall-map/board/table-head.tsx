// biome-ignore-all lint/a11y/useSemanticElements: a table cannot carry rows that exist only while they are in view
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active row
import { useText } from '../../../app/language.ts'
import { wallTexts } from '../texts.ts'
import type { ChangeView } from '../view/use-wall-view.ts'
import { clampTableWidth, TABLE_WIDTH } from '../view/wall-view.ts'
import type { TableColumn } from './table-columns.ts'

interface TableHeadProps {
  readonly columns: readonly TableColumn[]
  readonly tableWidth: number
  readonly change: ChangeView
}

/** Column heads of the table; the last one carries the line that resizes it. */
export function TableHead({ columns, tableWidth, change }: TableHeadProps) {
  const t = useText()
  const last = columns.length - 1
  return (
    <div className="wall-corner" role="presentation">
      {columns.map((column, place) => (
        <span key={column} role="columnheader" className={`wall-cell is-${column}`}>
          {t(wallTexts[column])}
          {place === last ? <Resizer tableWidth={tableWidth} change={change} /> : null}
        </span>
      ))}
    </div>
  )
}

const KEY_STEP_PX = 24

function Resizer({ tableWidth, change }: Pick<TableHeadProps, 'tableWidth' | 'change'>) {
  const t = useText()
  const resize = (width: number) => change({ tableWidth: clampTableWidth(width) })
  return (
    <span
      role="separator"
      tabIndex={0}
      className="wall-resizer"
      aria-orientation="vertical"
      aria-label={t(wallTexts.tableWidth)}
      aria-valuenow={tableWidth}
      aria-valuemin={TABLE_WIDTH.least}
      aria-valuemax={TABLE_WIDTH.most}
      onKeyDown={({ key }) => {
        if (key === 'ArrowLeft') resize(tableWidth - KEY_STEP_PX)
        if (key === 'ArrowRight') resize(tableWidth + KEY_STEP_PX)
      }}
      onDoubleClick={() => resize(TABLE_WIDTH.normal)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(tableWidth + event.movementX)
      }}
    />
  )
}
