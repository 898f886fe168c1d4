import { type LampLevel, type LampReason, lampLevels, type PlanNode, worstLamp } from '@guatu/kernel'
import type { WorkCalendar } from '@guatu/schedule'
import type { ClockState } from '../clock/clock-state.ts'
import type { ItemFigures } from '../figures.ts'
import type { LampRule, Playbook } from '../playbook.ts'
import { clockReasons } from './clock-lamps.ts'
import { compiledLamps, litReasons } from './compile.ts'
import { type Exemption, exempt } from './exempt.ts'
import { noHistory, yellowMonthsRunning } from './history.ts'
import { type FiguredItem, itemFigures, type Surroundings } from './item-figures.ts'
import { nodeJudge } from './node-judge.ts'

export interface LightLampsInput extends Surroundings {
  readonly playbook: Playbook
  /** The district's, where it changed them; the playbook's otherwise. */
  readonly thresholds?: Readonly<Record<string, number>>
  readonly item: FiguredItem
  readonly nodes: readonly PlanNode[]
  readonly today: string
  readonly calendar: WorkCalendar
  /** Granted ones, whatever their time: those in force on the day count. */
  readonly exemptions?: readonly Exemption[]
  /** How the item's clocks stand; absent: it has none. */
  readonly clocks?: readonly ClockState[]
}

export interface LitLamps {
  readonly lamp: LampLevel
  /** Gravest first, exempted ones last. */
  readonly reasons: readonly LampReason[]
  readonly nodeLamps: Readonly<Record<string, LampLevel>>
}

/**
 * The lamps of an item and its nodes as of a day. The item's lamp is the worst of its own and its nodes'; where no rule
 * lights it is green if anything could be judged (a dated open node, a plan with figures, a deadline, all nodes done)
 * and none otherwise.
 */
export function lightLamps({ playbook, item, nodes, today, calendar, ...input }: LightLampsInput): LitLamps {
  const thresholds = input.thresholds ?? playbook.lamps.thresholds
  const { history = noHistory, exemptions = [] } = input
  const figures = itemFigures(playbook, item, today, input)
  const ofRule = ({ key }: LampRule) => ({ yellowMonthsRunning: yellowMonthsRunning(history, key, today) })
  const own = litReasons(compiledLamps(playbook).item, { ...figures }, thresholds, ofRule)
  const { clocks = [] } = input
  const reasons = [...exempt([...own, ...clockReasons(playbook, clocks, thresholds)], exemptions, today)]
  const judge = nodeJudge(playbook, { thresholds, today, calendar })
  const nodeLamps: Record<string, LampLevel> = {}
  for (const node of nodes) {
    const lit = node.done ? [] : judge(node).map((reason) => aboutNode(playbook, reason, node))
    const judged = exempt(lit, exemptions, today)
    reasons.push(...judged)
    const calm = node.done || node.plannedFinish !== null ? 'green' : 'none'
    nodeLamps[node.nodeKey] = worstLamp([calm, ...litLevels(judged)])
  }
  reasons.sort((a, b) => Number(Boolean(a.exempted)) - Number(Boolean(b.exempted)) || rankOf(a) - rankOf(b))
  const isTimed = clocks.some(({ state, limitMinutes }) => state === 'running' && limitMinutes !== null)
  const calm = isTimed || isJudged(playbook, item, figures, nodes) ? 'green' : 'none'
  return { lamp: worstLamp([calm, ...litLevels(reasons)]), reasons, nodeLamps }
}

const rankOf = ({ level }: LampReason) => lampLevels.indexOf(level)

/** What is exempted lights nothing. */
const litLevels = (reasons: readonly LampReason[]) =>
  reasons.filter(({ exempted }) => !exempted).map(({ level }) => level)

/** A node carries its Chinese title; while that is the template's, the template has the English one too. */
function aboutNode({ nodes }: Playbook, reason: LampReason, { nodeKey, title }: PlanNode): LampReason {
  const own = nodes.find(({ key }) => key === nodeKey)?.title
  const titleEn = own?.zh === title ? own.en : title
  return { ...reason, nodeKey, text: { zh: `${title}：${reason.text.zh}`, en: `${titleEn}: ${reason.text.en}` } }
}

function isJudged(playbook: Playbook, item: FiguredItem, figures: ItemFigures, nodes: readonly PlanNode[]): boolean {
  const deadline = playbook.roles.finish && item.fields[playbook.roles.finish]
  return (
    (figures.hasPlan && figures.reported) ||
    Boolean(deadline) ||
    nodes.some((node) => !node.done && node.plannedFinish !== null) ||
    (nodes.length > 0 && nodes.every((node) => node.done))
  )
}
