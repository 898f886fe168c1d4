import type { PlanNode, Refusal, Title } from '@guatu/kernel'
import { isIsoDate } from '@guatu/schedule'

/** What a person changes of a node; absent keys stay as they are. */
export interface NodeChange {
  readonly nodeKey: string
  /** A start fixed by hand (a dragged bar); null lifts it. */
  readonly notBefore?: string | null
  readonly durationWorkdays?: number
  readonly actualStart?: string | null
  readonly actualFinish?: string | null
  /** Reported progress; what is done needs none. */
  readonly percentDone?: number | null
  readonly ownerId?: string | null
  readonly leadOrgId?: string | null
  readonly leaderId?: string | null
  readonly standard?: string
}

const LONGEST_WORKDAYS = 5000

/** Everything that is wrong with the changes, each at its node and property. */
export function refuseChanges(
  nodes: readonly PlanNode[],
  changes: readonly NodeChange[],
  today: string,
): readonly Refusal[] {
  const byKey = new Map(nodes.map((node) => [node.nodeKey, node]))
  return changes.flatMap((change) => {
    const node = byKey.get(change.nodeKey)
    if (!node) {
      const message = { zh: `没有节点 ${change.nodeKey}`, en: `There is no node ${change.nodeKey}` }
      return [{ code: 'PLAN_INVALID', path: `nodes/${change.nodeKey}`, message, accepted: [...byKey.keys()] }]
    }
    return problemsOf(node, change, today).map(([property, { zh, en }]) => ({
      code: 'PLAN_INVALID',
      path: `nodes/${node.nodeKey}/${property}`,
      message: { zh: `${node.title}：${zh}`, en: `${node.title}: ${en}` },
    }))
  })
}

/** What is wrong with another finish date. */
export function refuseFinish(finish: string | undefined): readonly Refusal[] {
  if (finish === undefined || isIsoDate(finish)) return []
  return [{ code: 'PLAN_INVALID', path: 'finish', message: noDate(finish) }]
}

const noDate = (text: string): Title => ({ zh: `“${text}”不是日期`, en: `'${text}' is no date` })

type Problem = readonly [property: keyof NodeChange, message: Title]

function problemsOf(node: PlanNode, change: NodeChange, today: string): Problem[] {
  const problems: Problem[] = []
  for (const property of ['notBefore', 'actualStart', 'actualFinish'] as const) {
    const date = change[property]
    if (date === undefined || date === null) continue
    if (!isIsoDate(date)) problems.push([property, noDate(date)])
    else if (property !== 'notBefore' && date > today) {
      problems.push([property, { zh: '实际日期不能晚于今天', en: 'an actual date cannot lie after today' }])
    }
  }
  const { durationWorkdays: duration } = change
  if (duration !== undefined && !(Number.isInteger(duration) && duration >= 0 && duration <= LONGEST_WORKDAYS)) {
    problems.push([
      'durationWorkdays',
      { zh: `工期应为 0 到 ${LONGEST_WORKDAYS} 个工作日`, en: 'not a number of workdays' },
    ])
  }
  const { actualStart, actualFinish, done } = changed(node, change)
  if (actualStart !== null && actualFinish !== null && actualFinish < actualStart) {
    problems.push([
      'actualFinish',
      { zh: `早于实际开始 ${actualStart}`, en: `before the actual start, ${actualStart}` },
    ])
  }
  if (done && typeof change.notBefore === 'string') {
    problems.push(['notBefore', { zh: '节点已完成，不能再改计划', en: 'is done; its plan is settled' }])
  }
  return problems
}

/** A node with a change applied, its dates not yet moved. A reported finish makes it done, taking it back reopens it. */
export function changed(node: PlanNode, change: NodeChange): PlanNode {
  const { nodeKey: _, ...properties } = change
  const next: PlanNode = { ...node, ...properties }
  if (change.actualFinish === undefined) return next
  return change.actualFinish === null
    ? { ...next, done: false, doneBasis: null }
    : { ...next, done: true, doneBasis: 'reported' }
}
