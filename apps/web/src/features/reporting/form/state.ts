import type { DueItem, DueNode, ReportBody } from '@guatu/contract'
import type { PlanNode, Refusal } from '@guatu/kernel'
import {
  expectedSum,
  figuresTold,
  type Playbook,
  refuseReport,
  reportMetrics,
  wanOfYuan,
  yuanOfWan,
} from '@guatu/playbook'

/** What the form holds, as it is kept on the device: texts as they are typed. */
export interface FormState {
  readonly reportId: string
  readonly nodeKey: string | null
  /** Null: nothing was said of the progress. */
  readonly percent: number | null
  readonly done: boolean
  readonly startedOn: string
  readonly finishedOn: string
  readonly text: string
  /** By metric, as typed: money in 万元. */
  readonly figures: Readonly<Record<string, string>>
  /** Sums that somebody typed over. */
  readonly ownSums: readonly string[]
  readonly explanation: string
  readonly place: ReportBody['place']
  readonly replacesId: string | null
}

type Returned = DueItem['returned'][number]

/** An empty form, or one that begins with what was returned. */
export function firstState(reportId: string, nodeKey: string | null, returned?: Returned): FormState {
  return {
    ...{ reportId, nodeKey, percent: returned?.percent ?? null, done: false, startedOn: '', finishedOn: '' },
    ...{ text: returned?.text ?? '', figures: {}, ownSums: [], explanation: '', place: null },
    replacesId: returned?.reportId ?? null,
  }
}

export const dueNode = (item: DueItem, nodeKey: string | null): DueNode | undefined =>
  item.nodes.find((node) => node.nodeKey === nodeKey)

/** The state with another node: what was said of the former one is not said of this one. */
export const withNode = (state: FormState, nodeKey: string | null): FormState => ({
  ...state,
  ...{ nodeKey, percent: null, done: false, startedOn: '', finishedOn: '' },
})

/** A percentage was said; a node that has no start yet starts on the day, unless the person says another. */
export function withPercent(state: FormState, percent: number, node: DueNode | undefined, today: string): FormState {
  const bounded = Math.max(0, Math.min(100, Math.round(percent)))
  const starts = bounded > 0 && node?.actualStart === null && state.startedOn === ''
  return { ...state, percent: bounded, done: false, finishedOn: '', ...(starts ? { startedOn: today } : {}) }
}

export const withDone = (state: FormState, done: boolean, today: string): FormState => ({
  ...state,
  done,
  ...(done ? { percent: null, finishedOn: state.finishedOn || today } : { finishedOn: '' }),
})

const shownSum = (metric: { readonly unit: string }, value: string) =>
  metric.unit === 'CNY' ? wanOfYuan(value) : value

/** Yuan of a typed figure, or a count; null: nothing is typed, or it is no figure. */
export function figureValue(unit: 'CNY' | 'count', typed: string): string | null {
  if (typed.trim() === '') return null
  if (unit === 'CNY') return yuanOfWan(typed)
  return /^\d{1,12}$/.test(typed.trim()) ? `${typed.trim()}.00` : null
}

/** A figure was typed; the year's sum follows as long as nobody has typed over it. */
export function withFigure(
  state: FormState,
  { playbook, item, month }: { readonly playbook: Playbook; readonly item: DueItem; readonly month: string },
  metric: string,
  typed: string,
): FormState {
  const figures: Record<string, string> = { ...state.figures, [metric]: typed }
  const metrics = reportMetrics(playbook)
  const own = metrics.find(({ key }) => key === metric)?.sumsUp === null ? [] : [metric]
  const ownSums = [...new Set([...state.ownSums, ...own])].filter((key) => key !== metric || typed.trim() !== '')
  for (const sum of metrics) {
    if (sum.sumsUp !== metric || ownSums.includes(sum.key)) continue
    const value = figureValue(metrics.find(({ key }) => key === metric)?.unit ?? 'CNY', typed)
    const told = figuresTold(playbook, item.figures, month)
    const expected = value === null ? null : expectedSum(sum, told, month, value)
    figures[sum.key] = expected === null ? '' : shownSum(sum, expected)
  }
  return { ...state, figures, ownSums }
}

interface FormGround {
  readonly playbook: Playbook
  readonly item: DueItem
  readonly month: string
  readonly today: string
}

/** What goes out, but for its files. Figures that stand already as typed go along: the server says them once. */
export function bodyOf(
  state: FormState,
  { playbook, item, month }: FormGround,
  madeAt: string,
): Omit<ReportBody, 'evidenceIds'> {
  const node = dueNode(item, state.nodeKey)
  const figures = reportMetrics(playbook).flatMap(({ key, unit }) => {
    const value = figureValue(unit, state.figures[key] ?? '')
    return value === null ? [] : [{ metric: key, value }]
  })
  return {
    ...{ reportId: state.reportId, itemId: item.itemId, nodeKey: state.nodeKey, month, percent: state.percent },
    ...{ done: state.done, startedOn: state.startedOn || null, finishedOn: state.finishedOn || null },
    ...{ text: state.text.trim(), figures, explanation: state.explanation.trim() || null, place: state.place },
    ...{ madeAt, replacesId: state.replacesId },
    ...(node ? { seen: seenOf(node) } : {}),
  }
}

export const seenOf = ({ percentDone, actualStart, actualFinish }: DueNode) => ({
  percentDone,
  actualStart,
  actualFinish,
})

/** A due node as the rules know nodes; what they do not look at is left blank. */
const planNodeOf = ({
  nodeKey,
  title,
  standard,
  plannedStart,
  plannedFinish,
  actualStart,
  ...node
}: DueNode): PlanNode => ({
  ...{ nodeKey, title, standard, plannedStart, plannedFinish, actualStart, actualFinish: node.actualFinish },
  ...{ percentDone: node.percentDone, lamp: node.lamp, stage: '', durationWorkdays: 0, ownerId: null, leadOrgId: null },
  ...{ leaderId: null, baselineStart: null, baselineFinish: null, done: false, doneBasis: null, notBefore: null },
  ...{ floatWorkdays: null, critical: false },
})

/** Figures that are typed and are none. */
export const unreadFigures = (state: FormState, playbook: Playbook): string[] =>
  reportMetrics(playbook)
    .filter(({ key, unit }) => {
      const typed = state.figures[key] ?? ''
      return typed.trim() !== '' && figureValue(unit, typed) === null
    })
    .map(({ key }) => key)

/** What the server will say against it, as far as this device can know: the same rules, with or without network. */
export function problemsOf(state: FormState, ground: FormGround, photos: number): readonly Refusal[] {
  const { playbook, item, month, today } = ground
  const hasEvidence = (nodeKey: string) =>
    dueNode(item, nodeKey)?.hasEvidence === true || (photos > 0 && nodeKey === state.nodeKey)
  const { figures, ...body } = bodyOf(state, ground, '')
  const draft = { ...body, figures: [...figures] }
  const told = figuresTold(playbook, item.figures, month)
  return refuseReport(draft, { playbook, today, nodes: item.nodes.map(planNodeOf), figures: told, hasEvidence })
}

/** Whether anything was said that would be lost. */
export const isTouched = (state: FormState): boolean =>
  state.percent !== null ||
  state.done ||
  state.text.trim() !== '' ||
  state.explanation.trim() !== '' ||
  state.place !== null ||
  Object.values(state.figures).some((typed) => typed.trim() !== '')
