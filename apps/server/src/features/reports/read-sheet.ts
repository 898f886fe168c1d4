import type { DueItem, ReadSheet } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import { type Cell, cellText, columnLetter, type Grid } from '@guatu/ledger'
import { expectedSum, figuresTold, type Playbook, type ReportMetric, reportMetrics, yuanOfWan } from '@guatu/playbook'
import { isIsoDate } from '@guatu/schedule'
import { figureKey, rowKey, sheetKeys, sheetNode, textOf } from './sheet-layout.ts'

type SheetRow = ReadSheet['rows'][number]
type Problem = ReadSheet['problems'][number]

interface Line {
  /** In the file, from 1. */
  readonly row: number
  readonly cell: (key: string) => Cell
  readonly problem: (key: string, message: Title) => void
}

const isBlankRow = (row: readonly Cell[]) => row.every((cell) => cellText(cell).trim() === '')

/** A formula is no figure that somebody reports: its value may be anything by the time that it is read. */
function plainText(line: Line, key: string): string {
  const cell = line.cell(key)
  if (typeof cell === 'object' && cell !== null && (cell.kind === 'formula' || cell.kind === 'error')) {
    line.problem(key, { zh: '请填数值或文字，不要用公式', en: 'Give a value, not a formula' })
    return ''
  }
  if (typeof cell === 'object' && cell !== null && cell.kind === 'date') return cell.date
  return cellText(cell).trim()
}

function percentOf(line: Line): number | null {
  const text = plainText(line, sheetKeys.percent).replace(/%$/, '')
  if (text === '') return null
  const percent = Number(text)
  if (Number.isInteger(percent) && percent >= 0 && percent <= 100) return percent
  line.problem(sheetKeys.percent, {
    zh: `“${text}”不是 0 到 100 的整数`,
    en: `'${text}' is no whole number from 0 to 100`,
  })
  return null
}

function finishOf(line: Line): string | null {
  const text = plainText(line, sheetKeys.finishedOn)
    .replace(/[./]/g, '-')
    .replace(/\b(\d)\b/g, '0$1')
  if (text === '') return null
  if (isIsoDate(text)) return text
  line.problem(sheetKeys.finishedOn, { zh: `“${text}”不是日期，应如 2026-11-20`, en: `'${text}' is no date` })
  return null
}

function figureOf(line: Line, { key, unit }: ReportMetric): string | null {
  const text = plainText(line, figureKey(key))
  if (text === '') return null
  const value = unit === 'CNY' ? yuanOfWan(text) : /^\d+$/.test(text) ? `${text}.00` : null
  if (value !== null) return value
  const zh = unit === 'CNY' ? `“${text}”不是万元数，最多六位小数` : `“${text}”不是整数`
  line.problem(figureKey(key), { zh, en: `'${text}' is no such figure` })
  return null
}

/** Figures that differ from what stands; a sum that was left empty, or stands as before, follows from its month. */
function figuresOf(line: Line, playbook: Playbook, item: DueItem, month: string): SheetRow['figures'] {
  const said = new Map<string, string>()
  const standing = figuresTold(playbook, item.figures, month)
  for (const metric of reportMetrics(playbook)) {
    const before = item.figures.find((figure) => figure.metric === metric.key)?.current ?? null
    const part = metric.sumsUp === null ? undefined : said.get(metric.sumsUp)
    const value = figureOf(line, metric)
    const wanted = value !== null && value !== before ? value : null
    const follows = part === undefined ? null : expectedSum(metric, standing, month, part)
    const figure = wanted ?? follows
    if (figure !== null) said.set(metric.key, figure)
  }
  return [...said].map(([metric, value]) => ({ metric, value }))
}

