import { exportComparison } from '@guatu/contract'
import type { CellFormat, CellValue, SheetLayout } from '@guatu/derive'
import { type DifferenceKind, done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { foundByTies } from '../../store/access/access-of.ts'
import type { Tx } from '../../store/store.ts'
import { sheetStream } from '../../workbook/write-sheet.ts'
import { type Compared, compared } from './compare.ts'
import { itemReplies, narrowed } from './reply.ts'
import type { Side } from './side-spec.ts'

const kindTitles: Readonly<Record<DifferenceKind, string>> = {
  noLonger: '不再按期',
  nowMeets: '恢复按期',
  later: '推迟',
  earlier: '提前',
  finished: '已完成',
  reopened: '重新打开',
  added: '新增节点',
  gone: '取消节点',
  dated: '新排日期',
  undated: '取消日期',
}

const labels: readonly (readonly [key: string, label: string, widthChars: number, format: CellFormat])[] = [
  ['item', '项目', 34, 'text'],
  ['node', '节点', 24, 'text'],
  ['unit', '责任单位', 20, 'text'],
  ['kinds', '变化', 20, 'text'],
  ['fromStart', '原计划启动', 13, 'date'],
  ['toStart', '现计划启动', 13, 'date'],
  ['fromFinish', '原计划完成', 13, 'date'],
  ['toFinish', '现计划完成', 13, 'date'],
  ['workdays', '推迟工作日', 12, 'integer'],
  ['actualFinish', '实际完成', 13, 'date'],
]

const layout: SheetLayout = {
  name: '计划对比',
  version: 'guatu-comparison 1',
  versionRow: 1,
  keyRow: 2,
  labelRow: 3,
  firstDataRow: 4,
  columns: labels.map(([key, label, widthChars, format]) => {
    return { key, label, format, widthChars, required: false, hidden: false, choices: [], open: false }
  }),
}

async function unitNames({ client, districtId }: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'select org_id as id, name from org where district_id = $1',
    [districtId],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type Replies = Awaited<ReturnType<typeof itemReplies>>

async function* linesOf(items: Replies, units: ReadonlyMap<string, string>): AsyncGenerator<readonly CellValue[]> {
  const unit = (orgId: string | null) => (orgId === null ? '' : (units.get(orgId) ?? ''))
  for (const { title, kind, orgId, nodes, fromDeadline, toDeadline, deadlineWorkdays } of items) {
    const said = { added: '新增项目', gone: '移出项目', changed: '竣工时限' }[kind]
    if (kind !== 'changed' || fromDeadline !== toDeadline) {
      yield [title, '', unit(orgId), said, null, null, fromDeadline, toDeadline, deadlineWorkdays, null]
    }
    for (const { title: node, orgId: own, kinds, from, to, finishWorkdays } of nodes) {
      const starts = [from?.plannedStart ?? null, to?.plannedStart ?? null]
      const finishes = [from?.plannedFinish ?? null, to?.plannedFinish ?? null]
      const words = kinds.map((one) => kindTitles[one]).join('、')
      yield [title, node, unit(own), words, ...starts, ...finishes, finishWorkdays, to?.actualFinish ?? null]
    }
  }
}

const sideText = (side: Side, today: string) => {
  if (side.kind === 'moment') return side.spec === 'now' ? today : side.day
  return side.kind === 'act' ? side.name : { first: '首版基线', latest: '现行基线' }[side.which]
}

const nameOf = ({ sides, selection }: Compared, today: string) =>
  `${selection.playbook.title.zh}-计划对比-${sides.map((side) => sideText(side, today)).join('与')}.xlsx`.replace(
    /[/\\:*?"<>|]/g,
    '_',
  )

export const exportComparisonFeature = feature(exportComparison, async (deps, { query }) => {
  return await deps.store.read(async (live) => {
    const tx = await foundByTies(live)
    const outcome = await compared(deps, tx, query)
    if (outcome.kind === 'refused') return outcome
    const items = await itemReplies(outcome.value, narrowed(outcome.value.comparison.items, query), false)
    const content = sheetStream(layout, linesOf(items, await unitNames(tx)))
    return done({ fileName: nameOf(outcome.value, deps.today()), content })
  })
})
