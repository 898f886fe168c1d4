import { centsOf, isAmount, moneyFigure, type PlanNode, type Refusal, type Title } from '@guatu/kernel'
import { isIsoDate } from '@guatu/schedule'
import type { Playbook } from '../playbook.ts'
import {
  expectedSum,
  figureCourse,
  isReportable,
  type ReportMetric,
  reportMetrics,
  type StandingFigure,
} from './metrics.ts'

/** What somebody reports of an item, or of one of its nodes, for a month. */
export interface ReportDraft {
  /** Null: of the item as a whole. */
  readonly nodeKey: string | null
  readonly month: string
  readonly percent: number | null
  readonly done: boolean
  readonly startedOn: string | null
  readonly finishedOn: string | null
  readonly text: string
  readonly figures: readonly { readonly metric: string; readonly value: string }[]
  /** Why something falls, is corrected, or differs from what it adds up to. */
  readonly explanation: string | null
}

/** What a report is judged by. */
export interface ReportGround {
  readonly playbook: Playbook
  readonly today: string
  readonly nodes: readonly PlanNode[]
  readonly figures: readonly StandingFigure[]
  /** Whether a file that stands proves the node, those that come with the report included. */
  readonly hasEvidence: (nodeKey: string) => boolean
}

type Code = 'REPORT_INVALID' | 'REASON_REQUIRED' | 'EVIDENCE_REQUIRED'

const problem = (code: Code, path: string, zh: string, en: string): Refusal => ({ code, path, message: { zh, en } })
const wrong = (path: string, zh: string, en: string) => problem('REPORT_INVALID', path, zh, en)
const unexplained = (path: string, zh: string, en: string) =>
  problem('REASON_REQUIRED', path, `${zh}，请写明理由`, `${en}: a reason is required`)

/** Everything that is wrong with a report, each at its place. Whether somebody changed the node meanwhile is asked elsewhere. */
export function refuseReport(draft: ReportDraft, ground: ReportGround): readonly Refusal[] {
  const { playbook, today } = ground
  if (!playbook.capabilities.includes('reports'))
    return [wrong('itemId', `“${playbook.title.zh}”不按月报送`, `${playbook.title.en} is not reported by month`)]
  return [
    ...refuseMonth(draft, today),
    ...refuseNothing(draft),
    ...refuseNode(draft, ground),
    ...draft.figures.flatMap((figure, index) => refuseFigure(figure, index, draft, ground)),
  ]
}

function refuseMonth({ month }: ReportDraft, today: string): Refusal[] {
  if (month > today.slice(0, 7))
    return [wrong('month', `${month} 还没有到，不能报送将来的月份`, `${month} is yet to come`)]
  return isReportable(month, today)
    ? []
    : [wrong('month', `${month} 已过去一年以上，不再报送`, `${month} is over a year ago`)]
}

function refuseNothing({ percent, done, figures, text }: ReportDraft): Refusal[] {
  if (percent !== null || done || figures.length > 0 || text.trim() !== '') return []
  return [wrong('text', '什么都没有填：请填进度、数据或文字', 'Nothing is said: give progress, figures or words')]
}

function refuseNode(draft: ReportDraft, ground: ReportGround): Refusal[] {
  const { nodeKey, percent, done } = draft
  if (nodeKey === null) {
    if (percent === null && !done) return []
    return [wrong('nodeKey', '进度和完成要报在具体节点上，请选节点', 'Progress is of a node: choose one')]
  }
  const node = ground.nodes.find((candidate) => candidate.nodeKey === nodeKey)
  if (!node) return [wrong('nodeKey', `项目没有节点 ${nodeKey}`, `The item has no node ${nodeKey}`)]
  if (node.done && (percent !== null || done)) {
    const { title } = node
    return [wrong('nodeKey', `节点“${title}”已完成，不再报进度`, `${title} is done; there is no progress to report`)]
  }
  return [...refuseProgress(node, draft), ...refuseDates(node, draft, ground.today), ...refuseDone(node, draft, ground)]
}

function refuseProgress(node: PlanNode, { percent, done, explanation }: ReportDraft): Refusal[] {
  const before = node.percentDone
  if (percent === null || done || before === null || percent >= before || isSaid(explanation)) return []
  const { title } = node
  return [
    unexplained('percent', `“${title}”由 ${before}% 降为 ${percent}%`, `${title} falls from ${before} to ${percent} %`),
  ]
}

function refuseDates(node: PlanNode, { startedOn, finishedOn, done }: ReportDraft, today: string): Refusal[] {
  const problems: Refusal[] = []
  const check = (path: string, date: string | null) => {
    if (date === null) return
    if (!isIsoDate(date)) problems.push(wrong(path, `“${date}”不是日期`, `'${date}' is no date`))
    else if (date > today) problems.push(wrong(path, '实际日期不能晚于今天', 'An actual date cannot lie after today'))
  }
  check('startedOn', startedOn)
  check('finishedOn', finishedOn)
  const start = startedOn ?? node.actualStart
  if (done && finishedOn === null)
    problems.push(wrong('finishedOn', '完成要写实际完成日期', 'Done needs its actual date'))
  if (!done && finishedOn !== null)
    problems.push(wrong('finishedOn', '有完成日期，却没有报完成', 'There is a finish, yet it is not reported as done'))
  if (finishedOn !== null && start !== null && finishedOn < start)
    problems.push(wrong('finishedOn', `早于实际启动 ${start}`, `Before the actual start, ${start}`))
  return problems
}

