import { type LampLevel, type LampReason, lampLevels, type PlanNode, worstLamp } from '@guatu/kernel'
import type { WorkCalendar } from '@guatu/schedule'
import type { ItemFigures, NodeFigures } from '../figures.ts'
import type { Playbook } from '../playbook.ts'
import { type CompiledRule, compiledLamps, lightRule } from './compile.ts'
import { type FiguredItem, itemFigures } from './item-figures.ts'
import { nodeFigures } from './node-figures.ts'

export interface LightLampsInput {
  readonly playbook: Playbook
  /** The district's, where it changed them; the playbook's otherwise. */
  readonly thresholds?: Readonly<Record<string, number>>
  readonly item: FiguredItem
  readonly nodes: readonly PlanNode[]
  readonly today: string
  readonly calendar: WorkCalendar
}

export interface LitLamps {
  readonly lamp: LampLevel
  /** Gravest first. */
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
  const rules = compiledLamps(playbook)
  const figures = itemFigures(playbook, item, today)
  const reasons = litReasons(rules.item, figures, thresholds)
  const nodeLamps: Record<string, LampLevel> = {}
  for (const node of nodes) {
    const lit = node.done ? [] : litReasons(rules.node, nodeFigures(node, today, calendar), thresholds)
    for (const reason of lit) reasons.push(aboutNode(reason, node))
    const calm = node.done || node.plannedFinish !== null ? 'green' : 'none'
    nodeLamps[node.nodeKey] = worstLamp([calm, ...lit.map((reason) => reason.level)])
  }
  reasons.sort((a, b) => gravity(a.level) - gravity(b.level))
  const calm = isJudged(playbook, item, figures, nodes) ? 'green' : 'none'
  return { lamp: worstLamp([calm, ...reasons.map((reason) => reason.level)]), reasons, nodeLamps }
}

function litReasons(
  rules: readonly CompiledRule[],
  figures: ItemFigures | NodeFigures,
  thresholds: Readonly<Record<string, number>>,
): LampReason[] {
  const lit: LampReason[] = []
  for (const rule of rules) {
    const reason = lightRule(rule, figures as unknown as Readonly<Record<string, number>>, thresholds)
    if (reason) lit.push(reason)
  }
  return lit
}

function aboutNode(reason: LampReason, node: PlanNode): LampReason {
  const { zh, en } = reason.text
  return { ...reason, nodeKey: node.nodeKey, text: { zh: `${node.title}：${zh}`, en: `${node.title}: ${en}` } }
}

const gravity = (level: LampLevel): number => lampLevels.indexOf(level)

function isJudged(playbook: Playbook, item: FiguredItem, figures: ItemFigures, nodes: readonly PlanNode[]): boolean {
  const deadline = playbook.roles.finish && item.fields[playbook.roles.finish]
  return (
    (figures.hasPlan && figures.reported) ||
    Boolean(deadline) ||
    nodes.some((node) => !node.done && node.plannedFinish !== null) ||
    (nodes.length > 0 && nodes.every((node) => node.done))
  )
}
