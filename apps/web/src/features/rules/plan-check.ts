import type { Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import type { Plan, PlanLink } from './plan-draft.ts'

/** What is wrong and where: `nodes/<key>/<property>`, `nodes/<key>/links`, `thresholds/<key>`. */
export interface PlanFault {
  readonly path: string
  readonly message: Title
}

const MOST_DURATION = 5000

/** Everything that stands in the way of saving, all at once. */
export function planFaults(plan: Plan, playbook: Playbook): readonly PlanFault[] {
  return [...nodeFaults(plan, playbook), ...linkFaults(plan), ...gateFaults(plan, playbook), ...thresholdFaults(plan)]
}

function nodeFaults(plan: Plan, playbook: Playbook): PlanFault[] {
  const stages = new Set(playbook.stages.map(({ key }) => key))
  const titles = new Map<string, number>()
  for (const { title } of plan.nodes) titles.set(title.zh.trim(), (titles.get(title.zh.trim()) ?? 0) + 1)
  return plan.nodes.flatMap(({ key, title, stage, durationWorkdays, leadOrg, standard }) => {
    const faults: PlanFault[] = []
    const add = (property: string, zh: string, en: string) =>
      faults.push({ path: `nodes/${key}/${property}`, message: { zh, en } })
    if (title.zh.trim() === '') add('title', '节点要有名称', 'A node needs a name')
    else if (titles.get(title.zh.trim())! > 1)
      add('title', `“${title.zh.trim()}”重名`, `Two nodes are called “${title.zh.trim()}”`)
    if (!stages.has(stage)) add('stage', '没有这个阶段', 'There is no such stage')
    if (!Number.isInteger(durationWorkdays) || durationWorkdays < 0 || durationWorkdays > MOST_DURATION) {
      add('durationWorkdays', `工期为 0—${MOST_DURATION} 个工作日`, `A duration is 0 to ${MOST_DURATION} working days`)
    }
    if (leadOrg.trim() === '') add('leadOrg', '要有责任单位', 'A unit must answer for it')
    if (standard.zh.trim() === '') add('standard', '要写明完成标准', 'Say what counts as done')
    return faults
  })
}

const sameLink = (a: PlanLink, b: PlanLink) => a.from === b.from && a.to === b.to && a.type === b.type

function linkFaults(plan: Plan): PlanFault[] {
  const titles = new Map(plan.nodes.map(({ key, title }) => [key, title.zh]))
  const faults = plan.links.flatMap((link, at) => {
    const path = `nodes/${link.to}/links`
    if (link.from === link.to)
      return [{ path, message: { zh: '节点不能以自己为前置', en: 'A node cannot wait for itself' } }]
    if (!titles.has(link.from))
      return [{ path, message: { zh: '前置节点已不存在', en: 'The node it waits for is gone' } }]
    const twice = plan.links.findIndex((other) => sameLink(other, link)) !== at
    const name = titles.get(link.from) ?? ''
    return twice ? [{ path, message: { zh: `前置“${name}”重复`, en: `“${name}” is named twice` } }] : []
  })
  const circle = circleOf(plan)
  if (!circle) return faults
  const names = circle.map((key) => titles.get(key) ?? key).join(' → ')
  return [
    ...faults,
    {
      path: `nodes/${circle[0]}/links`,
      message: { zh: `前置绕成了圈：${names}`, en: `The links go in a circle: ${names}` },
    },
  ]
}

/** Keys of one circle of links, its first node repeated at the end; null where there is none. */
export function circleOf({ nodes, links }: Plan): readonly string[] | null {
  const next = new Map<string, string[]>()
  for (const { from, to } of links) if (from !== to) next.set(from, [...(next.get(from) ?? []), to])
  const settled = new Set<string>()
  const walk = (key: string, path: readonly string[]): readonly string[] | null => {
    const at = path.indexOf(key)
    if (at >= 0) return [...path.slice(at), key]
    if (settled.has(key)) return null
    for (const to of next.get(key) ?? []) {
      const circle = walk(to, [...path, key])
      if (circle) return circle
    }
    settled.add(key)
    return null
  }
  for (const { key } of nodes) {
    const circle = walk(key, [])
    if (circle) return circle
  }
  return null
}

/** A gate that asks for a node would never open once the node is gone. */
function gateFaults(plan: Plan, playbook: Playbook): PlanFault[] {
  const keys = new Set(plan.nodes.map(({ key }) => key))
  return playbook.gates.flatMap(({ to, needs }) =>
    needs.flatMap((need) => {
      if ((need.kind !== 'nodeDone' && need.kind !== 'evidence') || !('node' in need) || keys.has(need.node)) return []
      const stage = playbook.stages.find(({ key }) => key === to)?.title
      const title = playbook.nodes.find(({ key }) => key === need.node)?.title
      const message = {
        zh: `进入“${stage?.zh ?? to}”要求节点“${title?.zh ?? need.node}”，不能删去`,
        en: `The gate to “${stage?.en ?? to}” needs the node “${title?.en ?? need.node}”; it cannot go`,
      }
      return [{ path: `nodes/${need.node}`, message }]
    }),
  )
}

const thresholdFaults = ({ thresholds }: Plan): PlanFault[] =>
  Object.entries(thresholds).flatMap(([key, value]) =>
    Number.isFinite(value) && value >= 0
      ? []
      : [
          {
            path: `thresholds/${key}`,
            message: { zh: '阈值为不小于 0 的数', en: 'A threshold is a number from zero' },
          },
        ],
  )
