import type { Title } from '@guatu/kernel'
import { type Playbook, reportMetrics, wanOfYuan } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { nodeTitle } from '../../../api/playbook.ts'
import { type KeySection, useKeyHelp } from '../../../app/keys.ts'
import { useText } from '../../../app/language.ts'
import { readTsv } from '../../../ui/clipboard.ts'
import { countText } from '../../../ui/format.ts'
import { LampMark } from '../../../ui/lamp-mark.tsx'
import { cellOf, type SheetField } from './rows.ts'
import { sheetTexts as texts } from './texts.ts'
import type { Sheet, SheetLine } from './use-sheet.ts'

const keyHelp: KeySection = {
  title: texts.keysTitle,
  lines: [
    { keys: '↑ ↓ ← →', title: texts.keyArrows },
    { keys: 'Enter', title: texts.keyEnter },
    { keys: 'Ctrl+V', title: texts.keyPaste },
    { keys: 'Ctrl+S', title: texts.keySave },
  ],
}

interface GridProps {
  readonly sheet: Sheet
  readonly playbook: Playbook
}

const isAtEdge = (input: HTMLInputElement, back: boolean) =>
  back ? input.selectionStart === 0 && input.selectionEnd === 0 : input.selectionStart === input.value.length

/** The cell that an arrow or Enter leads to, as in a spreadsheet: sideways only from the edge of what is typed. */
function moved({ key, shiftKey }: KeyboardEvent, input: HTMLInputElement): readonly [number, number] | null {
  if (key === 'ArrowUp' || (key === 'Enter' && shiftKey)) return [-1, 0]
  if (key === 'ArrowDown' || key === 'Enter') return [1, 0]
  if (key === 'ArrowLeft' && isAtEdge(input, true)) return [0, -1]
  if (key === 'ArrowRight' && isAtEdge(input, false)) return [0, 1]
  return null
}

