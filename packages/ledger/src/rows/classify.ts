import { type Cell, cellText, type Grid, isBlank } from '../grid/grid.ts'
import type { MergeIndex } from '../grid/merges.ts'
import { compact, halfWidth } from '../text/normalise.ts'

/** Why a row below the header is no project. */
export type SkipReason =
  | 'blank'
  | 'section'
  | 'subtotal'
  | 'total'
  | 'footnote'
  | 'header'
  | 'columnNumbers'
  | 'title'
  | 'example'
  | 'instruction'
  | 'continuation'

export interface RowContext {
  readonly grid: Grid
  readonly merges: MergeIndex
  readonly serialColumn: number | null
  readonly titleColumn: number
  /** Normalised texts of the header's cells and of the lines above it. */
  readonly headerTexts: ReadonlySet<string>
  readonly titleTexts: ReadonlySet<string>
  /** What stands above the names: a row that holds it is a header, whatever its other columns are called. */
  readonly titleLabels: ReadonlySet<string>
  /** Projects carry Arabic serial numbers here, so that 一、 and (一) mark sections. */
  readonly arabicSerials: boolean
  /** Most rows with a name have a serial number: a lone name without one is a heading. */
  readonly serialsFilled: boolean
  readonly width: number
  /** Columns whose values are figures or dates: what stands there is a project's, not a remark's. */
  readonly valueColumns: readonly number[]
  readonly moneyColumns: readonly number[]
  /** Columns of names and texts besides the title. */
  readonly textColumns: readonly number[]
}

/** A cell that holds something; its text is worked out only where it is looked at. */
class Filled {
  readonly column: number
  readonly cell: Cell
  #text: string | null = null

  constructor(column: number, cell: Cell) {
    this.column = column
    this.cell = cell
  }

  get text(): string {
    this.#text ??= compact(cellText(this.cell))
    return this.#text
  }
}

