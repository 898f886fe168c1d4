import { type Cell, cellText, columnLetter, type Grid } from '../grid/grid.ts'
import { type MergeIndex, spreadCell } from '../grid/merges.ts'
import { bareLabel } from '../text/normalise.ts'

/** What a sheet of units and persons may tell, with the headers that are usual for it; the first is the template's own. */
export const directoryColumns = {
  unit: { zh: '单位', en: 'Unit', words: ['单位名称', '部门', '所在单位', '工作单位', '责任单位', '机构', '机构名称'] },
  parent: { zh: '上级单位', en: 'Superior unit', words: ['上级', '主管单位', '隶属单位', '上级部门', '归属'] },
  kind: { zh: '单位类型', en: 'Kind of unit', words: ['单位类别', '单位性质', '类型', '类别', '机构类型'] },
  shortName: { zh: '单位简称', en: 'Short name', words: ['简称'] },
  person: { zh: '姓名', en: 'Name', words: ['人员', '人员姓名', '责任人', '负责人', '联系人', '领导姓名'] },
  title: { zh: '职务', en: 'Post', words: ['现任职务', '职位', '岗位', '职务名称', '任职', '党内职务'] },
  role: { zh: '角色', en: 'Role', words: ['系统角色', '权限角色', '岗位角色', '用户角色'] },
  phone: {
    zh: '手机',
    en: 'Telephone',
    words: ['手机号', '手机号码', '联系电话', '电话', '联系方式', '移动电话', '办公电话'],
  },
  email: { zh: '邮箱', en: 'E-mail', words: ['电子邮箱', '电子邮件', 'email', 'mail'] },
  from: {
    zh: '起始日期',
    en: 'From',
    words: ['任职时间', '任职日期', '到任日期', '到任时间', '起始时间', '开始日期', '任现职时间'],
  },
  to: { zh: '截止日期', en: 'To', words: ['离任日期', '离任时间', '免职日期', '免职时间', '截止时间', '结束日期'] },
} as const satisfies Record<string, { readonly zh: string; readonly en: string; readonly words: readonly string[] }>

export type DirectoryColumn = keyof typeof directoryColumns

const byLabel: ReadonlyMap<string, DirectoryColumn> = new Map(
  Object.entries(directoryColumns).flatMap(([key, { zh, en, words }]) =>
    [zh, en, ...words].map((word) => [bareLabel(word), key as DirectoryColumn] as const),
  ),
)

/** 姓名（必填）, 手机* and 手机/短号 are the columns that their first word says. */
function columnOf(cell: Cell): DirectoryColumn | undefined {
  const text = cellText(cell)
  return byLabel.get(bareLabel(text)) ?? byLabel.get(bareLabel(text.replace(/[（(【[/].*$/s, '')))
}

export interface DirectoryHeader {
  /** First and last row of the header, from 0. */
  readonly first: number
  readonly last: number
  readonly columns: ReadonlyMap<DirectoryColumn, number>
}

/** Titles and notices above a header seldom take more. */
const searchedRows = 30

/** The labels of a block of one or two rows: the lower one says more, where it says something. */
function columnsOf(grid: Grid, merges: MergeIndex, first: number, last: number): Map<DirectoryColumn, number> {
  const width = Math.max(grid.rows[first]?.length ?? 0, grid.rows[last]?.length ?? 0)
  const found = new Map<DirectoryColumn, number>()
  for (let column = 0; column < width; column++) {
    const key = columnOf(spreadCell(grid, merges, last, column)) ?? columnOf(spreadCell(grid, merges, first, column))
    if (key && !found.has(key)) found.set(key, column)
  }
  return found
}

/** The row that names most columns, with the one below it where a second level names more. Null without a unit column. */
export function findDirectoryHeader(grid: Grid, merges: MergeIndex): DirectoryHeader | null {
  let best: DirectoryHeader | null = null
  for (let first = 0; first < Math.min(grid.rows.length, searchedRows); first++) {
    for (const last of [first, first + 1]) {
      const columns = columnsOf(grid, merges, first, last)
      if (!columns.has('unit') || columns.size < 2) continue
      if (!best || columns.size > best.columns.size) best = { first, last, columns }
    }
  }
  return best
}

export const letterOf = ({ columns }: DirectoryHeader, key: DirectoryColumn): string | null => {
  const index = columns.get(key)
  return index === undefined ? null : columnLetter(index)
}
