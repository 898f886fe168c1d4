import type { Title } from '@guatu/kernel'
import type { ClockFigures, ItemFigures, NodeFigures } from '@guatu/playbook'

/** A piece of a lamp rule's condition: words, or a threshold that can be set. */
type LevelPart = { readonly kind: 'words'; readonly text: Title } | { readonly kind: 'threshold'; readonly key: string }

const title = (zh: string, en: string): Title => ({ zh, en })

/** The figures that rules look at, as people call them. */
const figureTitles: { readonly [K in keyof NodeFigures | keyof ItemFigures | keyof ClockFigures]: Title } = {
  dated: title('已排日期', 'dated'),
  started: title('已启动', 'started'),
  finished: title('已竣工', 'finished'),
  lateDays: title('逾期天数', 'days late'),
  lateWorkdays: title('逾期工作日', 'working days late'),
  dueInDays: title('距到期天数', 'days until due'),
  dueInWorkdays: title('距到期工作日', 'working days until due'),
  startLateDays: title('应启动未启动天数', 'days past the start'),
  floatWorkdays: title('机动工作日', 'float in working days'),
  critical: title('在关键线路上', 'critical'),
  stageIndex: title('阶段序号', 'place of the stage'),
  hasPlan: title('有年度计划', 'has a plan for the year'),
  reported: title('已报数', 'reported'),
  donePercent: title('完成比例（%）', '% done'),
  elapsedPercent: title('序时进度（%）', '% of the year past'),
  behindPoints: title('落后序时百分点', 'points behind schedule'),
  overdueDays: title('超期天数', 'days overdue'),
  schedulePercent: title('完成占序时比例（%）', '% of the time schedule done'),
  startMissedMonths: title('连续未开工整月数', 'whole months past the start'),
  notInStatisticsMonths: title('开工未入统整月数', 'whole months not in the statistics'),
  dayOfMonth: title('本月已到第几天', 'day of the month'),
  reportedThisMonth: title('本月已报', 'reported this month'),
  monthsWithoutReport: title('连续未报月数', 'months without a report'),
  sameAsLastMonth: title('与上月相同', 'same as last month'),
  yellowMonthsRunning: title('此前连续亮灯月数', 'months running lit before'),
  overdueOrders: title('逾期督办单数', 'orders overdue'),
  pledgesAtRisk: title('临近违约承诺数', 'pledges at risk'),
  pledgesBroken: title('已违约承诺数', 'pledges broken'),
  promiseKnown: title('已有核实数', 'something verified'),
  promiseKept: title('已达承诺', 'promise reached'),
  promisePercent: title('核实占承诺比例（%）', '% of the promise verified'),
  running: title('计时中', 'running'),
  paused: title('暂停中', 'paused'),
  limited: title('有时限', 'has a limit'),
  overdue: title('已超时限', 'over the limit'),
  warns: title('临近时限', 'near the limit'),
  spentHours: title('已用小时', 'hours spent'),
  leftHours: title('剩余小时', 'hours left'),
  leftPercent: title('剩余比例（%）', '% left'),
  overdueHours: title('超时限小时', 'hours over'),
  overdueWorkdays: title('超时限工作日', 'working days over'),
}

const operatorTitles: Readonly<Record<string, Title>> = {
  '&&': title('且', 'and'),
  '||': title('或', 'or'),
  '>=': title('≥', '≥'),
  '<=': title('≤', '≤'),
  '==': title('＝', '='),
  '!=': title('≠', '≠'),
  '>': title('＞', '>'),
  '<': title('＜', '<'),
  '!': title('未', 'not'),
}

const tokenPattern = /t\.\w+|(?:node|item|clock)\.\w+|&&|\|\||[<>=!]=|[<>!]|[^\s]+?(?=\s|$|[<>=!&|])/g

function partOf(token: string): LevelPart {
  const name = token.slice(token.indexOf('.') + 1)
  if (token.startsWith('t.')) return { kind: 'threshold', key: name }
  const known = /^(node|item|clock)\./.test(token)
    ? figureTitles[name as keyof typeof figureTitles]
    : operatorTitles[token]
  return { kind: 'words', text: known ?? title(token, token) }
}

/** A rule's condition cut for reading and setting: `node.lateDays > t.red` is 逾期天数 ＞ [30]. */
export const levelParts = (expression: string): readonly LevelPart[] =>
  (expression.match(tokenPattern) ?? [expression]).map(partOf)