const chineseSerial = /^[(【]?[一二三四五六七八九十]{1,3}[)】]?[、.:]?$|^[(【]?[ivx]{1,4}[)】]?[、.]?$|^[a-z][、.]$/
const sectionStart =
  /^([(（]?[一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.:]|第[一二三四五六七八九十]+[类部分批章、])/
const footnoteStart =
  /^(注|备注|说明|附注|填表说明|填报说明|note|notes|remarks?)\d*[:.、]|^(填报人|填表人|制表人?|审核人?|复核人?|审签人?|联系人|联系电话|单位负责人|填报日期|填表日期|负责人|报送人|主管领导|分管领导|填报单位)(\(?签字\)?|\(?签章\)?|\(?盖章\)?)?[:]/
/** Marks that begin a remark as often as a name: only where nothing else says that the row is a project. */
const markStart = /^(※|\*|注(?=本|以上|上述|上表|表中|表内|金额|数据|意))/
const totalWord = /^(总合计|合计|总计|共计|总和|合总|全区合计|全县合计|全市合计|total|grandtotal|sum)(?=$|[(:\d共计数])/
const subtotalWord = /^(小计|分计|本页小计|本页合计|分项合计|subtotal|其中[:]|其中$)/
const exampleStart = /^[(【[]?(示例|样例|范例|填写示例|填报示例|举例|例如|例:|例$|example|样表)/
/** 示例 where the number should be leaves no doubt, whatever figures follow. */
const exampleSerial = /^[(【[]?(填写|填报)?(示例|样例|范例|样表|举例|例|example)\d*[)】\]]?[:.、]?$/
const instructionStart =
  /^[(【[]?(填写说明|填报说明|填表说明|填写要求|填报要求|填表要求|填写须知|填报须知|指标解释|必填|选填|文本|数字|下拉)/

/** What a page begins or ends with: 续表, 第1页 共2页. */
const pageMark = /^[(]?(续表\d*|续上表|接上表|第\d+页.*)[)]?$/

/** A unit line between the rows: 单位：亿元. */
const unitLine = /^[(【]?(金额|货币|计量|投资|资金|面积|用地)?单位[:为]/

const plain = (text: string): string => compact(text)

/** Tells why a row is skipped, or null for a row that holds a project. */
export function classifyRow(row: number, context: RowContext): SkipReason | null {
  const cells = context.grid.rows[row] ?? []
  const filled = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [new Filled(column, cell)]))
  const first = filled[0]
  if (!first) return 'blank'
  const titled = compact(cellText(cells[context.titleColumn]))
  if (isHeaderAgain(filled, context) || (titled !== '' && context.titleLabels.has(titled))) return 'header'
  if (isColumnNumbers(filled)) return 'columnNumbers'
  const title = titled
  const serial = context.serialColumn === null ? '' : plain(cellText(cells[context.serialColumn]))
  const numbered = hasNumber(serial)
  const substantial = numbered || hasFigures(row, context)
  const lead = filled
    .filter(({ column }) => column <= Math.max(context.titleColumn, context.serialColumn ?? 0))
    .map(({ text }) => text)
  const sum = sumReason(lead, numbered)
  if (sum) return sum
  if (exampleSerial.test(serial)) return 'example'
  if (/^(注|备注|说明)\d*[:.、]?$/.test(serial)) return 'footnote'
  if (filled.length === 1 && pageMark.test(first.text)) return 'title'
  if (!substantial && lead.some((text) => exampleStart.test(text))) return 'example'
  if (!substantial && lead.some((text) => instructionStart.test(text))) return 'instruction'
  if (!numbered && (footnoteStart.test(first.text) || isNoteText(filled, first, context))) return 'footnote'
  if (!substantial && markStart.test(first.text)) return 'footnote'
  if (!numbered && filled.length <= 2 && filled.some(({ text }) => unitLine.test(text))) return 'title'
  if (
    filled.length === 1 &&
    context.titleTexts.has(first.text.replace(/[(]?续表?\d*[)]?|[(]?第\d+页(共\d+页)?[)]?/g, ''))
  )
    return 'title'
  if (isSection(row, filled, title, serial, context)) return 'section'
  return null
}

/** 3, 3*, （3）, ★2, No.3, NH-4: what only a project's own number looks like. */
export const hasNumber = (serial: string): boolean => /^[*★☆※#]*([(]?\d|no\.?\d|[a-z]{1,4}-?\d)/.test(serial)

const hasFigures = (row: number, { grid, valueColumns }: RowContext): boolean =>
  valueColumns.some((column) => {
    const text = cellText(grid.rows[row]?.[column])
    return text.length <= 30 && /\d/.test(text)
  })

function isHeaderAgain(filled: readonly Filled[], context: RowContext): boolean {
  if (!filled.slice(0, 2).some(({ text }) => context.headerTexts.has(text))) return false
  const same = filled.filter(({ text }) => context.headerTexts.has(text)).length
  return same >= 2 && same >= filled.length * 0.6
}

/** 1 2 3 4 …, (1) (2) (3) or 甲 乙 1 2: a row that numbers the columns. */
function isColumnNumbers(filled: readonly Filled[]): boolean {
  if (filled.length < 4 || filled[0]!.text.length > 4 || filled.at(-1)!.text.length > 8) return false
  const marks = filled.map(({ text }) => text.replace(/^[(（](.*)[)）]$/, '$1').replace(/[=+].*$/, ''))
  const digits = marks.filter((mark) => /^\d{1,3}$/.test(mark)).map(Number)
  const letters = marks.filter((mark) => /^[甲乙丙丁戊己庚辛壬癸a-z]$|^栏次$/.test(mark)).length
  if (digits.length + letters < marks.length || digits.length < 3) return letters >= 4 && letters === marks.length
  return digits.every((digit, at) => at === 0 || digit === digits[at - 1]! + 1)
}

function sumReason(lead: readonly string[], numbered: boolean): SkipReason | null {
  for (const text of lead) {
    const bare = text.replace(/^[(一二三四五六七八九十)]+[、.:]?/, '') || text
    const short = bare.length <= 24
    if (short && totalWord.test(bare)) return 'total'
    if (short && subtotalWord.test(bare) && !numbered) return 'subtotal'
    if (short && !numbered && /(小计|合计|总计|共计)([(:].*)?$/.test(bare)) return 'subtotal'
  }
  return null
}

/** A long or merged lone text below the table that begins like a list of remarks: 2.外资项目按原币种填列。 */
function isNoteText(filled: readonly Filled[], first: Filled, context: RowContext): boolean {
  if (filled.length !== 1) return false
  if (first.column === context.titleColumn && context.serialColumn !== null) return false
  return first.text.length > 30 && /[。;；:]/.test(first.text) && !sectionStart.test(halfWidth(first.text))
}

function isSection(
  row: number,
  filled: readonly Filled[],
  title: string,
  serial: string,
  context: RowContext,
): boolean {
  const first = filled[0]!
  if (context.arabicSerials && chineseSerial.test(serial)) return true
  if (
    context.arabicSerials &&
    first.column <= context.titleColumn &&
    sectionStart.test(first.text) &&
    !/^\d/.test(serial)
  )
    return true
  if (sectionStart.test(first.text) && /[(]\d+[个项][)]$/.test(first.text)) return true
  const merge = context.merges.at(row, first.column)
  const mergedWide =
    merge !== undefined &&
    merge.startRow === row &&
    merge.endColumn - merge.startColumn + 1 >= Math.max(3, context.width * 0.5)
  const lone = filled.length === 1 || filled.every(({ text }) => text === first.text)
  if (mergedWide && filled.length <= 2) return true
  if (!lone) return false
  if (first.column < context.titleColumn || (first.column > context.titleColumn && context.serialColumn === null))
    return first.column < context.titleColumn
  if (sectionStart.test(first.text)) return true
  return title !== '' && serial === '' && context.serialColumn !== null && context.serialsFilled
}