/** The item of a row, as long as the row is still its own: ids, names and nodes go together. */
function itemOf(line: Line, items: ReadonlyMap<string, DueItem>, seen: Map<string, number>): DueItem | null {
  const id = plainText(line, sheetKeys.row)
  const title = plainText(line, sheetKeys.title)
  const item = items.get(id.split('/')[0] ?? '')
  if (!item) {
    const zh = id === '' ? '编号为空：不能在表中新增行' : `“${title || id}”不是这张月报表的项目，可能来自其他单位或月份`
    line.problem(sheetKeys.row, { zh, en: 'The row is none of this sheet' })
    return null
  }
  const known = seen.get(item.itemId)
  seen.set(item.itemId, known ?? line.row)
  const node = sheetNode(item)
  const problems: [string, Title][] = []
  if (known !== undefined)
    problems.push([sheetKeys.row, { zh: `与第 ${known} 行是同一个项目`, en: `The same item as row ${known}` }])
  if (title !== item.title)
    problems.push([
      sheetKeys.title,
      {
        zh: `名称“${title}”与编号不符，应为“${item.title}”：行可能错位`,
        en: `'${title}' is not the row's own item: rows may be shifted`,
      },
    ])
  if (id !== rowKey(item))
    problems.push([
      sheetKeys.node,
      {
        zh: `当前节点已变为“${node?.title ?? '无'}”，请重新导出`,
        en: 'The current node is another by now: export anew',
      },
    ])
  for (const [key, message] of problems) line.problem(key, message)
  return problems.length > 0 ? null : item
}

function rowOf(line: Line, playbook: Playbook, item: DueItem, month: string): SheetRow | null {
  const text = plainText(line, sheetKeys.text)
  const explanation = plainText(line, sheetKeys.explanation) || null
  const [percent, finishedOn] = [percentOf(line), finishOf(line)]
  const figures = figuresOf(line, playbook, item, month)
  const node = sheetNode(item)
  if (node === null && (percent !== null || finishedOn !== null))
    line.problem(sheetKeys.percent, { zh: '没有未完成的节点，不能报进度', en: 'There is no open node' })
  const isSaid = figures.length > 0 || (percent !== null && percent !== node?.percentDone) || finishedOn !== null
  if (!isSaid && (text === '' || text === textOf(item))) return null
  return {
    row: line.row,
    itemId: item.itemId,
    nodeKey: node?.nodeKey ?? null,
    percent,
    finishedOn,
    text,
    figures,
    explanation,
  }
}

export interface SheetGround {
  readonly playbook: Playbook
  readonly month: string
  readonly version: string
  readonly items: readonly DueItem[]
}

/** Whether a file is this very sheet; in words why not. */
export function refuseSheet(grid: Grid | undefined, { version }: Pick<SheetGround, 'version'>): Title | null {
  const said = grid ? cellText(grid.rows[0]?.[0] ?? null).trim() : ''
  if (said === version) return null
  if (!said.startsWith('guatu-report:'))
    return { zh: '这不是从本系统导出的月报表，请先导出再填写', en: 'This is no monthly sheet that was exported here' }
  const month = said.split(':').at(-1)
  const own = version.split(':').at(-1)
  return month === own
    ? { zh: '这是其他单位、其他清单或旧版的月报表', en: 'The sheet is that of another unit, list or version' }
    : { zh: `这是 ${month} 的月报表，不是 ${own} 的`, en: `The sheet is of ${month}, not of ${own}` }
}

/** Rows that say something, and all that is wrong by row and column: lists in words, never by guess. */
export function readSheet(grid: Grid, ground: SheetGround): ReadSheet {
  const keys = (grid.rows[1] ?? []).map((cell) => cellText(cell).trim())
  const problems: Problem[] = []
  const wanted = [...Object.values(sheetKeys), ...reportMetrics(ground.playbook).map(({ key }) => figureKey(key))]
  const lost = wanted.filter((key) => !keys.includes(key))
  if (lost.length > 0) {
    const message = { zh: `表中少了列：${lost.join('、')}，请重新导出`, en: `Columns are missing: ${lost.join(', ')}` }
    return { rows: [], problems: [{ row: 2, column: 'A', message }] }
  }
  const items = new Map(ground.items.map((item) => [item.itemId, item]))
  const seen = new Map<string, number>()
  const rows: SheetRow[] = []
  for (const [at, cells] of grid.rows.entries()) {
    if (at < 3 || isBlankRow(cells)) continue
    const row = at + 1
    const line: Line = {
      row,
      cell: (key) => cells[keys.indexOf(key)] ?? null,
      problem: (key, message) => problems.push({ row, column: columnLetter(keys.indexOf(key)), message }),
    }
    const item = itemOf(line, items, seen)
    const said = item && rowOf(line, ground.playbook, item, ground.month)
    if (said) rows.push(said)
  }
  return { rows, problems }
}
