import { type HeaderPath, labelParts, labelVariants } from './label.ts'
import type { ReportPeriod } from './period.ts'
import { compatibility, inherited, isLevel, type Qualifiers, qualifiersOf, withoutLevel } from './qualifiers.ts'
import { similarity } from './similarity.ts'
import type { Target } from './targets.ts'

interface Reading {
  readonly words: string
  /** Readings that join two levels count a little less than the leaf alone. */
  readonly weight: number
}

/** A target's words with their qualifiers, worked out once for all columns. */
export interface PreparedTarget {
  readonly target: Target
  readonly words: readonly { readonly text: string; readonly qualifiers: Qualifiers; readonly weight: number }[]
}

export const prepareTargets = (targets: readonly Target[]): PreparedTarget[] =>
  targets.map((target) => ({
    target,
    words: target.words.map((word, place) => {
      const text = word.replace(/本年度|本年|当年度?|全年度?|年度/g, '今年').replace(/当月|月度/g, '本月')
      // Best known first: of 计划开工时间 and 开工时间 side by side the former is the plan.
      return { text, qualifiers: qualifiersOf(text), weight: 1 - Math.min(place, 20) * 0.002 }
    }),
  }))

/** What a header path may be read as: its leaf, the leaf with its groups, and a group whose leaf is only a unit. */
function readingsOf(
  path: HeaderPath,
  period: ReportPeriod,
): { readonly readings: Reading[]; readonly qualifiers: Qualifiers } {
  const levels = path.map((label) => labelVariants(label, period)).filter((variants) => variants.length > 0)
  const leaf = levels.at(-1) ?? []
  const parent = levels.at(-2) ?? []
  const readings: Reading[] = leaf.map((words, at) => ({ words, weight: at === 0 ? 1 : 0.97 }))
  for (const part of labelParts(path.at(-1) ?? '')) {
    readings.push(...labelVariants(part, period).map((words) => ({ words, weight: readings.length > 1 ? 0.9 : 0.94 })))
  }
  for (const group of parent.slice(0, 1)) {
    for (const words of leaf.slice(0, 1)) {
      readings.push({ words: group + words, weight: 0.97 }, { words: words + group, weight: 0.96 })
      if (levels.length > 2) readings.push({ words: levels.map((variants) => variants[0]).join(''), weight: 0.95 })
    }
  }
  if (
    leaf[0] !== undefined &&
    /^(姓名|名称|时间|日期|金额|数额|内容|情况|数量|合计|小计|总额|总计|数值|年月)$/.test(leaf[0])
  ) {
    readings.push(...parent.map((words) => ({ words, weight: 0.9 })))
  }
  const groups = levels
    .slice(0, -1)
    .map((variants) => qualifiersOf((variants.at(-1) ?? '').replace(/完成情况|计划情况/g, '')))
  const own = qualifiersOf(leaf.at(-1) ?? '')
  return { readings, qualifiers: groups.reduceRight<Qualifiers>((inner, group) => inherited(inner, group), own) }
}

const figureKinds: ReadonlySet<string> = new Set(['money', 'number', 'integer', 'percent'])

/** How well each target fits a column's header, 0 to 1, in the order of the targets. */
export function headerScores(path: HeaderPath, targets: readonly PreparedTarget[], period: ReportPeriod): number[] {
  const { readings, qualifiers } = readingsOf(path, period)
  const named = isLevel(readings[0]?.words ?? '') ? qualifiers : withoutLevel(qualifiers)
  return targets.map(({ target, words }) => {
    let best = 0
    const figures = figureKinds.has(target.kind)
    for (const { text, qualifiers: wanted, weight } of words) {
      const fit = (figures ? compatibility(qualifiers, wanted) : compatibility(named, withoutLevel(wanted))) * weight
      for (const reading of readings) best = Math.max(best, similarity(reading.words, text) * fit * reading.weight)
    }
    return best
  })
}