function refuseDone({ nodeKey, title }: PlanNode, { done }: ReportDraft, ground: ReportGround): Refusal[] {
  const evidence = ground.playbook.nodes.find(({ key }) => key === nodeKey)?.evidence
  if (!done || !evidence || ground.hasEvidence(nodeKey)) return []
  return [
    problem(
      'EVIDENCE_REQUIRED',
      `evidence/nodes/${nodeKey}`,
      `报“${title}”完成要有佐证：${evidence.zh}`,
      `Done needs evidence: ${evidence.en}`,
    ),
  ]
}

interface Named {
  readonly metric: string
  readonly value: string
}

function refuseFigure(figure: Named, index: number, draft: ReportDraft, ground: ReportGround): Refusal[] {
  const path = `figures/${figure.metric}`
  const metrics = reportMetrics(ground.playbook)
  const metric = metrics.find(({ key }) => key === figure.metric)
  if (!metric) {
    const known = metrics.map(({ title }) => title.zh).join('、')
    return [wrong(path, `没有指标 ${figure.metric}，可报：${known}`, `There is no metric ${figure.metric}`)]
  }
  const { zh, en } = metric.title
  if (draft.figures.findIndex((other) => other.metric === figure.metric) !== index)
    return [wrong(path, `${zh}报了两次`, `${en} is given twice`)]
  if (!isFigure(metric, figure.value)) return [wrong(path, `${zh}的数值位数过多`, `${en} has too many places`)]
  return isSaid(draft.explanation) ? [] : unexplainedFigure(metric, figure.value, draft, ground)
}

const isFigure = ({ unit }: ReportMetric, value: string) =>
  isAmount(value) && value.length <= 20 && (unit === 'CNY' || centsOf(value) % 100n === 0n)

const shown = ({ unit }: ReportMetric, value: string): Title => {
  if (unit === 'count') return { zh: value, en: value }
  const [zh, en] = [moneyFigure(value, 'CNY', 'zh'), moneyFigure(value, 'CNY', 'en')]
  return { zh: `${zh.number} ${zh.unit}`, en: `${en.number} ${en.unit}` }
}

/** A correction, a sum that falls, and a sum that is not what its months come to need words. */
function unexplainedFigure(metric: ReportMetric, value: string, draft: ReportDraft, ground: ReportGround): Refusal[] {
  const path = `figures/${metric.key}`
  const { zh, en } = metric.title
  const { current, last } = figureCourse(metric, ground.figures, draft.month)
  const cents = centsOf(value)
  const part = draft.figures.find(({ metric: key }) => key === metric.sumsUp)?.value
  const isSum = metric.sumsUp !== null || metric.aggregation === 'latest'
  // A sum by year is replaced month by month: only what it falls to has to be explained.
  const before = metric.period === 'year' ? current : last
  if (isSum && before && cents < centsOf(before.value)) {
    const [from, to] = [shown(metric, before.value), shown(metric, value)]
    return [
      unexplained(path, `${zh} ${to.zh} 低于此前的 ${from.zh}`, `${en}: ${to.en} is below ${from.en} reported before`),
    ]
  }
  const expected = part === undefined || !isAmount(part) ? null : expectedSum(metric, ground.figures, draft.month, part)
  if (expected !== null && centsOf(expected) !== cents) {
    const sum = shown(metric, expected)
    return [unexplained(path, `${zh}应为 ${sum.zh}（此前累计加本月）`, `${en} should come to ${sum.en}`)]
  }
  if (metric.period === 'month' && current && centsOf(current.value) !== cents) {
    const state: Title = current.verifiedValue ? { zh: '已核实', en: 'verified' } : { zh: '已上报', en: 'reported' }
    return [
      unexplained(
        path,
        `更正${state.zh}的${zh}（${current.period}）`,
        `Correcting ${state.en} ${en} of ${current.period}`,
      ),
    ]
  }
  return []
}

const isSaid = (text: string | null) => (text ?? '').trim() !== ''

/** What of a node a report goes by. */
export interface SeenNode {
  readonly percentDone: number | null
  readonly actualStart: string | null
  readonly actualFinish: string | null
}

/** Whether the node is another than the one that the sender saw when he wrote. */
export const hasChangedSince = (node: SeenNode, seen: SeenNode | undefined): boolean =>
  seen !== undefined &&
  (node.percentDone !== seen.percentDone ||
    node.actualStart !== seen.actualStart ||
    node.actualFinish !== seen.actualFinish)