/** Items by what is reported of them, last month's beside it; keys and pasting as in Excel. */
export function SheetGrid({ sheet, playbook }: GridProps) {
  const table = useRef<HTMLTableElement>(null)
  useKeyHelp(keyHelp)
  const onKey = (event: KeyboardEvent<HTMLInputElement>, row: number, field: SheetField) => {
    if (event.nativeEvent.isComposing) return
    const step = moved(event, event.currentTarget)
    if (!step) return
    const next = sheet.fields[sheet.fields.indexOf(field) + step[1]]
    const cell = table.current?.querySelector<HTMLInputElement>(`[data-cell="${row + step[0]} ${next}"]`)
    if (event.key === 'Enter') event.preventDefault()
    if (!cell) return
    event.preventDefault()
    cell.focus()
    cell.select()
  }
  const onPaste = (event: ClipboardEvent, row: number, field: SheetField) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    sheet.paste(readTsv(text), row, field)
  }
  return (
    <div className="sheet-scroll">
      <table ref={table} className="sheet">
        <Head playbook={playbook} />
        <tbody>
          {sheet.lines.map((line, row) => (
            <Line key={line.item.itemId} {...{ line, row, sheet, playbook, onKey, onPaste }} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What stands beside, then what is filled in. */
function Head({ playbook }: Pick<GridProps, 'playbook'>) {
  const t = useText()
  const metrics = reportMetrics(playbook)
  const monthly = metrics.filter(({ period }) => period === 'month')
  return (
    <thead>
      <tr>
        <th scope="col">{t(texts.item)}</th>
        <th scope="col">{t(texts.node)}</th>
        {monthly.map((metric) => (
          <th key={metric.key} scope="col" className="is-figure">
            {t(texts.lastOf, { metric: t(metric.title) })}
          </th>
        ))}
        <th scope="col">{t(texts.lastText)}</th>
        {metrics.map((metric) => (
          <th key={metric.key} scope="col" className="is-figure is-open">
            {t(metric.title)}
            <small>{metric.unit === 'CNY' ? t(texts.unitWan) : ''}</small>
          </th>
        ))}
        <th scope="col" className="is-open">
          {t(texts.percent)}
        </th>
        <th scope="col" className="is-open">
          {t(texts.finishedOn)}
        </th>
        <th scope="col" className="is-open">
          {t(texts.words)}
        </th>
        <th scope="col" className="is-open">
          {t(texts.explanation)}
        </th>
      </tr>
    </thead>
  )
}

interface LineProps extends GridProps {
  readonly line: SheetLine
  readonly row: number
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>, row: number, field: SheetField) => void
  readonly onPaste: (event: ClipboardEvent, row: number, field: SheetField) => void
}

const fieldTitles = {
  percent: texts.percent,
  finishedOn: texts.finishedOn,
  text: texts.words,
  explanation: texts.explanation,
} as const

/** Where in a row a refusal belongs. */
const isAt = (path: string | undefined, field: SheetField) =>
  path === field || (field.startsWith('figure.') && path === `figures/${field.slice('figure.'.length)}`)

function Line({ line, row, sheet, playbook, onKey, onPaste }: LineProps) {
  const t = useText()
  const { item, problems } = line
  const node = item.nodes[0]
  const metrics = reportMetrics(playbook)
  return (
    <>
      <tr className={line.isChanged ? 'is-changed' : ''}>
        <th scope="row">
          <LampMark level={item.lamp} glyphOnly />
          <Link to="/item/$itemId" params={{ itemId: item.itemId }}>
            {item.title}
          </Link>
          <small>{item.reports.length > 0 ? `✓ ${t(texts.reported)}` : ''}</small>
        </th>
        <td>
          {node ? t(nodeTitle(playbook, node)) : ''}
          <small>{node?.percentDone === null || !node ? '' : `${node.percentDone}%`}</small>
        </td>
        {metrics
          .filter(({ period }) => period === 'month')
          .map(({ key, unit }) => {
            const last = item.figures.find(({ metric }) => metric === key)?.last ?? null
            return (
              <td key={key} className="is-figure">
                {last === null ? '—' : countText(Number(unit === 'CNY' ? wanOfYuan(last) : last))}
              </td>
            )
          })}
        <td className="sheet-last" title={item.last?.text}>
          {item.last?.text ?? '—'}
        </td>
        {sheet.fields.map((field) => (
          <Cell key={field} {...{ line, row, sheet, playbook, field, onKey, onPaste }} />
        ))}
      </tr>
      {problems.length > 0 ? (
        <tr className="sheet-problems">
          <td colSpan={4 + sheet.fields.length + metrics.length} role="alert">
            {problems.map(({ message }) => t(message)).join('；')}
          </td>
        </tr>
      ) : null}
    </>
  )
}

/** One open cell: its place for the keys, its words for screen readers. */
function Cell({ line, row, sheet, playbook, field, onKey, onPaste }: LineProps & { readonly field: SheetField }) {
  const t = useText()
  const { item, problems } = line
  const node = item.nodes[0]
  const own = fieldTitles[field as keyof typeof fieldTitles] as Title | undefined
  const title = own ?? playbook.metrics[field.slice('figure.'.length)]?.title ?? texts.words
  const isOfNode = field === 'percent' || field === 'finishedOn'
  return (
    <td className="is-open">
      <input
        data-cell={`${row} ${field}`}
        className={field === 'text' || field === 'explanation' ? 'is-text' : 'is-figure'}
        aria-label={`${item.title} ${t(title)}`}
        aria-invalid={problems.some(({ path }) => isAt(path, field)) || undefined}
        disabled={!item.mayReport || (isOfNode && !node)}
        value={cellOf(line.row, field)}
        placeholder={field === 'percent' ? String(node?.percentDone ?? '') : ''}
        onChange={(event) => sheet.type(item, field, event.currentTarget.value)}
        onKeyDown={(event) => onKey(event, row, field)}
        onPaste={(event) => onPaste(event, row, field)}
      />
    </td>
  )
}
