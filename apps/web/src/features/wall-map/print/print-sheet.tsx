import { toDay } from '@guatu/schedule'
import { useSession } from '../../../api/session.tsx'
import { useLanguage, useText } from '../../../app/language.ts'
import { dayText } from '../../../ui/format.ts'
import { Legend } from '../board/legend.tsx'
import { TableCells } from '../board/table-cells.tsx'
import { tableColumns } from '../board/table-columns.ts'
import type { WallRow } from '../rows/row-model.ts'
import { ticksOf, tiersOf } from '../scale/ticks.ts'
import { type TimeScale, xOfDay } from '../scale/time-scale.ts'
import { levelOf } from '../scale/zoom.ts'
import { wallTexts } from '../texts.ts'
import { paginate } from './paginate.ts'
import { PrintBars, percentScale } from './print-bars.tsx'
import { printTexts } from './texts.ts'

interface PrintSheetProps {
  readonly title: string
  readonly rows: readonly WallRow[]
  readonly range: Pick<TimeScale, 'firstDay' | 'endDay'>
}

/** An A3 sheet holds so many rows of 5.6 mm between its head and its legend. */
const ROWS_PER_PAGE = 44
/** The track is about this many CSS pixels wide on A3, which tells how fine its header can be. */
const TRACK_PX = 1010
const LEAST_LABEL_PX = 36
const table = tableColumns(490)

/** The map on A3 sheets: the whole time range fitted to the width, each sheet complete in itself. */
export function PrintSheet({ title, rows, range }: PrintSheetProps) {
  const t = useText()
  const language = useLanguage()
  const { district, today } = useSession()
  const pages = paginate(rows, ROWS_PER_PAGE)
  const day = dayText(today, { language, year: 'always' })
  return (
    <div className="wall-print">
      {pages.map((page, place) => (
        <section key={page[0]!.key + String(place)} className="wall-print-page">
          <header>
            <strong>{title}</strong>
            <span>{t(printTexts.printedOn, { district: district.name, day })}</span>
          </header>
          <PrintHead range={range} />
          <div className="wall-print-rows">
            <PrintGround range={range} today={today} />
            {page.map((row) => (
              <div key={row.key} className={`wall-print-row is-${row.kind}`}>
                <div className="wall-print-cells" style={{ gridTemplateColumns: table.template }}>
                  <TableCells row={row} columns={table.columns} />
                </div>
                <div className="wall-print-track">
                  <PrintBars row={row} scale={percentScale(range)} />
                </div>
              </div>
            ))}
          </div>
          <footer>
            <Legend />
            <span>{t(printTexts.units)}</span>
            <span>{t(printTexts.page, { page: place + 1, pages: pages.length })}</span>
          </footer>
        </section>
      ))}
    </div>
  )
}

const levelFor = ({ firstDay, endDay }: PrintSheetProps['range']) => levelOf(TRACK_PX / (endDay - firstDay))

function PrintHead({ range }: Pick<PrintSheetProps, 'range'>) {
  const t = useText()
  const language = useLanguage()
  const scale = percentScale(range)
  const level = levelFor(range)
  const window = { fromDay: range.firstDay, untilDay: range.endDay }
  return (
    <div className="wall-print-head">
      <div className="wall-print-cells" style={{ gridTemplateColumns: table.template }}>
        {table.columns.map((column) => (
          <span key={column} className={`wall-cell is-${column}`}>
            {t(wallTexts[column])}
          </span>
        ))}
      </div>
      <div className="wall-print-tiers">
        {tiersOf[level].map((unit) => (
          <div key={unit} className="wall-print-tier">
            {ticksOf(unit, window, level, language).map((tick) => {
              const from = Math.max(tick.day, range.firstDay)
              const until = Math.min(tick.endDay, range.endDay)
              const box = { left: `${xOfDay(scale, from)}%`, width: `${(until - from) * scale.dayWidth}%` }
              return (
                <span key={tick.day} style={box}>
                  {((until - from) * TRACK_PX) / (range.endDay - range.firstDay) < LEAST_LABEL_PX ? '' : tick.label}
                </span>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}

function PrintGround({ range, today }: Pick<PrintSheetProps, 'range'> & { readonly today: string }) {
  const language = useLanguage()
  const scale = percentScale(range)
  const level = levelFor(range)
  const window = { fromDay: range.firstDay, untilDay: range.endDay }
  const lines = ticksOf(tiersOf[level][1] ?? 'month', window, level, language)
  return (
    <div className="wall-print-ground">
      {lines.map(({ day }) => (
        <span key={day} className="wall-line" style={{ left: `${xOfDay(scale, day)}%` }} />
      ))}
      <span className="wall-today" style={{ left: `${xOfDay(scale, toDay(today) + 0.5)}%` }} />
    </div>
  )
}
