import type { Refusal, Title } from '@guatu/kernel'
import type { NodeChange } from '@guatu/playbook'
import type { FactRow } from '../schema.ts'
import type { HeldItem } from './change.ts'

const missing = (path: string, { zh, en }: Title): Refusal => ({
  code: 'REASON_REQUIRED',
  path,
  message: { zh: `${zh}，请写明理由`, en: `${en}: a reason is required` },
})

/** Whether somebody said why; blanks say nothing. */
export const isReason = (reason: string | null | undefined): boolean => (reason ?? '').trim() !== ''

type Figure = Pick<FactRow, 'metric' | 'period' | 'value' | 'currency'>

/** The figure of the same metric and period that another one takes the place of; undefined: it is the first, or the same. */
export function replacedFigure({ state }: HeldItem, { metric, period, value, currency }: Figure) {
  const stands = state.figures.find((figure) => figure.metric === metric && figure.period === period)
  const isSame = stands?.value === value && (stands.currency ?? 'CNY') === (currency ?? 'CNY')
  return isSame ? undefined : stands
}

/** Corrections: figures that take the place of others, for which nobody said why. */
export function unexplainedFigures(held: HeldItem, figures: readonly Figure[]): Refusal[] {
  return figures.flatMap((figure) => {
    const replaced = replacedFigure(held, figure)
    if (!replaced) return []
    const title = held.context.playbook.metrics[figure.metric]?.title
    const verified = replaced.verifiedValue === null ? '已上报' : '已核实'
    return missing(`facts/${figure.metric}/${figure.period}`, {
      zh: `更正${verified}的${title?.zh ?? figure.metric}（${figure.period}）`,
      en: `Correcting ${title?.en ?? figure.metric} of ${figure.period}`,
    })
  })
}

/**
 * Corrections and overrides of a plan for which nobody said why: an actual date that was set before, and a start fixed by
 * hand ahead of where the rules put it.
 */
export function unexplainedDates({ state }: HeldItem, changes: readonly NodeChange[]): Refusal[] {
  const nodes = new Map(state.nodes.map((node) => [node.nodeKey, node]))
  return changes.flatMap((change) => {
    const node = nodes.get(change.nodeKey)
    if (!node) return []
    const path = `nodes/${node.nodeKey}`
    const corrected = (['actualStart', 'actualFinish'] as const).filter((key) => {
      return change[key] !== undefined && node[key] !== null && change[key] !== node[key]
    })
    const { notBefore } = change
    const isAhead = notBefore != null && node.plannedStart !== null && notBefore < node.plannedStart
    return [
      ...corrected.map((key) =>
        missing(`${path}/${key}`, {
          zh: `更改“${node.title}”已定的实际日期`,
          en: `Changing an actual date of ${node.title}`,
        }),
      ),
      ...(isAhead
        ? [
            missing(`${path}/notBefore`, {
              zh: `“${node.title}”手工提前于规则排定的日期`,
              en: `Fixing ${node.title} ahead of the rules`,
            }),
          ]
        : []),
    ]
  })
}

/** Overrides: thresholds of the district that differ from those in force. */
export function unexplainedThresholds(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Refusal[] {
  const changed = Object.keys(after).filter((key) => before[key] !== after[key])
  return changed.map((key) =>
    missing(`thresholds/${key}`, { zh: `修改亮灯阈值 ${key}`, en: `Changing the threshold ${key}` }),
  )
}

export const unexplainedUndo: Refusal = missing('reason', {
  zh: '撤销已写入的内容',
  en: 'Taking back what was written',
})
